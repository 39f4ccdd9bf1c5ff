"""A box as one of its parties sees it: what it is called, who will read it, what is in it, how much is unread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.mails.conversation import key_of
from experts.models import Audience as Shown
from experts.models import Booking, BookingRequest, Conversation, Expert, Offer, Post, Reading
from experts.models.conversation import JOINED
from experts.models.shown import shown_as
from experts.permissions import conversation as permissions

from .conversation import standing_of, take_back_until, why_closed

Audience, Side = Conversation.Audience, Post.Side


@dataclass(frozen=True)
class Reader:
    """Who will read: a name and as what."""

    name: str
    role: str


@dataclass(frozen=True)
class Line:
    """One post as shown. `read_by` is for the coordinator alone."""

    post: Post
    name: str
    role: str
    is_mine: bool
    is_new: bool
    may_take_back: bool
    read_by: str


@dataclass(frozen=True)
class Box:
    """`key` names it in an address; `closed` says why nothing can be written, or is empty; `side` is the viewer's."""

    order: BookingRequest
    audience: str
    expert: Expert | None
    side: str
    key: str
    title: str
    readers: list[Reader]
    closed: Any
    row: Conversation | None = None
    count: int = 0
    unread: int = 0
    last_at: datetime | None = None

    @property
    def readers_line(self) -> str:
        return "; ".join(f"{reader.name} ({reader.role})" if reader.role else reader.name for reader in self.readers)


def box(order: BookingRequest, audience: str, by: Actor, expert: Expert | None = None) -> Box | None:
    """One box, None for one who is no party of it."""
    side = permissions.side_of(by, order, audience, expert)
    if side is None:
        return None
    found = boxes(order, by, [(audience, expert, side)])
    return found[0] if found else None


def boxes_of(order: BookingRequest, by: Actor, expert: Expert | None = None) -> list[Box]:
    """The boxes of an order for a party: with the coordinator, and with everybody once an expert is confirmed.

    For the coordinator: the orderer's, everybody's, and one of each expert asked. `expert` is the viewer as an expert.
    """
    if order.status == BookingRequest.Status.DRAFT:
        return []
    if expert is not None:
        kinds: Iterable = [(Audience.EXPERT, expert), (Audience.ALL, None)]
    elif by.person is not None and by.person.pk == order.orderer_id:
        kinds = [(Audience.ORDERER, None), (Audience.ALL, None)]
    else:
        kinds = [(Audience.ORDERER, None), (Audience.ALL, None), *((Audience.EXPERT, each) for each in asked(order))]
    sides = [(kind, each, permissions.side_of(by, order, kind, each)) for kind, each in kinds]
    return boxes(order, by, [one for one in sides if one[2] is not None])


def boxes(order: BookingRequest, by: Actor, wanted: list[tuple]) -> list[Box]:
    """The boxes with their counts, in a number of queries that does not grow with posts."""
    rows = {(row.audience, row.expert_id): row for row in Conversation.objects.filter(booking_request=order)}
    counts = _counts(order, by, any(side == Side.COORDINATOR for __, ___, side in wanted))
    offers, bookings = _taking_part(order)
    booked = [row.expert for row in bookings if row.status in JOINED]
    stands = standing_of(order, bookings, [row for row in offers if row.status in Offer.ALIVE])
    found = []
    for audience, expert, side in wanted:
        row = rows.get((audience, expert.pk if expert else None))
        if audience == Audience.ALL and not booked and row is None:
            continue
        count, unread, last_at = counts.get(row.pk, (0, 0, None)) if row else (0, 0, None)
        found.append(
            Box(
                order=order,
                audience=audience,
                expert=expert,
                side=side,
                key=_key(audience, expert, side),
                title=_title(order, audience, expert, side),
                readers=_readers(order, audience, expert, booked, side, by),
                closed=why_closed(order, audience, expert, stands),
                row=row,
                count=count,
                unread=unread,
                last_at=last_at,
            )
        )
    return found


def posts_of(box: Box, by: Actor) -> QuerySet[Post]:
    """What the viewer may read in the box, newest first."""
    if box.row is None:
        return Post.objects.none()
    rows = Post.objects.filter(conversation=box.row)
    if box.side != Side.COORDINATOR:
        rows = rows.filter(pk__in=Post.objects.shown_to(by.person).values("pk"))
    return rows.select_related("author", "conversation__booking_request__unit").order_by("-pk")


def lines_of(box: Box, posts: Iterable[Post], by: Actor) -> list[Line]:
    """The posts as shown, oldest first."""
    rows = sorted(posts, key=lambda post: post.pk)
    experts = _experts_by_person(post.author_id for post in rows if post.side == Side.EXPERT)
    readings = list(Reading.objects.filter(conversation=box.row).select_related("person")) if box.row else []
    mine = {reading.post_id for reading in readings if _is_own_reading(reading, box, by)}
    read_up_to = max(mine, default=0)
    # The time to take back is one and the same for every post of the box.
    allowed = take_back_until(rows[-1]) - rows[-1].at if rows else None
    return [
        Line(
            post=post,
            name=_name(box, post.author, experts.get(post.author_id)),
            role=str(Side(post.side).label),
            is_mine=by.person is not None and post.author_id == by.person.pk,
            is_new=post.pk > read_up_to and post.side != box.side and post.taken_back_at is None,
            may_take_back=by.person is not None
            and post.author_id == by.person.pk
            and post.taken_back_at is None
            and post.at + allowed > clock.now(),
            read_by=", ".join(_read_by(post, readings)) if box.side == Side.COORDINATOR else "",
        )
        for post in rows
    ]


def asked(order: BookingRequest) -> list[Expert]:
    """Every expert who has or had an offer or a booking of the order."""
    offers, bookings = _taking_part(order)
    found = {row.expert_id: row.expert for row in [*offers, *bookings]}
    return [found[key] for key in sorted(found)]


def unread_by_order(person: Person) -> dict[int, int]:
    """How many posts wait for the person, by the order's key, in one query."""
    rows = Post.objects.unread_by(person).order_by().values("conversation__booking_request")
    return {row["conversation__booking_request"]: row["count"] for row in rows.annotate(count=Count("pk"))}


def _counts(order: BookingRequest, by: Actor, for_coordinator: bool) -> dict[int, tuple]:
    seen = Post.objects.filter(conversation__booking_request=order)
    if for_coordinator:
        new = seen.unread_by_coordinators()
    else:
        seen, new = seen.filter(pk__in=Post.objects.shown_to(by.person).values("pk")), seen.unread_by(by.person)
    unread = Count("pk", filter=Q(pk__in=new.order_by().values("pk")))
    totals = seen.order_by().values("conversation").annotate(count=Count("pk"), unread=unread, last=Max("at"))
    return {row["conversation"]: (row["count"], row["unread"], row["last"]) for row in totals}


def _key(audience: str, expert: Expert | None, side: str) -> str:
    if side == Side.COORDINATOR:
        return key_of(audience, expert.pk if expert else None)
    return "kaikki" if audience == Audience.ALL else "koordinaattori"


def _title(order: BookingRequest, audience: str, expert: Expert | None, side: str) -> str:
    if audience == Audience.ALL:
        return _("Everybody together")
    if side != Side.COORDINATOR:
        return _("You and the coordinator")
    return expert.person.full_name if expert else order.orderer.full_name


def _readers(
    order: BookingRequest, audience: str, expert: Expert | None, booked: list[Expert], side: str, by: Actor
) -> list[Reader]:
    """Everybody but the viewer, the coordinator with the substitutes: they see the orders of their branch."""
    found = []
    if audience != Audience.EXPERT and side != Side.ORDERER:
        found.append(Reader(order.orderer.full_name, str(Side.ORDERER.label)))
    if order.coordinator and side != Side.COORDINATOR:
        role = pgettext("conversation", "coordinator, or whoever stands in")
        found.append(Reader(order.coordinator.full_name, role))
    experts = [expert] if audience == Audience.EXPERT else booked if audience == Audience.ALL else []
    for each in experts:
        if by.person is None or each.person_id != by.person.pk:
            name = each.person.full_name if side == Side.COORDINATOR else _shown(order, each)
            found.append(Reader(name, str(Side.EXPERT.label)))
    if side == Side.COORDINATOR:
        found.append(Reader(_("the other coordinators of the unit"), ""))
    return found


def _taking_part(order: BookingRequest) -> tuple[list[Offer], list[Booking]]:
    """The order's offers and bookings with their experts. What the page has read is not read again."""
    people = ("expert__person", "expert__unit")
    bookings = Booking.objects.select_related(*people).order_by("seat", "pk")
    prefetch_related_objects(
        [order], Prefetch("offers", Offer.objects.select_related(*people)), Prefetch("bookings", bookings)
    )
    found = list(order.offers.all()), list(order.bookings.all())
    prefetch_related_objects([row.expert for rows in found for row in rows], "audiences")
    return found


def _shown(order: BookingRequest, expert: Expert) -> str:
    """The expert's name as the expert lets the orderer's organisation see it."""
    own = expert.unit.organisation_path == order.unit.organisation_path
    return shown_as(expert, Shown.Kind.OWN if own else Shown.Kind.PARTNERS).name


def _name(box: Box, author: Person, expert: Expert | None) -> str:
    if expert is None or box.side == Side.COORDINATOR:
        return author.full_name
    return _shown(box.order, expert)


def _experts_by_person(persons: Iterable[int]) -> dict[int, Expert]:
    wanted = set(persons)
    if not wanted:
        return {}
    rows = Expert.objects.filter(person__in=wanted).select_related("person", "unit").prefetch_related("audiences")
    return {row.person_id: row for row in rows}


def _is_own_reading(reading: Reading, box: Box, by: Actor) -> bool:
    if box.side == Side.COORDINATOR:
        return reading.side == Side.COORDINATOR
    return by.person is not None and reading.person_id == by.person.pk


def _read_by(post: Post, readings: list[Reading]) -> list[str]:
    return sorted(
        reading.person.full_name
        for reading in readings
        if reading.post_id >= post.pk and reading.person_id != post.author_id
    )
