from django.urls import path

from coordination.people.views import me

app_name = "me"
urlpatterns = [
    path("", me.show, name="details"),
]
