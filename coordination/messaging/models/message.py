from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit

from .desk import kept_in, on_closed
from .safe_link import SafeLink

CONFIDENTIAL = "recruitment."
"""How the kinds begin whose mere existence tells who is interested (CC-08, L-13)."""


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user) -> MessageQuerySet:
        """The coordinator's, by the branch that keeps the message (`desk.kept_in`); never a sign-in code.

        The main user sees them, too, but not who is interested in what, nor what goes to those known from that alone: that
        is for those who recruit.
        """
        if not user.is_authenticated:
            return self.none()
        own = kept_in(user.branches(Role.Kind.COORDINATOR))
        looked_after = Unit.branch_condition(user.branches(Role.Kind.ADMIN), "person__unit__")
        told_of = ~models.Q(kind__startswith=CONFIDENTIAL) & ~on_closed() & models.Q(person__is_unconfirmed=False)
        return self.filter(own | looked_after & told_of, secret=False)

    def at_desk(self, desk: str) -> MessageQuerySet:
        """What its holders post and tell: the caller has asked who they are."""
        return self.filter(desk=desk, secret=False)

    def due(self, at=None) -> MessageQuerySet:
        """Those whose time to leave has come; a reminder waits for its day."""
        return self.filter(models.Q(not_before=None) | models.Q(not_before__lte=at or clock.now()))

    def by_hand(self) -> MessageQuerySet:
        """What a person has to post or tell now."""
        return self.due().filter(status=Message.Status.BY_HAND)


class Message(models.Model):
    """One thing that leaves to one person, tied to its cause; rendered when queued.

    Links stand in the text as `[[link:17]]` and are filled in at sending: no live token is ever stored.
    `about` is the cause ("experts.bookingrequest:17"), `version` the state of the cause it tells of.
    Post and phone are channels as good as e-mail: such a row waits for a person to mark it done.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("message", "waiting to leave")
        SENDING = "sending", pgettext_lazy("message", "leaving")
        SENT = "sent", pgettext_lazy("message", "sent")
        FAILED = "failed", pgettext_lazy("message", "did not go")
        UNCERTAIN = "uncertain", pgettext_lazy("message", "uncertain")
        BY_HAND = "by_hand", pgettext_lazy("message", "to be posted or called")
        SUPERSEDED = "superseded", pgettext_lazy("message", "replaced by a newer one")
        EXPIRED = "expired", pgettext_lazy("message", "too old to send")
        STOPPED = "stopped", pgettext_lazy("message", "stopped")
        GATHERED = "gathered", pgettext_lazy("message", "waits for the digest")
        JOINED = "joined", pgettext_lazy("message", "told in the digest")
        UNWANTED = "unwanted", pgettext_lazy("message", "not wanted by the reader")

    MOVES = {
        Status.QUEUED: {Status.SENDING, Status.SUPERSEDED, Status.EXPIRED, Status.STOPPED, Status.FAILED},
        Status.SENDING: set(),  # the worker's alone, by conditional update
        Status.UNCERTAIN: {Status.QUEUED, Status.SENT, Status.STOPPED, Status.BY_HAND, Status.FAILED},
        Status.FAILED: {Status.QUEUED, Status.STOPPED, Status.BY_HAND},
        # To itself: from the post to the phone and back.
        Status.BY_HAND: {Status.SENT, Status.SUPERSEDED, Status.EXPIRED, Status.STOPPED, Status.BY_HAND},
        Status.STOPPED: {Status.QUEUED, Status.BY_HAND},
        Status.SENT: {Status.FAILED},  # it came back
        Status.SUPERSEDED: set(),
        Status.EXPIRED: set(),
        Status.GATHERED: {
            Status.QUEUED,
            Status.BY_HAND,
            Status.JOINED,
            Status.SUPERSEDED,
            Status.EXPIRED,
            Status.STOPPED,
        },
        Status.JOINED: set(),
        Status.UNWANTED: set(),
    }

    kind = models.CharField(_("Message"), max_length=60)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("To whom"))
    address = models.EmailField(
        blank=True, help_text=_("Only where the message must go to an address other than the person's own.")
    )
    channel = models.CharField(_("Channel"), max_length=10, choices=Person.Channel.choices)
    language = models.CharField(max_length=8)
    subject = models.CharField(_("Subject"), max_length=200)
    body = models.TextField()
    html = models.TextField(blank=True)
    reply_to = models.CharField(max_length=200, blank=True)
    about = models.CharField(_("Cause"), max_length=80)
    version = models.PositiveIntegerField(default=0)
    part = models.PositiveSmallIntegerField(
        default=0, help_text=_("Which of several of the same kind: the first reminder, the second.")
    )
    link = models.ForeignKey(SafeLink, models.SET_NULL, null=True, blank=True, related_name="+")
    again = models.CharField(
        max_length=32, blank=True, default="", help_text=_("The press of a button by which it was sent again.")
    )
    changes = models.JSONField(
        blank=True,
        default=list,
        help_text=_("What it tells to have changed; joined into the next one if it never leaves."),
    )
    desk = models.CharField(
        max_length=80,
        blank=True,
        default="",
        db_index=True,
        help_text=_("Who besides the coordinator posts and tells it: “councils.council:3”."),
    )
    joined_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(
        pgettext_lazy("message", "State"), max_length=12, choices=Status.choices, default=Status.QUEUED
    )
    secret = models.BooleanField(
        default=False, help_text=_("A sign-in code: shown to nobody, blanked once it has left.")
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    queued_at = models.DateTimeField(_("Written"))
    not_before = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    handed_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When it was given to the mail server; no answer yet.")
    )
    done_at = models.DateTimeField(_("Left"), null=True, blank=True)
    message_id = models.CharField(max_length=120, unique=True)

    # Wagtail would write an index of references at every message: five queries for what no screen asks.
    wagtail_reference_index_ignore = True
    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("message", "message")
        verbose_name_plural = pgettext_lazy("message", "messages")
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="message_once", fields=["about", "kind", "person", "version", "part", "again"]
            ),
        ]
        indexes = [
            models.Index(fields=["status", "not_before"]),
            models.Index(fields=["about"]),
            models.Index(fields=["-queued_at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"M{self.pk}"

    @property
    def came_back(self) -> bool:
        """Whether the far mail server took it and then sent it back (`domain.bounce`)."""
        return self.status == self.Status.FAILED and self.problem.startswith("bounced")


class MessageName(models.Model):
    """A third person whose name stands in the text: what erasure must find."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="names")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="message_name_once", fields=["message", "person"])]

    def __str__(self) -> str:
        return f"{self.message_id}:{self.person_id}"


class Attachment(models.Model):
    """What goes along: a small body kept here (a calendar invitation) or a stored file."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    body = models.BinaryField(blank=True, default=bytes)
    file = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.name
