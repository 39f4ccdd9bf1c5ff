"""Three facts of not coming: what each brings, who may tell it, and how it is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import override_settings

from coordination.fees.domain import consequence_keeping
from coordination.fees.domain.consequence import Line
from coordination.fees.models import Consequence, Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import absence, cancellation
from experts.models import BookingRequest, Session
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun():
    """The day of the meeting and after it: nobody has told what became of it."""
    made = orders.booking_agreed()
    with override_settings(DEMO_TODAY=orders.day_after(made)):
        yield made.sessions.get()


@pytest.mark.parametrize(
    ("who", "owed"),
    [("expert_absent", []), ("orderer_absent", [Decimal("50.00")]), ("client_absent", [Decimal("50.00")])],
)
def test_each_fact_has_its_consequence(begun, who, owed):
    absence.mark(begun, who, people.actor(people.sari()))

    session = Session.objects.select_related("booking__booking_request").get()
    assert [fee.amount for fee in Fee.objects.all()] == owed
    assert (session.status, session.booking.status, session.booking.booking_request.status) == (
        who,
        "no_show",
        "cancelled",
    )


def test_both_are_told_without_blame(begun):
    absence.mark(begun, "orderer_absent", people.actor(people.kaisa()))

    told = Message.objects.filter(kind="experts.session.not_met").order_by("person__first_name")
    assert [row.person.first_name for row in told] == ["Aino", "Sari"]
    assert len({row.subject for row in told}) == 1


def test_nothing_is_told_before_the_meeting():
    session = orders.booking_agreed().sessions.get()

    for verb in (
        lambda: absence.mark(session, "client_absent", people.actor(people.sari())),
        lambda: absence.claim(session, Actor.by_link(session.booking.expert.person)),
    ):
        with pytest.raises(Refused) as refusal:
            verb()
        assert refusal.value.code == "early"


def test_a_lecture_has_no_client_to_miss():
    made = orders.booking_confirmed(task="lecture")

    with orders.on_day(orders.day_after(made)), pytest.raises(Refused) as refusal:
        absence.mark(made.sessions.get(), "client_absent", people.actor(people.sari()))

    assert refusal.value.code == "no_client"


def test_it_is_told_once(begun):
    absence.mark(begun, "client_absent", people.actor(people.sari()))

    with pytest.raises(Refused) as refusal:
        absence.mark(Session.objects.get(), "orderer_absent", people.actor(people.kaisa()))

    assert (refusal.value.code, Fee.objects.count()) == ("moved", 1)


def test_the_expert_claims_and_the_coordinator_decides(begun):
    absence.claim(begun, Actor.by_link(begun.booking.expert.person))
    absence.claim(begun, Actor.by_link(begun.booking.expert.person))

    assert Message.objects.filter(kind="experts.session.claimed").count() == 1
    assert (Session.objects.get().status, Fee.objects.count()) == ("planned", 0)

    absence.mark(begun, "orderer_absent", people.actor(people.kaisa()))

    assert Fee.objects.get().amount == Decimal("50.00")


def test_they_are_counted_for_a_year(begun):
    absence.mark(begun, "expert_absent", people.actor(people.sari()))

    expert, order = begun.booking.expert, BookingRequest.objects.all()
    assert (absence.times_absent(expert), absence.times_nobody_came(order)) == (1, 0)
    with override_settings(DEMO_TODAY=clock.today().replace(year=clock.today().year + 2)):
        assert absence.times_absent(expert) == 0


def test_calling_off_what_is_over_is_no_cheaper_than_not_having_come(begun):
    kaisa, unit = people.actor(people.kaisa()), begun.booking.booking_request.unit.organisation()
    line = Line(Decimal("0.25"), False)
    consequence_keeping.keep(Consequence.Event.CANCELLED_BY_ORDERER, [line], kaisa, unit=unit)

    cancellation.cancel(begun.booking.booking_request, people.actor(people.sari()), code="time")

    assert [fee.amount for fee in Fee.objects.all()] == [Decimal("50.00")]
