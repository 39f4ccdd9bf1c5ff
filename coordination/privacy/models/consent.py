from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person


class Purpose(models.TextChoices):
    """One consent a purpose, asked and withdrawn separately (L-02)."""

    CV_OWN = "cv_own", _("CV for the staff of the own organisation")
    CV_PARTNERS = "cv_partners", _("CV for the staff of partner organisations")
    CV_PUBLIC = "cv_public", _("Public profile on the site")
    MEDIA = "media", _("Media, recording and photographs")
    KNOWLEDGE = "knowledge", _("Use in knowledge production")


class ConsentText(models.Model):
    """The very words agreed to; a change is a new version."""

    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    language = models.CharField(max_length=8)
    version = models.PositiveIntegerField()
    body = models.TextField()
    valid_from = models.DateField(default=clock.today)

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        constraints = [models.UniqueConstraint(name="consent_text_version", fields=["purpose", "language", "version"])]

    def __str__(self) -> str:
        return f"{self.purpose}/{self.language}/{self.version}"


class ConsentQuerySet(models.QuerySet):
    def in_force(self) -> ConsentQuerySet:
        """Given, not withdrawn, not past its expiry: asked on every read, so withdrawal works at once (L-02)."""
        unexpired = models.Q(expires_on=None) | models.Q(expires_on__gte=clock.today())
        return self.filter(unexpired, given_at__isnull=False, withdrawn_at=None)

    def visible_to(self, user) -> ConsentQuerySet:
        return self.filter(person__in=Person.objects.visible_to(user))


class Consent(models.Model):
    """`given_at` empty: ticked somewhere without a date, still to be asked."""

    class Channel(models.TextChoices):
        SCREEN = "screen", pgettext_lazy("consent", "on screen")
        PAPER = "paper", pgettext_lazy("consent", "on paper")
        PHONE = "phone", pgettext_lazy("consent", "by phone")
        IMPORT = "import", pgettext_lazy("consent", "from an earlier list")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    purpose = models.CharField(_("Purpose"), max_length=20, choices=Purpose.choices)
    text = models.ForeignKey(ConsentText, models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(_("Given"), null=True, blank=True)
    expires_on = models.DateField(_("In force until"), null=True, blank=True)
    channel = models.CharField(_("How it was given"), max_length=10, choices=Channel.choices, default=Channel.SCREEN)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    scan = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("Withdrawn"), null=True, blank=True)
    asked_again_at = models.DateTimeField(_("Asked again"), null=True, blank=True)
    link = models.ForeignKey("messaging.SafeLink", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                name="consent_one_open", fields=["person", "purpose"], condition=models.Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="consent_given_has_words",
                condition=models.Q(given_at=None) | models.Q(text__isnull=False) | models.Q(channel="import"),
            ),
        ]

    def __str__(self) -> str:
        return f"C{self.pk}"
