"""Events on the public site, inside a language tree."""

from django.urls import URLPattern

app_name = "event_street"
urlpatterns: list[URLPattern] = []
