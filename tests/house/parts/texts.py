"""Doors of the texts of messages, of wishes for notices, of sending again and of a new coordinator."""

from datetime import timedelta

from coordination.foundation import clock
from coordination.messaging.domain import notice, outbox, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Role
from tests.factories import orders, people
from tests.house.door_table import KAISA, KEEPERS, LOOKERS, Keys, matti
from tests.house.doors import EVERYBODY, SIGNED_IN, Door


def sent_message() -> Keys:
    someone = people.matti()
    row = outbox.queue("messaging.trial", to=someone, context={}, about=someone)
    Message.objects.filter(pk=row.pk).update(status="sent")
    return {"pk": row.pk}


def sent_order() -> Keys:
    return {"pk": orders.order_sent().pk}


def notice_token() -> Keys:
    made = safe_link.make(notice.PURPOSE, people.matti(), clock.now() + timedelta(days=9))
    return {"token": safe_link.token(made)}


def an_agreement() -> Keys:
    return {"pk": people.agreement_for(people.sari().unit).pk}


def a_coordinator() -> Keys:
    return {"pk": Role.objects.get(person=people.kaisa(), kind="coordinator").pk}


def an_ended_role() -> Keys:
    tero = people.person(first_name="Tero")
    return {"pk": people.role_for(tero, "coordinator", ends_on=clock.today()).pk}


DOORS: dict[str, Door] = {
    "message_text:index": Door(LOOKERS),
    "message_text:page": Door(LOOKERS, lambda: {"name": "experts.offer.ask"}),
    "messaging:notice": Door(EVERYBODY, notice_token),
    "messaging:notice_off": Door(EVERYBODY, lambda: {**notice_token(), "group": "cv"}),
    "portal:notices": Door(SIGNED_IN),
    "notices:person": Door(KEEPERS, matti()),
    "outbox:again": Door(KAISA, sent_message),
    "booking_request:again": Door(KAISA, sent_order),
    "coordinator_change:agreement": Door(KEEPERS, an_agreement),
    "coordinator_change:role": Door(KEEPERS, a_coordinator),
    "coordinator_change:ended": Door(KEEPERS, an_ended_role),
}
