"""Events under one's own matters: those one is invited to, and those one arranges."""

from django.urls import URLPattern, path

from coordination.events.views import door, mine

app_name = "events"
urlpatterns: list[URLPattern] = [
    path("", mine.index, name="mine"),
    path("<int:pk>/", mine.show, name="event"),
    path("<int:pk>/tapahtuma.ics", mine.file, name="file"),
    path("<int:pk>/ovi/", door.show, name="door"),
    path("<int:pk>/ovi/merkitse/<int:row>/<slug:act>/", door.press, name="door_press"),
    path("<int:pk>/ovi/uusi/", door.walk_in, name="door_walk_in"),
    path("<int:pk>/ovi/idea/", door.idea, name="door_idea"),
    path("<int:pk>/ovi/pidetty/", door.held, name="door_held"),
]
