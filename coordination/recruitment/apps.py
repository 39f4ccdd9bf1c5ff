from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "coordination.recruitment"
    label = "recruitment"
