"""Doors that a safe link opens, without an account."""

from django.urls import URLPattern, path

from councils.views import invitation, statement_link

urlpatterns: list[URLPattern] = [
    path("kokous/<str:token>/", invitation.by_link, name="meeting_link"),
    path("kokous/<str:token>/kokous.ics", invitation.file_by_link, name="meeting_link_file"),
    path("vastaus/<str:token>/", statement_link.answer, name="statement_link"),
]
