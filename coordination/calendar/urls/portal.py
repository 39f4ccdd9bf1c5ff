"""My calendar."""

from django.urls import path

from coordination.calendar.views import mine

app_name = "calendar"
urlpatterns = [
    path("", mine.show, name="mine"),
    path("osoite/uusi/", mine.renew, name="renew"),
    path("osoite/lopeta/", mine.revoke, name="revoke"),
]
