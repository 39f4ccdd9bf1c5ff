"""Public calendar and news feeds of the councils, for machines."""

from django.urls import URLPattern, include, path

from councils.views import feed

council_feed: list[URLPattern] = [
    path("raati/<int:council>.ics", feed.calendar, name="calendar"),
    path("raati/<int:council>/muistiot/", feed.minutes, {"form": "atom"}, name="minutes"),
    path("raati/<int:council>/muistiot/rss/", feed.minutes, {"form": "rss"}, name="minutes_rss"),
]
urlpatterns = [path("", include((council_feed, "council_feed")))]
