from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "coordination.events"
    label = "events"
