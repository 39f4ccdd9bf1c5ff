from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person, Role, Unit

from .booking import Booking
from .booking_request import BookingRequest
from .expert import Expert

JOINED = (Booking.Status.CONFIRMED, Booking.Status.HELD)


class ConversationQuerySet(models.QuerySet):
    def coordinated_by(self, user) -> ConversationQuerySet:
        """Those of the orders one coordinates today. The main user, who sees the orders, is no reader of them."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR)
        return self.filter(Unit.branch_condition(branches, "booking_request__unit__"))

    def of(self, person: Person | None) -> ConversationQuerySet:
        """The person's own: as the orderer, with the coordinator as an expert, and with all of the order one is booked for."""
        if person is None:
            return self.none()
        kinds = Conversation.Audience
        joined = Booking.objects.filter(expert__person=person, status__in=JOINED).values("booking_request")
        return self.filter(
            models.Q(audience__in=[kinds.ORDERER, kinds.ALL], booking_request__orderer=person)
            | models.Q(audience=kinds.EXPERT, expert__person=person)
            | models.Q(audience=kinds.ALL, booking_request__in=joined)
        )

    def visible_to(self, user) -> ConversationQuerySet:
        """One's own, and those of the orders one coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            models.Q(pk__in=self.model.objects.of(user.as_person()).values("pk"))
            | models.Q(pk__in=self.model.objects.coordinated_by(user).values("pk"))
        )


class Conversation(models.Model):
    """A box of posts on an order. Its audience stands from the first post on and is told beside every box for writing."""

    class Audience(models.TextChoices):
        ORDERER = "orderer", pgettext_lazy("conversation", "the orderer and the coordinator")
        EXPERT = "expert", pgettext_lazy("conversation", "the coordinator and one expert")
        ALL = "all", pgettext_lazy("conversation", "everybody together")

    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="conversations")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    expert = models.ForeignKey(Expert, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.CheckConstraint(
                name="conversation_expert_box_has_expert",
                condition=models.Q(audience="expert", expert__isnull=False)
                | (~models.Q(audience="expert") & models.Q(expert=None)),
            ),
            models.UniqueConstraint(
                name="conversation_one_a_box",
                fields=["booking_request", "audience"],
                condition=models.Q(expert=None),
            ),
            models.UniqueConstraint(
                name="conversation_one_an_expert",
                fields=["booking_request", "expert"],
                condition=models.Q(expert__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"K{self.pk}"


class PostQuerySet(models.QuerySet):
    def standing(self) -> PostQuerySet:
        return self.filter(taken_back_at=None)

    def shown_to(self, person: Person | None) -> PostQuerySet:
        """The posts of the person's own conversations. An expert who joined later was no reader of what was written before."""
        if person is None:
            return self.none()
        joined = Booking.objects.filter(
            expert__person=person,
            status__in=JOINED,
            booking_request=models.OuterRef("conversation__booking_request"),
            confirmed_at__lte=models.OuterRef("at"),
        )
        return self.filter(
            ~models.Q(conversation__audience=Conversation.Audience.ALL)
            | models.Q(conversation__booking_request__orderer=person)
            | models.Exists(joined),
            conversation__in=Conversation.objects.of(person),
        )

    def unread_by(self, person: Person) -> PostQuerySet:
        """What others have written to the person, who has not marked it as read."""
        read = Reading.objects.filter(
            conversation=models.OuterRef("conversation"), person=person, post__gte=models.OuterRef("pk")
        )
        return self.standing().shown_to(person).exclude(author=person).filter(~models.Exists(read))

    def unread_by_coordinators(self) -> PostQuerySet:
        """What the orderer or an expert has written and no coordinator has read: one reads for all of them."""
        read = Reading.objects.filter(
            conversation=models.OuterRef("conversation"), side=Post.Side.COORDINATOR, post__gte=models.OuterRef("pk")
        )
        return self.standing().exclude(side=Post.Side.COORDINATOR).filter(~models.Exists(read))

    def visible_to(self, user) -> PostQuerySet:
        """One's own conversations' as far as one was their reader, and those of the orders one coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            models.Q(pk__in=self.model.objects.shown_to(user.as_person()).values("pk"))
            | models.Q(conversation__in=Conversation.objects.coordinated_by(user))
        )


class Post(models.Model):
    """What somebody wrote, once and for all: it is never edited, and may be taken back soon after (the words go)."""

    class Side(models.TextChoices):
        ORDERER = "orderer", pgettext_lazy("conversation", "orderer")
        COORDINATOR = "coordinator", pgettext_lazy("conversation", "coordinator")
        EXPERT = "expert", pgettext_lazy("conversation", "expert by experience")

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="posts")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=Side.choices)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("conversation", "message")
        verbose_name_plural = pgettext_lazy("conversation", "messages")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["conversation", "id"])]
        constraints = [
            models.CheckConstraint(
                name="post_has_words_until_taken_back",
                condition=(models.Q(taken_back_at=None) & ~models.Q(text=""))
                | models.Q(taken_back_at__isnull=False, text=""),
            )
        ]

    def __str__(self) -> str:
        return f"P{self.pk}"


class Reading(models.Model):
    """How far a person has read a conversation. Only the coordinator is shown who has read."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    side = models.CharField(max_length=12, choices=Post.Side.choices)
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="reading_one_a_person", fields=["conversation", "person"])]

    def __str__(self) -> str:
        return f"{self.conversation_id}:{self.person_id}"
