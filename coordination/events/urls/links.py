"""Doors of events that a safe link opens, without an account."""

from django.urls import URLPattern, path

from coordination.events.views import link

urlpatterns: list[URLPattern] = [
    path("tapahtuma/<str:token>/", link.show, name="event_link"),
    path("tapahtuma/<str:token>/tapahtuma.ics", link.file, name="event_link_file"),
    path("tapahtuma/<str:token>/idea/", link.idea, name="event_link_idea"),
]
