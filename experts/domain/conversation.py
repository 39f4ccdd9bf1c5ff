"""The verbs of talking on an order: write, take back, mark as read. Who reads is told before one writes (hypha's lesson)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, rule, workflow
from experts.mails import conversation as mails
from experts.models import Booking, BookingRequest, Conversation, Expert, Offer, Post, Reading
from experts.models.conversation import JOINED
from experts.permissions import conversation as permissions

Audience, Side, Status = Conversation.Audience, Post.Side, BookingRequest.Status
LONGEST = 4000


@transaction.atomic
def write(order: BookingRequest, audience: str, text: str, by: Actor, expert: Expert | None = None) -> Post:
    """Write in a box of the order; its other readers are told that there is something to read, once the time to take
    it back is over. `expert` names the box of one expert. Raises `Refused`.
    """
    identity_code.refuse(text, field="text")
    current = workflow.locked(order)
    side = _side(by, current, audience, expert)
    if closed := why_closed(current, audience, expert, standing(current)):
        raise Refused(closed, code="closed")
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise Refused(_("Write your message first, at most 4,000 characters."), field="text", code="text")
    box, __ = Conversation.objects.get_or_create(
        booking_request=current, audience=audience, expert=expert if audience == Audience.EXPERT else None
    )
    post = Post.objects.create(conversation=box, author=by.person, side=side, text=words, at=clock.now())
    _note_reading(box, by, side, post)
    audit.log(post, "kuuluviin.made", by, {"order": current.number, "audience": audience})
    for person, as_side in _persons(current, box):
        # A substitute writes for the coordinator: the one need not be told what the other wrote.
        if person != by.person and not side == as_side == Side.COORDINATOR:
            mails.new(post, person, as_side, not_before=take_back_until(post))
    return post


@transaction.atomic
def take_back(post: Post, by: Actor) -> Post:
    """Take one's own words back soon after; a line remains that tells so. Raises `Refused`."""
    current = workflow.locked(post)
    if by.person is None or by.person.pk != current.author_id:
        raise Refused(_("Only who wrote a message takes it back."), code="stranger")
    if current.taken_back_at is not None:
        raise Refused(_("The message has been taken back already."), code="taken")
    if take_back_until(current) <= clock.now():
        raise Refused(
            _("A message can be taken back soon after writing only. Write another that puts it right."), code="late"
        )
    post.text, post.taken_back_at = "", clock.now()
    post.save(update_fields=["text", "taken_back_at"])
    audit.log(post, "kuuluviin.changed", by, {"taken_back": True})
    outbox.supersede(post)
    box = post.conversation
    for person, side in _persons(box.booking_request, box):
        if not has_unread(box, person, side):
            mails.no_longer_new(box, person)
    return post


@transaction.atomic
def mark_read(box: Conversation, by: Actor) -> Reading | None:
    """Note how far the actor has read; None where there is nothing. Raises `Refused` for one who is no reader."""
    side = _side(by, box.booking_request, box.audience, box.expert)
    seen = Post.objects.filter(conversation=box) if side == Side.COORDINATOR else Post.objects.shown_to(by.person)
    last = seen.filter(conversation=box).order_by("-pk").first()
    return _note_reading(box, by, side, last) if last else None


def take_back_until(post: Post) -> datetime:
    """Until when (aware) the author may take the post back: the rule `conversation.take_back_minutes`."""
    unit = post.conversation.booking_request.unit
    return post.at + timedelta(minutes=rule.on(unit, "conversation.take_back_minutes"))


@dataclass(frozen=True)
class Standing:
    """What decides whether boxes are open: who is still asked or booked (keys of experts), and when all closes."""

    asked: frozenset[int]
    is_booked: bool
    until: datetime | None


def standing(order: BookingRequest) -> Standing:
    """How the order stands for its conversations, in a fixed number of queries."""
    return standing_of(order, order.bookings.order_by(), order.offers.alive())


def standing_of(order: BookingRequest, bookings: Iterable[Booking], alive: Iterable[Offer]) -> Standing:
    """The same from rows read already: every booking, and the offers that wait or were accepted."""
    rows = list(bookings)
    return Standing(
        asked=frozenset(row.expert_id for row in [*alive, *rows]),
        is_booked=any(row.status in JOINED for row in rows),
        until=_open_until(order, [row.ends_at for row in rows]),
    )


def why_closed(order: BookingRequest, audience: str, expert: Expert | None, stands: Standing) -> Any:
    """Why nothing can be written in a box now; empty where it can."""
    if order.status == Status.DRAFT:
        return _("The conversation opens when the order has been sent.")
    if stands.until and stands.until <= clock.now():
        words = _("The order is over, and this has been closed since %(day)s. Call if something is left unsaid.")
        return words % {"day": formats.day(stands.until)}
    if audience == Audience.ALL and not stands.is_booked:
        return _("This opens when an expert has been confirmed.")
    if audience == Audience.EXPERT and (expert is None or expert.pk not in stands.asked):
        return _("The offer is over, so nothing can be added here. Call if something is left unsaid.")
    return ""


def _open_until(order: BookingRequest, ends: list[datetime]) -> datetime | None:
    """A finished order's conversations close days after it ended, by the rule `conversation.open_days`."""
    if order.status not in {Status.CLOSED, Status.CANCELLED}:
        return None
    ended = order.cancelled_at if order.status == Status.CANCELLED else max(ends, default=order.sent_at)
    return ended + timedelta(days=rule.on(order.unit, "conversation.open_days"))


def has_unread(box: Conversation, person: Person, side: str) -> bool:
    posts = Post.objects.filter(conversation=box)
    found = posts.unread_by_coordinators() if side == Side.COORDINATOR else posts.unread_by(person)
    return found.exists()


def _side(by: Actor, order: BookingRequest, audience: str, expert: Expert | None) -> str:
    side = permissions.side_of(by, order, audience, expert)
    if side is None:
        raise Refused(_("Only those who read this conversation take part in it."), code="stranger")
    return side


def _note_reading(box: Conversation, by: Actor, side: str, post: Post) -> Reading:
    facts = {"side": side, "post": post, "at": clock.now()}
    reading, __ = Reading.objects.update_or_create(conversation=box, person=by.person, defaults=facts)
    mails.no_longer_new(box, by.person)
    return reading


def _persons(order: BookingRequest, box: Conversation) -> list[tuple[Person, str]]:
    """Whom a post in the box is written to, each as which side."""
    found = [(order.coordinator, Side.COORDINATOR)] if order.coordinator else []
    if box.audience != Audience.EXPERT:
        found.append((order.orderer, Side.ORDERER))
    if box.audience == Audience.EXPERT:
        found.append((box.expert.person, Side.EXPERT))
    if box.audience == Audience.ALL:
        rows = Booking.objects.filter(booking_request=order, status__in=JOINED).select_related("expert__person")
        found += [(row.expert.person, Side.EXPERT) for row in rows.order_by("seat")]
    return found
