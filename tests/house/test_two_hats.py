"""One person with two hats: who is an expert and coordinates, or orders, settles nothing of one's own."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation.refused import Refused
from coordination.people.models import Role
from experts.domain import absence, booking, cv, debrief, offer
from experts.models import Booking, CVRevision, Debrief, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def aino_coordinates():
    aino = experts.aino()
    people.role_for(aino.person, Role.Kind.COORDINATOR, people.organisation())
    return people.actor(aino.person)


def signed_in(person):
    return people.sign_in(Client(), person)


def test_one_does_not_approve_ones_own_cv():
    draft = experts.cv_submitted(experts.aino())
    by = aino_coordinates()

    with pytest.raises(Refused):
        cv.approve(draft, by)

    assert CVRevision.objects.get(pk=draft.pk).status == "submitted"


def test_one_does_not_confirm_oneself():
    accepted = orders.offer_accepted()
    order = accepted.booking_request
    by = aino_coordinates()

    with pytest.raises(Refused):
        booking.confirm(order, orders.main_times(order)[0], [accepted], by)

    assert Booking.objects.count() == 0


def test_one_does_not_say_that_ones_own_meeting_was_held():
    made = orders.booking_agreed()
    by = aino_coordinates()

    with orders.on_day(orders.day_after(made)), pytest.raises(Refused):
        booking.mark_held(made, by)
    with orders.on_day(orders.day_after(made)), pytest.raises(Refused):
        absence.mark(made.sessions.get(), "client_absent", by)

    assert Booking.objects.get().status == "confirmed"


def test_one_does_not_offer_to_oneself():
    order = orders.order_sent()
    by = aino_coordinates()
    overruled = {experts.aino().pk: ("Sopii.", None)}

    with pytest.raises(Refused):
        offer.make(order, [experts.aino()], by, overruled=overruled)

    assert Offer.objects.count() == 0


def test_one_does_not_see_to_the_debrief_of_ones_own_booking():
    made = orders.booking_held()
    told = Debrief.objects.create(
        booking=made, side="orderer", talked=True, feeling="good", next="call", recorded_at=made.ends_at
    )
    by = aino_coordinates()

    with pytest.raises(Refused):
        debrief.handle(told, by)


@pytest.mark.parametrize("name", ["agree", "debrief", "outcome", "booking_cancel"])
def test_the_board_has_no_door_to_ones_own_booking(name):
    made = orders.booking_confirmed()
    aino_coordinates()
    keys = {"pk": made.booking_request_id, "booking": made.pk}
    party = {"party": "asiantuntija"} if name in {"agree", "debrief"} else {}

    response = signed_in(made.expert.person).post(
        reverse(f"booking_request:{name}", kwargs={**keys, **party}), {"held": "yes", "reason": "x"}
    )

    assert (response.status_code, response["Location"]) == (302, "/hallinta/")
    assert Booking.objects.get().status == "confirmed"


# --- Rows of others ---


def test_an_expert_sees_no_offer_of_another():
    theirs = orders.offer_open(experts.in_folder())
    aino = signed_in(experts.aino().person)

    assert aino.get(reverse("experts:offer", args=[theirs.pk])).status_code == 404
    assert theirs.booking_request.number not in aino.get(reverse("experts:offer_list")).content.decode()


def test_the_orderer_does_not_see_who_declined():
    asked = experts.in_folder("Kielteinen", "Vastaaja")
    made = orders.offer_open(asked)
    offer.decline(made, people.actor(people.kaisa()).acting_for(asked.person))
    sari = signed_in(people.sari())

    order_page = sari.get(reverse("experts:order", args=[made.booking_request.number])).content.decode()

    assert "Kielteinen" not in order_page
    assert "Kielteinen" not in sari.get("/fi/oma/").content.decode()


def test_finance_sees_sums_and_no_life_story():
    held = orders.booking_held()
    finance = signed_in(people.finance())

    ledger = finance.get(reverse("fees_fee:page", args=[held.sessions.get().fee_id])).content.decode()
    closed = ["experts:folder", "experts:cv"]
    answers = [
        finance.get(reverse(name, args=[held.expert.staff_key] if name == "experts:cv" else [])) for name in closed
    ]

    assert "50,00" in ledger
    assert ["Kirjeet kertyivät" in ledger, orders.GOAL in ledger] == [False, False]
    assert [answer.status_code for answer in answers] == [403, 404]


def test_a_coordinator_of_another_organisation_exports_nothing_of_ours():
    orders.booking_held()
    neighbour = signed_in(people.stranger_coordinator())

    for name in ("booking_request:index", "expert:index", "fees_fee:index"):
        response = neighbour.get(reverse(name), {"export": "csv"})
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert len(body.decode("utf-8-sig").splitlines()) <= 1, name


def test_a_role_that_has_ended_closes_the_folder_at_once():
    sari = people.sari()
    client = signed_in(sari)
    before = client.get(reverse("experts:folder")).status_code
    sari.roles.update(ends_on=people.LONG_AGO)

    assert (before, client.get(reverse("experts:folder")).status_code) == (200, 403)
