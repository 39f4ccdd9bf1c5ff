"""Recruitment on the public site, inside a language tree."""

from django.urls import URLPattern

app_name = "recruitment_street"
urlpatterns: list[URLPattern] = []
