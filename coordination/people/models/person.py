from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .role import Role
from .unit import Unit


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user) -> PersonQuerySet:
        """Oneself, and those whose data is kept in a branch one coordinates or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        seen = self.filter(models.Q(user=user) | Unit.branch_condition(branches, "unit__"))
        return seen.filter(erased_at=None, is_unconfirmed=False)

    def living(self) -> PersonQuerySet:
        """Persons as they are now: not merged into another, not erased, not still to show that an address is theirs."""
        return self.filter(merged_into=None, erased_at=None, is_unconfirmed=False)


class Person(models.Model):
    """Every human being the system addresses. An account, an e-mail or a phone may be missing; two may share an e-mail."""

    class Channel(models.TextChoices):
        EMAIL = "email", pgettext_lazy("channel", "e-mail")
        POST = "post", pgettext_lazy("channel", "post")
        PHONE = "phone", pgettext_lazy("channel", "phone")
        SMS = "sms", pgettext_lazy("channel", "text message")

    class Format(models.TextChoices):
        NORMAL = "normal", pgettext_lazy("format", "ordinary")
        LARGE = "large", pgettext_lazy("format", "large print")
        PLAIN = "plain", pgettext_lazy("format", "plain language")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="person")
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Kept by"),
        help_text=_("The unit that keeps this person's data."),
    )
    first_name = models.CharField(_("First name"), max_length=80)
    last_name = models.CharField(_("Last name"), max_length=80, blank=True)
    title = models.CharField(_("Job title"), max_length=80, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("Year of birth"), null=True, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    street = models.CharField(_("Street address"), max_length=120, blank=True)
    postcode = models.CharField(_("Postcode"), max_length=10, blank=True)
    town = models.CharField(_("Town"), max_length=80, blank=True)
    language = models.CharField(_("Language of messages"), max_length=8, default="fi")
    channel = models.CharField(_("Messages come by"), max_length=10, choices=Channel.choices, default=Channel.EMAIL)
    format = models.CharField(_("Form of papers"), max_length=10, choices=Format.choices, default=Format.NORMAL)
    needs = models.CharField(_("What to take into account"), max_length=300, blank=True)
    protected_address = models.BooleanField(_("Protected address"), default=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_unconfirmed = models.BooleanField(
        default=False, help_text=_("Wrote to us from outside and has not yet shown that the address is theirs.")
    )
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("person", "person")
        verbose_name_plural = pgettext_lazy("person", "people")
        ordering = ["last_name", "first_name", "pk"]
        indexes = [models.Index(fields=["last_name", "first_name"]), models.Index(fields=["email"])]
        constraints = [
            models.CheckConstraint(
                name="person_email_channel_has_email",
                condition=~models.Q(channel="email", email=""),
                violation_error_message=_(
                    "Messages cannot go by e-mail: there is no e-mail address. Choose post or phone."
                ),
            ),
            models.CheckConstraint(
                name="person_sms_channel_has_phone",
                condition=~models.Q(channel="sms", phone=""),
                violation_error_message=_("Messages cannot go by text message: there is no phone number."),
            ),
        ]

    def __str__(self) -> str:
        # Lands in audit labels and breadcrumbs: a number, not a name.
        return f"P{self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def has_postal_address(self) -> bool:
        return bool(self.street and self.postcode and self.town)
