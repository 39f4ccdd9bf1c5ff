"""Events on the public site, inside a language tree."""

from django.urls import URLPattern, path

from coordination.events.views import street

app_name = "event_street"
urlpatterns: list[URLPattern] = [
    path("", street.index, name="index"),
    path("<int:pk>/", street.show, name="event"),
    path("<int:pk>/ilmoittaudu/", street.register, name="register"),
    path("<int:pk>/kiitos/", street.thanks, name="thanks"),
    path("<int:pk>/idea/", street.ideas, name="ideas"),
]
