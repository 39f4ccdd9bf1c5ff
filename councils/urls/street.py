"""Doors of the wing on the public site, inside a language tree."""

from django.urls import URLPattern, path

from councils.views import public_minutes, suggestion

app_name = "council_street"
urlpatterns: list[URLPattern] = [
    path("idea/", suggestion.suggest_any, name="suggest_any"),
    path("idea/kiitos/", suggestion.suggested, name="suggested"),
    path("<int:council>/idea/", suggestion.suggest, name="suggest"),
    path("<int:council>/muistiot/<int:pk>/", public_minutes.show, name="minutes"),
    path("<int:council>/muistiot/<int:pk>/selko/", public_minutes.plain, name="plain"),
]
