from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Unit

from .agenda_item import AgendaItem
from .council import Council
from .hearing import Heard, Waited
from .topic import Topic


class StatementQuerySet(models.QuerySet):
    def visible_to(self, user) -> StatementQuerySet:
        """The leaders see drafts, too; members what has been taken further."""
        if not user.is_authenticated:
            return self.none()
        led = models.Q(council__in=Council.objects.led_by(user))
        own = models.Q(council__in=Council.objects.attended_by(user)) & ~models.Q(status=Statement.Status.DRAFT)
        return self.filter(led | own)

    def public(self) -> StatementQuerySet:
        return self.filter(is_public=True, council__is_public=True).exclude(status=Statement.Status.DRAFT)

    def with_ways(self) -> StatementQuerySet:
        """With those it was taken to, so that a list of many asks once."""
        return self.select_related("council", "topic").prefetch_related("forwardings__unit")


class Statement(Heard, models.Model):
    """An idea or a statement of a council on its way to those who decide, and what came of it (CC-02, CC-04)."""

    class Kind(models.TextChoices):
        IDEA = "idea", pgettext_lazy("statement", "idea")
        STATEMENT = "statement", pgettext_lazy("statement", "statement")

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("statement", "draft")
        FORWARDED = "forwarded", pgettext_lazy("statement", "taken further")
        ANSWERED = "answered", pgettext_lazy("statement", "answered")
        IN_USE = "in_use", pgettext_lazy("statement", "seen in the service")
        CLOSED = "closed", pgettext_lazy("statement", "closed")

    MOVES = {
        Status.DRAFT: {Status.FORWARDED},
        Status.FORWARDED: {Status.ANSWERED, Status.IN_USE, Status.CLOSED},
        Status.ANSWERED: {Status.FORWARDED, Status.IN_USE, Status.CLOSED},
        Status.IN_USE: set(),
        Status.CLOSED: {Status.IN_USE},
    }

    council = models.ForeignKey(Council, models.PROTECT, related_name="statements")
    number = models.PositiveSmallIntegerField(pgettext_lazy("statement", "Number"))
    kind = models.CharField(pgettext_lazy("statement", "Kind"), max_length=10, choices=Kind.choices, default=Kind.IDEA)
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="statements")
    title = TextsField(verbose_name=pgettext_lazy("statement", "Title"))
    text = TextsField(verbose_name=pgettext_lazy("statement", "What the council says"))
    plain_text = TextsField(verbose_name=pgettext_lazy("statement", "The same in plain language"), blank=True)
    status = models.CharField(
        pgettext_lazy("statement", "State"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    made_on = models.DateField(pgettext_lazy("statement", "Made on"))
    is_public = models.BooleanField(_("Seen on the council's public page"), default=True)
    outcome = TextsField(verbose_name=pgettext_lazy("statement", "What is seen in the service"), blank=True)
    outcome_on = models.DateField(pgettext_lazy("statement", "Seen since"), null=True, blank=True)
    closed_because = models.CharField(pgettext_lazy("statement", "Why it is closed"), max_length=300, blank=True)
    moved_at = models.DateTimeField(help_text=_("When something last came of it: the next agenda tells of it."))
    moves = models.PositiveIntegerField(default=0, help_text=_("How many times something came of it."))

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "idea or statement")
        verbose_name_plural = pgettext_lazy("council", "ideas and statements")
        ordering = ["-made_on", "-pk"]
        indexes = [models.Index(fields=["council", "status"])]
        constraints = [
            models.UniqueConstraint(name="statement_number_once", fields=["council", "number"]),
            models.CheckConstraint(
                name="statement_in_use_tells_when",
                condition=~models.Q(status="in_use") | models.Q(outcome_on__isnull=False),
            ),
            models.CheckConstraint(
                name="statement_closed_tells_why", condition=~models.Q(status="closed") | ~models.Q(closed_because="")
            ),
        ]

    def __str__(self) -> str:
        return f"KA{self.pk}"


class Forwarding(Waited, models.Model):
    """A statement taken to one recipient: a unit, the management, those who decide, the media (CC-04)."""

    class To(models.TextChoices):
        UNIT = "unit", pgettext_lazy("forwarding", "a unit")
        MANAGEMENT = "management", pgettext_lazy("forwarding", "the management")
        DECISION_MAKERS = "deciders", pgettext_lazy("forwarding", "decision-makers")
        MEDIA = "media", pgettext_lazy("forwarding", "the media")

    class Status(models.TextChoices):
        SENT = "sent", pgettext_lazy("forwarding", "waits for an answer")
        SILENT = "silent", pgettext_lazy("forwarding", "silent")
        ANSWERED = "answered", pgettext_lazy("forwarding", "answered")
        CLOSED = "closed", pgettext_lazy("forwarding", "no answer is waited for")

    MOVES = {
        Status.SENT: {Status.SILENT, Status.ANSWERED, Status.CLOSED},
        Status.SILENT: {Status.SENT, Status.ANSWERED, Status.CLOSED},
        Status.ANSWERED: {Status.ANSWERED},
        Status.CLOSED: {Status.ANSWERED},
    }

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="forwardings")
    to = models.CharField(pgettext_lazy("forwarding", "To"), max_length=12, choices=To.choices)
    recipient = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("forwarding", "Who answers")
    )
    recipient_title = models.CharField(
        pgettext_lazy("forwarding", "Title, as it is shown"),
        max_length=120,
        help_text=_("For example: Head of services."),
    )
    unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=pgettext_lazy("field", "Unit")
    )
    status = models.CharField(
        pgettext_lazy("forwarding", "State"), max_length=10, choices=Status.choices, default=Status.SENT
    )
    sent_on = models.DateField(pgettext_lazy("forwarding", "Taken further on"))
    promised_on = models.DateField(_("An answer is promised by"), null=True, blank=True)
    link = models.OneToOneField("messaging.SafeLink", models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_on = models.DateField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    call_asked_on = models.DateField(null=True, blank=True)
    called_on = models.DateField(_("Called on"), null=True, blank=True)
    called_note = models.CharField(pgettext_lazy("forwarding", "What was said"), max_length=300, blank=True)
    answer = models.TextField(_("The answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_via = models.CharField(max_length=10, blank=True)
    answer_public = models.BooleanField(
        _("The answer is shown in public"), default=False, help_text=_("With the title, never with a name.")
    )

    class Meta:
        ordering = ["sent_on", "pk"]
        indexes = [models.Index(fields=["status", "promised_on"])]
        constraints = [
            models.CheckConstraint(
                name="forwarding_answered_has_answer",
                condition=~models.Q(status="answered") | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"KV{self.pk}"

    @property
    def is_to_call(self) -> bool:
        """Whether a call has been asked for that nobody has made."""
        is_made = self.called_on and self.call_asked_on and self.called_on >= self.call_asked_on
        return bool(self.is_waiting and self.call_asked_on and not is_made)
