"""One's own matters: what should I do now."""

from django.urls import path

from coordination.portal.views import notice, now

app_name = "portal"
urlpatterns = [
    path("", now.show, name="now"),
    path("ilmoitukset/", notice.show, name="notices"),
]
