from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from experts.domain import concern
from tests.factories import orders, talk
from tests.house.door_table import AINO, KAISA, LOOKERS, SARI, Keys, booked
from tests.house.doors import EVERYBODY, Door


def agreed(box: str) -> Keys:
    return {"number": orders.booking_confirmed().booking_request.number, "box": box}


def on_board() -> Keys:
    return {"pk": orders.order_sent().pk, "box": "tilaaja"}


def offer_token() -> Keys:
    return {"token": safe_link.token(orders.offer_open().link)}


def booking_token(**keys: object) -> Keys:
    return {"token": safe_link.token(orders.booking_confirmed().link), **keys}


def booking() -> Keys:
    return {"pk": orders.booking_confirmed().pk}


def appearing() -> Keys:
    return {"pk": talk.booking_in_media().pk}


def appearing_token() -> Keys:
    return {"token": safe_link.token(talk.booking_in_media().link)}


def told() -> Keys:
    made = orders.booking_confirmed()
    return {"pk": concern.tell(made, Actor.by_link(made.expert.person), kind="other", wish="call").pk}


DOORS: dict[str, Door] = {
    "experts:conversation": Door(AINO | SARI, lambda: agreed("koordinaattori")),
    "experts:concern": Door(AINO, booking),
    "experts:appearance": Door(AINO, appearing),
    "offer_talk_link": Door(EVERYBODY, offer_token),
    "agreement_talk_link": Door(EVERYBODY, lambda: booking_token(box="koordinaattori")),
    "concern_link": Door(EVERYBODY, booking_token),
    "appearance_link": Door(EVERYBODY, appearing_token),
    "booking_request:conversation": Door(KAISA, on_board),
    "booking_request:concern": Door(KAISA, booked()),
    "concern:index": Door(LOOKERS - {"admin"}),
    "concern:index_results": Door(LOOKERS - {"admin"}),
    "concern:page": Door(KAISA, told, acts=KAISA),
}
