from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Person

from .council import Council
from .meeting import Meeting
from .topic import Topic


class AgendaItemQuerySet(models.QuerySet):
    def visible_to(self, user) -> AgendaItemQuerySet:
        return self.filter(meeting__in=Meeting.objects.visible_to(user))

    def backlog(self, council: Council) -> AgendaItemQuerySet:
        """Items that wait for a meeting."""
        return self.filter(council=council, meeting=None)


class AgendaItem(models.Model):
    """One item of an agenda, with what was said of it and what came of it (MT-05, MT-10, MT-11, CC-16).

    An item of no meeting waits in the council's backlog. One that moves on leaves a row behind that says so.
    """

    class Kind(models.TextChoices):
        INFORMATION = "information", pgettext_lazy("agenda item", "information")
        DISCUSSION = "discussion", pgettext_lazy("agenda item", "discussion")
        POSITION = "position", pgettext_lazy("agenda item", "position")
        DECISION = "decision", pgettext_lazy("agenda item", "decision")
        BREAK = "break", pgettext_lazy("agenda item", "break")

    class Role(models.TextChoices):
        """Items that fill themselves, or that stand in every meeting."""

        ORDINARY = "ordinary", pgettext_lazy("agenda item", "ordinary")
        FOLLOW_UP = "follow_up", pgettext_lazy("agenda item", "last minutes and what came of earlier proposals")
        OPENING = "opening", pgettext_lazy("agenda item", "opening")
        NEXT = "next", pgettext_lazy("agenda item", "next meeting")
        CLOSING = "closing", pgettext_lazy("agenda item", "closing")

    class Method(models.TextChoices):
        TALK = "talk", pgettext_lazy("method", "joint discussion")
        ROUND = "round", pgettext_lazy("method", "a round where everybody speaks")
        GROUPS = "groups", pgettext_lazy("method", "group work")
        PAIRS = "pairs", pgettext_lazy("method", "in pairs")
        CARDS = "cards", pgettext_lazy("method", "picture or feeling cards")
        SWOT = "swot", pgettext_lazy("method", "SWOT")
        DOUBLE_TEAM = "double_team", pgettext_lazy("method", "double team")
        WALK = "walk", pgettext_lazy("method", "walking")
        OTHER = "other", pgettext_lazy("method", "another method")

    class Mandate(models.TextChoices):
        NONE = "", pgettext_lazy("mandate", "nothing to decide")
        PRESENT = "present", pgettext_lazy("mandate", "somebody present may decide")
        ELSEWHERE = "elsewhere", pgettext_lazy("mandate", "nobody present may decide: it goes further")

    class Outcome(models.TextChoices):
        NONE = "", pgettext_lazy("outcome", "not told yet")
        DECISION = "decision", pgettext_lazy("outcome", "decided")
        ACTION = "action", pgettext_lazy("outcome", "somebody does it")
        FORWARDED = "forwarded", pgettext_lazy("outcome", "taken further")
        NOTED = "noted", pgettext_lazy("outcome", "noted")
        ESCALATED = "escalated", pgettext_lazy("outcome", "the manager takes it on")
        POSTPONED = "postponed", pgettext_lazy("outcome", "postponed")

    council = models.ForeignKey(Council, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, blank=True, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.ORDINARY)
    kind = models.CharField(
        pgettext_lazy("agenda item", "Kind"), max_length=12, choices=Kind.choices, default=Kind.DISCUSSION
    )
    topic = models.ForeignKey(
        Topic,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=pgettext_lazy("agenda item", "Topic"),
    )
    title = TextsField(verbose_name=pgettext_lazy("agenda item", "Title"))
    text = TextsField(verbose_name=pgettext_lazy("agenda item", "What is talked about"), blank=True)
    plain_text = TextsField(verbose_name=pgettext_lazy("agenda item", "The same in plain language"), blank=True)
    is_main = models.BooleanField(_("Main topic"), default=False)
    minutes = models.PositiveSmallIntegerField(
        pgettext_lazy("agenda item", "Minutes of time"), default=10, validators=[MaxValueValidator(480)]
    )
    presenter = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Who presents")
    )
    method = models.CharField(
        pgettext_lazy("agenda item", "How it is worked on"), max_length=12, choices=Method.choices, default=Method.TALK
    )
    mandate = models.CharField(_("Who may decide?"), max_length=10, choices=Mandate.choices, blank=True)
    mandate_text = models.CharField(_("Who decides, or where it goes"), max_length=200, blank=True)
    is_late = models.BooleanField(_("Added after the agenda had been sent"), default=False)
    moved_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="moved_to")
    notes = TextsField(verbose_name=_("What was said"), blank=True)
    plain_notes = TextsField(verbose_name=_("Minutes in plain language"), blank=True)
    public_notes = TextsField(verbose_name=_("Minutes without names, for the public page"), blank=True)
    notes_version = models.PositiveIntegerField(default=0, help_text=_("Rises with every save, so that two may write."))
    outcome = models.CharField(
        pgettext_lazy("agenda item", "What came of it?"), max_length=10, choices=Outcome.choices, blank=True
    )
    outcome_text = TextsField(verbose_name=pgettext_lazy("agenda item", "What was agreed"), blank=True)
    outcome_whom = models.CharField(_("To whom it goes"), max_length=200, blank=True)
    outcome_by = models.DateField(_("By when"), null=True, blank=True)
    postponed_because = models.CharField(_("Why it is postponed"), max_length=300, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "agenda item")
        verbose_name_plural = pgettext_lazy("council", "agenda items")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["meeting", "position"]), models.Index(fields=["council", "meeting"])]
        constraints = [
            models.CheckConstraint(
                name="agenda_item_postponed_tells_why",
                condition=~models.Q(outcome="postponed") | ~models.Q(postponed_because=""),
            ),
            models.CheckConstraint(
                name="agenda_item_elsewhere_tells_where",
                condition=~models.Q(mandate="elsewhere") | ~models.Q(mandate_text=""),
            ),
            models.CheckConstraint(
                name="agenda_item_backlog_has_no_outcome",
                condition=models.Q(meeting__isnull=False) | models.Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"AK{self.pk}"


class MaterialQuerySet(models.QuerySet):
    def visible_to(self, user) -> MaterialQuerySet:
        """The leaders see all; members what is theirs or public; guests of one meeting what is public (L-14)."""
        if not user.is_authenticated:
            return self.none()
        seen = models.Q(item__meeting__in=Meeting.objects.visible_to(user))
        led = models.Q(item__council__in=Council.objects.led_by(user))
        own = models.Q(item__council__in=Council.objects.attended_by(user), publicity=Material.Publicity.MEMBERS)
        return self.filter(led | (seen & (own | models.Q(publicity=Material.Publicity.PUBLIC))))


class Material(models.Model):
    """A paper of an agenda item: for everybody, for the members, or confidential (L-14)."""

    class Publicity(models.TextChoices):
        PUBLIC = "public", pgettext_lazy("material", "public")
        MEMBERS = "members", pgettext_lazy("material", "for the members")
        CONFIDENTIAL = "confidential", pgettext_lazy("material", "confidential: for the leaders")

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="materials")
    title = models.CharField(pgettext_lazy("material", "Name"), max_length=120)
    file = models.ForeignKey("records.StoredFile", models.PROTECT, related_name="+")
    publicity = models.CharField(
        _("Who may read it"), max_length=12, choices=Publicity.choices, default=Publicity.MEMBERS
    )
    is_printed = models.BooleanField(_("Is printed for those who get papers"), default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "material")
        verbose_name_plural = pgettext_lazy("council", "materials")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"L{self.pk}"
