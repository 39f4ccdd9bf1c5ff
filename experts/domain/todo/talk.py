"""What has been written and not read, in the conversations of orders; what experts have told of bad treatment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation import formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from experts.mails.conversation import key_of
from experts.models import Booking, BookingRequest, Concern, Conversation, Post

SHOWN = 10
MOST_POSTS = 100
WITH = ("conversation__booking_request__task_type", "conversation__booking_request__unit")


def concerns(user: User) -> Iterator[Todo]:
    """Told to this coordinator and waiting: before anything else. Neither the unit nor the teller is named on the list."""
    rows = Concern.objects.told_to(user).filter(status=Concern.Status.OPEN).order_by("told_at")
    for concern in rows[:SHOWN]:
        yield Todo(
            title=_("An expert tells of bad treatment"),
            text=_("Told %(moment)s. Wish: %(wish)s")
            % {"moment": formats.moment(concern.told_at), "wish": concern.get_wish_display()},
            url=reverse("concern:page", args=[concern.pk]),
            button=pgettext("todo", "Read"),
            tone="first",
            group=_("Told of bad treatment"),
        )


def appearances_gone(user: User) -> Iterator[Todo]:
    """Media bookings ahead whose expert has withdrawn the consent to that appearance (PU-02)."""
    rows = Booking.objects.upcoming().filter(
        offer__appearance__withdrawn_at__isnull=False,
        booking_request__in=BookingRequest.objects.coordinated_by(user),
    )
    for booking in rows.select_related("booking_request__task_type", "booking_request__unit")[:SHOWN]:
        order = booking.booking_request
        yield Todo(
            title=f"{order.number} {order.task_type}, {order.unit}",
            text=_(
                "The expert has withdrawn the consent to this appearance. Tell the publisher, and cancel the booking."
            ),
            url=reverse("booking_request:page", args=[order.pk]),
            button=_("Look"),
            tone="late",
            group=_("Consent withdrawn"),
        )


def unread_of_coordinator(user: User) -> Iterator[Todo]:
    """What the orderers and the experts have written and no coordinator has read, a matter a conversation."""
    rows = Post.objects.filter(conversation__in=Conversation.objects.coordinated_by(user)).unread_by_coordinators()
    for box, count in _by_conversation(rows):
        order = box.booking_request
        yield Todo(
            title=f"{order.number} {order.task_type}, {order.unit}",
            text=_new_messages(count),
            url=reverse("booking_request:conversation", args=[order.pk, key_of(box.audience, box.expert_id)]),
            button=_("Read and answer"),
            group=_("Messages to read"),
        )


def unread_of(person: Person) -> Iterator[Todo]:
    """What others have written to the person, as an orderer or as an expert."""
    for box, count in _by_conversation(Post.objects.unread_by(person)):
        is_common = box.audience == Conversation.Audience.ALL
        key = "kaikki" if is_common else "koordinaattori"
        readers = _("Everybody together") if is_common else _("You and the coordinator")
        yield Todo(
            title=_new_messages(count),
            text=f"{box.booking_request.task_type}: {readers}",
            url=reverse("experts:conversation", args=[box.booking_request.number, key]),
            button=_("Read and answer"),
        )


def _by_conversation(posts) -> Iterable[tuple[Conversation, int]]:
    rows = posts.select_related(*WITH).order_by("conversation", "pk")[:MOST_POSTS]
    found = [(box, len(list(group))) for box, group in groupby(rows, key=lambda post: post.conversation)]
    return found[:SHOWN]


def _new_messages(count: int) -> str:
    words = ngettext("%(count)s new message waits for you", "%(count)s new messages wait for you", count)
    return words % {"count": count}
