"""Fares to a meeting: remembered, confirmed on paper or on the screen, owed once (CC-21)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from coordination.fees.models import Fee
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import fare, fare_slips, fare_words, meeting_fee
from councils.domain.fare import Signed
from councils.models import Attendance, Membership
from tests.factories import councils, fares, money, people

pytestmark = pytest.mark.django_db

SIX = Decimal("6.60")
SECRET_ROUTE = "Suojatie 5 - Koivu"


def elina() -> Actor:
    return Actor.of(people.user_for(councils.elina()))


def matti() -> Actor:
    return Actor.of(people.user_for(people.matti()))


def on_paper(row: Attendance, **changes: object) -> Attendance:
    return fare.confirm(row, elina(), **{"amount": SIX, "route": "Keskusta", "signed": Signed.PAPER, **changes})


def refusal(act, *args: object, **facts: object) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **facts)
    return refused.value.code


def test_a_fare_signed_on_paper_is_owed_as_travel_by_the_councils_payer():
    council = councils.staffed()
    council.payer, council.cost_centre = people.unit("Talous"), "7711"
    council.save()
    row = fares.present()

    on_paper(row)

    owed = Fee.objects.get()
    told = (owed.kind, owed.payee, owed.payer, owed.cost_centre, owed.amount, owed.status)
    assert told == (Fee.Kind.TRAVEL, people.matti(), council.payer, "7711", SIX, Fee.Status.OWED)
    assert Attendance.objects.get().fare == owed


def test_the_ledger_tells_neither_the_council_nor_the_route():
    row = fares.present()

    on_paper(row, route="Kotikatu 3 - Koivu")

    assert [word for word in ("raati", "Kotikatu", "Nuorten raati") if word in Fee.objects.get().what] == []


def test_the_member_confirms_on_the_screen_and_it_is_remembered():
    row = fares.present()

    fare.confirm(row, matti(), amount=SIX, route="Keskusta", signed=Signed.SCREEN)

    seat = Membership.objects.get(person=people.matti())
    assert (seat.usual_fare, seat.usual_route) == (SIX, "Keskusta")
    assert Attendance.objects.get().fare_signed == Signed.SCREEN


def test_a_fare_is_confirmed_once():
    row = fares.present()
    on_paper(row)

    assert refusal(on_paper, row) == "confirmed"
    assert Fee.objects.count() == 1


def test_no_fare_is_told_as_such_and_owes_nothing():
    row = fares.present()

    on_paper(row, amount=Decimal(0))

    assert Fee.objects.count() == 0
    with translation.override("en"):
        assert fare_words.lines(fare.sheet(row.meeting)[0]) == ["No fare."]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": Decimal("200.01")}, "sum"),
        ({"amount": Decimal(-1)}, "sum"),
        ({"amount": Decimal("20.01")}, "reason"),
        ({"route": "010190-123A"}, "identity_code"),
    ],
)
def test_sums_and_words_are_sane(changes, code):
    row = fares.present()

    assert refusal(on_paper, row, **changes) == code
    assert Fee.objects.count() == 0


def test_a_dear_fare_with_a_reason_is_owed():
    row = fares.present()

    on_paper(row, amount=Decimal("41.00"), reason="Taksi, sovittu etukäteen")

    assert Fee.objects.get().reason == "Taksi, sovittu etukäteen"


@pytest.mark.parametrize("state", [fares.State.ABSENT, fares.State.REMOTE])
def test_only_one_on_the_spot_has_a_fare(state):
    row = fares.present(state=state)

    assert refusal(on_paper, row) == "absent"


def test_a_leader_has_no_fare_on_the_members_sheet():
    meeting = councils.held()
    row = Attendance.objects.create(meeting=meeting, person=councils.ville(), state=fares.State.PRESENT)

    assert fare.sheet(meeting) == []
    assert refusal(on_paper, row) == "no_member"


def test_others_confirm_nothing():
    row = fares.present()
    stranger = Actor.of(people.user_for(councils.other_leader()))
    other_member = Actor.of(people.user_for(councils.members(1)[0].person))

    assert refusal(fare.confirm, row, stranger, amount=SIX, signed=Signed.PAPER) == "not_leader"
    assert refusal(fare.confirm, row, other_member, amount=SIX, signed=Signed.SCREEN) == "not_leader"
    assert refusal(fare.confirm, row, matti(), amount=SIX, signed=Signed.PAPER) == "not_leader"
    assert refusal(fare.confirm, row, elina(), amount=SIX, signed=Signed.SCREEN) == "not_own"


def test_a_meeting_that_has_not_begun_pays_nothing():
    row = fares.present(meeting=councils.opened())

    assert refusal(on_paper, row) == "early"


def test_a_wrong_sum_is_struck_out_and_the_right_one_stands_beside_it():
    row = on_paper(fares.present())

    fare.correct(row, elina(), amount=Decimal("3.30"), reason="Vain menomatka")

    rows = list(Fee.objects.order_by("pk").values_list("amount", "status"))
    assert rows == [(SIX, Fee.Status.VOID), (Decimal("3.30"), Fee.Status.OWED)]
    assert Attendance.objects.get().fare.amount == Decimal("3.30")


def test_an_approved_fare_is_corrected_by_nobody_here():
    row = on_paper(fares.present())
    money.brought_to(row.fare, Fee.Status.APPROVED)

    assert refusal(fare.correct, row, elina(), amount=Decimal(3), reason="Virhe") == "approved"
    assert Attendance.objects.get().fare.amount == SIX


def test_the_meeting_fee_is_owed_to_one_who_was_there_remotely():
    fares.paying()
    row = fares.present(state=fares.State.REMOTE)

    meeting_fee.settle(row, elina())

    assert [(fee.kind, fee.amount, fee.price_code) for fee in Fee.objects.all()] == [
        (Fee.Kind.FEE, Decimal("35.00"), "K")
    ]


def test_a_declined_fee_stands_as_nothing_with_its_reason():
    fares.paying()
    row = fares.present()

    meeting_fee.settle(row, matti(), declined=True)

    owed = Fee.objects.get()
    assert (owed.amount, bool(owed.reason)) == (Decimal(0), True)
    assert refusal(meeting_fee.settle, row, elina()) == "settled"


def test_a_council_without_a_fee_and_an_absent_member_are_refused():
    row = fares.present()
    assert refusal(meeting_fee.settle, row, elina()) == "no_fee"

    fares.paying()
    away = fares.present(councils.irja(), row.meeting, state=fares.State.ABSENT)

    assert refusal(meeting_fee.settle, away, elina()) == "absent"


def test_a_sheet_of_one_and_of_three_asks_the_database_as_often(django_assert_num_queries):
    meeting = councils.held()
    fares.present(councils.matti(), meeting)
    assert meeting.council
    with django_assert_num_queries(2):
        assert len(fare.sheet(meeting)) == 1

    for seat in councils.members(2):
        fares.present(seat, meeting)

    with django_assert_num_queries(2):
        assert len(fare.sheet(meeting)) == 3


def test_slips_keep_the_route_of_a_protected_address():
    meeting = councils.opened()
    seat = councils.matti()
    Membership.objects.filter(pk=seat.pk).update(usual_route=SECRET_ROUTE, usual_fare=SIX)
    people.matti().__class__.objects.filter(pk=seat.person_id).update(protected_address=True)

    slips = [fare_slips._slip(meeting, row, person, False) for row, person in fare_slips.people(meeting)]

    assert [slip["facts"][0][1] for slip in slips] == ["Irja Kuvitelma", "Matti Meriläinen"]
    assert slips[1]["blanks"][0][1] == ""


def test_the_slips_are_a_tagged_pdf():
    assert fare_slips.make(councils.opened(), "fi")[:5] == b"%PDF-"


def test_slips_are_printed_for_a_meeting_nobody_has_been_invited_to_yet():
    meeting = councils.meeting()

    assert {person.first_name for __, person in fare_slips.people(meeting)} == {"Matti", "Irja"}
