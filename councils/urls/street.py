"""Doors of the wing on the public site, inside a language tree."""

from django.urls import URLPattern

app_name = "council_street"
urlpatterns: list[URLPattern] = []
