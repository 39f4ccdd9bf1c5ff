"""Public calendar of events, for machines."""

from django.urls import URLPattern, include, path

from coordination.events.views import feed

event_feed: list[URLPattern] = [
    path("tapahtumat.ics", feed.calendar, name="calendar"),
    path("tapahtuma/<int:pk>.ics", feed.one, name="event"),
]
urlpatterns = [path("", include((event_feed, "event_feed")))]
