"""Recruitment under one's own matters: one's application, recommending, the interviews one holds."""

from django.urls import URLPattern

app_name = "recruitment"
urlpatterns: list[URLPattern] = []
