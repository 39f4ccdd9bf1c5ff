"""Doors that a safe link opens, without an account."""

from django.urls import URLPattern, path

from councils.views import statement_link

urlpatterns: list[URLPattern] = [
    path("vastaus/<str:token>/", statement_link.answer, name="statement_link"),
]
