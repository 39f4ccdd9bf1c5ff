"""Calendar feeds: addresses a calendar program subscribes to."""

from django.urls import path

from coordination.calendar.views import feed

urlpatterns = [path("<str:token>.ics", feed.show, name="feed")]
