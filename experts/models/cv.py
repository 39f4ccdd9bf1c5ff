from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .catalogue import ServiceArea
from .expert import Expert


class CV(models.Model):
    """An expert's CV in one language, of one standard form (CM-05, CM-06)."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="cvs")
    language = models.CharField(_("Language"), max_length=8)
    confirmed_on = models.DateField(_("Confirmed up to date"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("cv", "CV")
        verbose_name_plural = pgettext_lazy("cv", "CVs")
        constraints = [models.UniqueConstraint(name="cv_one_a_language", fields=["expert", "language"])]

    def __str__(self) -> str:
        return f"CV{self.pk}"


class CVRevisionQuerySet(models.QuerySet):
    def approved(self) -> CVRevisionQuerySet:
        return self.filter(status=CVRevision.Status.APPROVED)

    def in_work(self) -> CVRevisionQuerySet:
        return self.filter(status__in=[CVRevision.Status.DRAFT, CVRevision.Status.SUBMITTED])

    def visible_to(self, user) -> CVRevisionQuerySet:
        """Approved texts of the experts in the reader's folder; every text of one's own and of one's branch."""
        seen = Expert.objects.visible_to(user)
        kept = Expert.objects.own(user) | Expert.objects.coordinated_by(user)
        return self.filter(
            models.Q(cv__expert__in=seen, status=CVRevision.Status.APPROVED) | models.Q(cv__expert__in=kept)
        )


class CVRevision(models.Model):
    """The fields CV-01…CV-16 as they stood once. What is approved is this very row, never a later edit (CM-13).

    The name and birth year (CV-01, CV-02) are the person's and shown as each audience may see them.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("cv", "draft")
        SUBMITTED = "submitted", pgettext_lazy("cv", "waiting for approval")
        RETURNED = "returned", pgettext_lazy("cv", "sent back")
        APPROVED = "approved", pgettext_lazy("cv", "approved")
        SUPERSEDED = "superseded", pgettext_lazy("cv", "replaced")

    MOVES = {
        Status.DRAFT: {Status.SUBMITTED},
        Status.SUBMITTED: {Status.APPROVED, Status.RETURNED, Status.SUPERSEDED},
        Status.APPROVED: {Status.SUPERSEDED},
        Status.RETURNED: set(),
        Status.SUPERSEDED: set(),
    }

    cv = models.ForeignKey(CV, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    training_year = models.PositiveSmallIntegerField(_("Expert training completed in year"), null=True, blank=True)
    trainer = models.CharField(_("Who arranged the training"), max_length=120, blank=True)
    background = models.TextField(_("My background as an expert by experience"), blank=True)
    motto = models.CharField(_("My motto"), max_length=200, blank=True)
    story = models.TextField(_("What is my story like?"), blank=True)
    special_skills = models.JSONField(_("Special skills"), default=list, blank=True)
    comment = models.TextField(_("Coordinator's comment"), blank=True)
    written_at = models.DateTimeField()
    expert_agreed_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CVRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(name="cv_revision_number", fields=["cv", "number"]),
            models.UniqueConstraint(name="cv_one_approved", fields=["cv"], condition=models.Q(status="approved")),
            # An edit made after submitting is a draft beside it, so the text read and the text approved are one row.
            models.UniqueConstraint(name="cv_one_draft", fields=["cv"], condition=models.Q(status="draft")),
            models.UniqueConstraint(name="cv_one_submitted", fields=["cv"], condition=models.Q(status="submitted")),
            models.CheckConstraint(
                name="cv_approved_has_agreement",
                condition=~models.Q(status="approved") | models.Q(expert_agreed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"CV{self.cv_id}/{self.number}"


class CVAreaText(models.Model):
    """What one service was like (CV-07…CV-15): a text an area, any may be missing."""

    revision = models.ForeignKey(CVRevision, models.CASCADE, related_name="area_texts")
    area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        ordering = ["area__position"]
        constraints = [models.UniqueConstraint(name="cv_area_once", fields=["revision", "area"])]

    def __str__(self) -> str:
        return f"{self.revision_id}:{self.area_id}"


class CVWord(models.Model):
    """A keyed digest of a word of an approved CV: search without the words themselves."""

    revision = models.ForeignKey(CVRevision, models.CASCADE, related_name="words")
    token = models.CharField(max_length=26)

    class Meta:
        constraints = [models.UniqueConstraint(name="cv_word_once", fields=["token", "revision"])]

    def __str__(self) -> str:
        return f"W{self.pk}"
