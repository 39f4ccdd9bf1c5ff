"""Public calendar and news feeds of the councils, for machines."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
