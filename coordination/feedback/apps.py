from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "coordination.feedback"
    label = "feedback"
