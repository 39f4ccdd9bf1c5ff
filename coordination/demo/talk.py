"""What the demo's people have written to each other, and one thing told to the coordinator alone."""

from __future__ import annotations

from coordination.demo.past import days_ago
from coordination.people.actor import Actor
from experts.domain import concern, conversation
from experts.models import Booking, BookingRequest, Conversation, Offer

Audience = Conversation.Audience


def build(orderer: Actor, coordinator: Actor) -> None:
    """One order talked about by everybody, with an unread question of its expert; a question before answering; a concern."""
    agreed = Booking.objects.filter(status=Booking.Status.CONFIRMED, expert__person__user__isnull=False).first()
    held = Booking.objects.filter(status=Booking.Status.HELD, expert__person__user__isnull=False).first()
    if agreed:
        _about(agreed, orderer, coordinator)
    asked = Offer.objects.filter(status=Offer.Status.OPEN, expert__person__user__isnull=False).first()
    if asked:
        _before_answering(asked)
    if held:
        with days_ago(1):
            concern.tell(
                held,
                Actor.of(held.expert.person.user),
                kind="pressed",
                wish="call",
                words="Minulta kysyttiin asioita, joista olin sanonut, etten puhu. Soita, kun ehdit.",
            )


def _about(booking: Booking, orderer: Actor, coordinator: Actor) -> None:
    order = BookingRequest.objects.select_related("unit", "coordinator").get(pk=booking.booking_request_id)
    expert, as_expert = booking.expert, Actor.of(booking.expert.person.user)
    with days_ago(1):
        conversation.write(order, Audience.ORDERER, "Voiko tapaaminen alkaa vartin myöhemmin?", orderer)
        conversation.write(
            order, Audience.ORDERER, "Kysyin asiantuntijalta: se sopii. Kirjoita aika vielä kaikille.", coordinator
        )
        conversation.write(order, Audience.ALL, "Tavataan aulassa viittä vaille. Ovi on lukossa, avaan sen.", orderer)
    conversation.write(order, Audience.ALL, "Kiitos, löydän perille.", as_expert)
    conversation.write(order, Audience.EXPERT, "Saanko tuoda tukihenkilön mukaan?", as_expert, expert)


def _before_answering(asked: Offer) -> None:
    order, expert = asked.booking_request, asked.expert
    words = "Kuinka monta ihmistä paikalla on?"
    conversation.write(order, Audience.EXPERT, words, Actor.by_link(expert.person), expert)
