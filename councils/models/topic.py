from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Unit

from .council import Council
from .membership import Membership


class TopicTheme(models.Model):
    """A cluster the leaders gather topics under (CC-13)."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="themes")
    names = TextsField(verbose_name=pgettext_lazy("topic", "Theme"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.names)


class TopicQuerySet(models.QuerySet):
    def visible_to(self, user) -> TopicQuerySet:
        """The bank of the councils one belongs to or leads. Who proposed a topic is the leaders' and the proposer's to know."""
        return self.filter(council__in=Council.objects.visible_to(user))

    def waiting(self) -> TopicQuerySet:
        """In the bank, on no agenda yet."""
        return self.filter(status=Topic.Status.PROPOSED)

    def public(self) -> TopicQuerySet:
        return self.filter(is_public=True, council__is_public=True)

    def with_support(self) -> TopicQuerySet:
        """Each with `support`: how many of today's members have given it a vote."""
        own = models.Q(votes__membership__left_on=None)
        return self.annotate(support=models.Count("votes", filter=own, distinct=True))


class Topic(models.Model):
    """Something for a council to talk about: from a member, a unit, the management (CC-01, CC-05), kept with its origin."""

    class Origin(models.TextChoices):
        MEMBER = "member", pgettext_lazy("topic", "a member")
        UNIT = "unit", pgettext_lazy("topic", "a unit")
        MANAGEMENT = "management", pgettext_lazy("topic", "the management")
        INTERVIEW = "interview", pgettext_lazy("topic", "an interview")
        EVENT = "event", pgettext_lazy("topic", "an event")
        CLIENT = "client", pgettext_lazy("topic", "a client")
        LEADER = "leader", pgettext_lazy("topic", "the leaders")

    class Status(models.TextChoices):
        PROPOSED = "proposed", pgettext_lazy("topic", "in the topic bank")
        TAKEN = "taken", pgettext_lazy("topic", "on an agenda")
        HANDLED = "handled", pgettext_lazy("topic", "talked over")
        PARKED = "parked", pgettext_lazy("topic", "put aside")

    MOVES = {
        Status.PROPOSED: {Status.TAKEN, Status.PARKED, Status.HANDLED},
        Status.TAKEN: {Status.PROPOSED, Status.HANDLED, Status.PARKED},
        Status.HANDLED: {Status.TAKEN},
        Status.PARKED: {Status.PROPOSED},
    }

    council = models.ForeignKey(Council, models.CASCADE, related_name="topics")
    theme = models.ForeignKey(
        TopicTheme,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=pgettext_lazy("topic", "Theme"),
    )
    title = models.CharField(_("What is it about, in a few words?"), max_length=120)
    text = models.TextField(pgettext_lazy("topic", "Tell more"), blank=True)
    origin = models.CharField(_("Where it came from"), max_length=12, choices=Origin.choices, default=Origin.MEMBER)
    from_unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Which unit")
    )
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    proposed_at = models.DateTimeField(pgettext_lazy("topic", "Proposed"))
    status = models.CharField(
        pgettext_lazy("topic", "State"), max_length=10, choices=Status.choices, default=Status.PROPOSED
    )
    parked_because = models.CharField(_("Why it was put aside"), max_length=300, blank=True)
    is_public = models.BooleanField(_("Seen on the council's public page"), default=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "topic")
        verbose_name_plural = pgettext_lazy("council", "topics")
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["council", "status"])]
        constraints = [
            models.CheckConstraint(
                name="topic_parked_tells_why", condition=~models.Q(status="parked") | ~models.Q(parked_because="")
            ),
        ]

    def __str__(self) -> str:
        return f"A{self.pk}"


class TopicVote(models.Model):
    """A member's support for a topic: a few votes each, one for a topic (CC-01)."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="votes")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="topic_vote_once", fields=["topic", "membership"])]

    def __str__(self) -> str:
        return f"{self.topic_id}:{self.membership_id}"
