from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy


class Service(models.TextChoices):
    """Services an applicant may have experience of; the codes are those of the catalogue the experts' CVs use (EX-01)."""

    ADULT_SOCIAL_WORK = "adult-social-work", pgettext_lazy("service", "adult social work")
    INCOME_SUPPORT = "income-support", pgettext_lazy("service", "income support")
    CHILD_WELFARE = "child-welfare", pgettext_lazy("service", "child welfare")
    FAMILY_SERVICES = "family-services", pgettext_lazy("service", "family services")
    SUBSTANCE_SERVICES = "substance-services", pgettext_lazy("service", "substance abuse services")
    MENTAL_HEALTH = "mental-health", pgettext_lazy("service", "mental health services")
    EMPLOYMENT_SERVICES = "employment-services", pgettext_lazy("service", "employment services")
    DEBT_COUNSELLING = "debt-counselling", pgettext_lazy("service", "financial and debt counselling")
    HOUSING = "housing", pgettext_lazy("service", "housing services and homelessness")
    DISABILITY_SERVICES = "disability-services", pgettext_lazy("service", "disability services")
    OLDER_PEOPLE = "older-people", pgettext_lazy("service", "services for older people")
    FAMILY_CARE = "family-care", pgettext_lazy("service", "informal care")
    IMMIGRATION = "immigration", pgettext_lazy("service", "immigration services")
    CRIMINAL_SANCTIONS = "criminal-sanctions", pgettext_lazy("service", "criminal sanctions")
    DOMESTIC_VIOLENCE = "domestic-violence", pgettext_lazy("service", "services against domestic violence")
    ASSOCIATIONS = "associations", pgettext_lazy("service", "associations and peer groups")
    OTHER = "other", pgettext_lazy("service", "something else")
