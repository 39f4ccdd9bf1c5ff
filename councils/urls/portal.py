"""Pages of the wing under one's own matters: the council, its meetings, minutes, topics and what came of them."""

from django.urls import URLPattern

app_name = "councils"
urlpatterns: list[URLPattern] = []
