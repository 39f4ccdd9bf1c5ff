"""Doors of recruitment that a safe link opens, without an account."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
