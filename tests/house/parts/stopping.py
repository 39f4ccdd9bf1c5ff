from coordination.messaging.domain import safe_link
from coordination.privacy.models import Purpose
from experts.domain import stopping
from experts.models import Expert
from tests.factories import experts, orders, people
from tests.house.door_table import AINO, COORDINATORS, EXPERTS, KAISA, LOOKERS, SARI, Keys, aino, booked
from tests.house.doors import EVERYBODY, Door


def booking() -> Keys:
    return {"pk": orders.booking_confirmed().pk}


def booking_token() -> Keys:
    return {"token": safe_link.token(orders.booking_confirmed().link)}


def resting() -> Keys:
    Expert.objects.filter(pk=experts.aino().pk).update(status=Expert.Status.LEAVE)
    return {}


def topic() -> Keys:
    return {"pk": experts.service_area().pk}


def stopped() -> Keys:
    asked = orders.offer_open()
    made = stopping.take_leave(asked.expert, people.actor(asked.expert.person))
    return {"pk": asked.expert_id, "stopping": made.pk}


DOORS: dict[str, Door] = {
    "experts:stopping": Door(EXPERTS),
    "experts:stopping_leave": Door(EXPERTS),
    "experts:stopping_back": Door(EXPERTS, resting),
    "experts:stopping_end": Door(EXPERTS),
    "experts:stopping_consent": Door(EXPERTS, lambda: {"purpose": Purpose.CV_OWN.value}),
    "experts:stopping_topic": Door(EXPERTS, topic),
    "experts:agreement_card": Door(AINO | SARI, booking),
    "experts:agreement_card_pdf": Door(AINO | SARI, booking),
    "experts:briefing": Door(AINO | SARI, booking),
    "agreement_card_link": Door(EVERYBODY, booking_token),
    "agreement_card_pdf_link": Door(EVERYBODY, booking_token),
    "briefing_link": Door(EVERYBODY, booking_token),
    "booking_request:card": Door(KAISA, booked()),
    "booking_request:briefing": Door(KAISA, booked()),
    "expert:stopping": Door(LOOKERS - COORDINATORS | KAISA, stopped),
    "expert:stopping_seen": Door(KAISA, stopped, method="post"),
    "expert:check": Door(KAISA, aino()),
}
