from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "coordination.foundation"
    label = "foundation"
