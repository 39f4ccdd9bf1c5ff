"""Events under one's own matters: those one is invited to, and those one arranges."""

from django.urls import URLPattern

app_name = "events"
urlpatterns: list[URLPattern] = []
