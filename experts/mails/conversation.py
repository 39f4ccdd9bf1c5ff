"""What is written about a conversation. A mail tells only that there is something to read; whom we write or call gets the words."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.models import Booking, Conversation, Offer, Post

NEW = "experts.conversation.new"
Side = Post.Side


def new(post: Post, to: Person, side: str, not_before: datetime | None, press: str = "") -> Message:
    """To a reader: something has been written. Mails about one conversation are joined; each letter or call has its own words."""
    box = post.conversation
    is_by_hand = to.channel != Person.Channel.EMAIL
    order = box.booking_request
    context = {
        "order": order,
        "coordinator": order.coordinator,
        "writer": post.side,
        "words": post.text if is_by_hand else "",
        "is_all": box.audience == Conversation.Audience.ALL,
        "address": _address(box, to, side),
    }
    return outbox.queue(
        NEW,
        to=to,
        context=context,
        about=post if is_by_hand else box,
        version=0 if is_by_hand else post.pk,
        names=[order.coordinator] if order.coordinator and order.coordinator != to else [],
        not_before=not_before,
        again=press,
    )


def again(row: Message, press: str) -> Message:
    """Once more, by the reader's way of today: words written for a letter never leave in a mail."""
    is_own = row.about.startswith(Post._meta.label_lower)
    post = Post.objects.select_related("conversation__booking_request", "conversation__expert").get(
        pk=row.about.partition(":")[2] if is_own else row.version
    )
    return new(post, row.person, _side(post.conversation, row.person), None, press)


def no_longer_new(box: Conversation, to: Person) -> int:
    """Whoever has read it need not be told."""
    return outbox.supersede(box, kind=NEW, person=to)


def _side(box: Conversation, reader: Person) -> str:
    if box.audience != Conversation.Audience.EXPERT and box.booking_request.orderer_id == reader.pk:
        return Side.ORDERER
    if box.audience == Conversation.Audience.EXPERT:
        return Side.EXPERT if box.expert.person_id == reader.pk else Side.COORDINATOR
    is_booked = Booking.objects.filter(booking_request=box.booking_request, expert__person=reader).exists()
    return Side.EXPERT if is_booked else Side.COORDINATOR


def _address(box: Conversation, to: Person, side: str) -> str:
    """The expert comes by the link of the offer or the booking, an orderer without an account by that of the order; the others sign in."""
    if side == Side.EXPERT and (link := _link(box, to)):
        return safe_link.placeholder(link)
    order = box.booking_request
    arrival = getattr(order, "arrival", None)
    if side == Side.ORDERER and not to.user_id and arrival and arrival.link:
        return safe_link.placeholder(arrival.link)
    with translation.override(to.language):
        if side == Side.COORDINATOR:
            path = reverse("booking_request:conversation", args=[order.pk, key_of(box.audience, box.expert_id)])
        else:
            is_all = box.audience == Conversation.Audience.ALL
            path = reverse("experts:conversation", args=[order.number, "kaikki" if is_all else "koordinaattori"])
    return settings.WAGTAILADMIN_BASE_URL + path


def key_of(audience: str, expert_id: int | None) -> str:
    """How an address of the back office names a box."""
    names = {Conversation.Audience.ORDERER: "tilaaja", Conversation.Audience.ALL: "kaikki"}
    return names.get(audience) or f"asiantuntija-{expert_id}"


def _link(box: Conversation, to: Person):
    for model in (Booking, Offer):
        rows = model.objects.filter(booking_request=box.booking_request, expert__person=to, link__isnull=False)
        for row in rows.select_related("link").order_by("-pk"):
            if type(row.link).objects.alive().filter(pk=row.link_id).exists():
                return row.link
    return None
