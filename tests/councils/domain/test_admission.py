"""The chosen get a seat with everything already known; the term's end marks them as having gone through it (CC-10, AN-04)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.recruitment.models import Applicant
from councils.domain import admission, membership
from councils.models import CouncilCampaign, Membership
from tests.factories import councils, people, recruitment, selection

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def chosen(name: str = "Aija", status: str = "selected", **facts: object) -> Applicant:
    board = councils.council()
    campaign = recruitment.campaign("Raati hakee", board.unit, kind="council", meant_for=f"councils.council:{board.pk}")
    CouncilCampaign.objects.get_or_create(council=board, campaign=campaign)
    return selection.interviewed(name, campaign=campaign, status=status, **facts)


def test_the_chosen_gets_a_seat_and_the_end_of_the_term_is_marked():
    row = chosen()

    seat = admission.admit(councils.council(), row, HOUSE)
    membership.leave(seat, HOUSE, because="term")

    row.refresh_from_db()
    assert (seat.seat, row.status, row.started_on, row.completed_on) == (1, "admitted", clock.today(), clock.today())


def test_leaving_before_the_end_is_not_going_through_it():
    row = chosen()

    membership.leave(admission.admit(councils.council(), row, HOUSE), HOUSE, because="wish")

    row.refresh_from_db()
    assert row.completed_on is None


def test_a_leader_admits_one_as_a_substitute_and_the_rest_at_once():
    one, two = chosen("Aija"), chosen("Ben")
    matti = councils.matti()
    client = people.sign_in(Client(), councils.elina())
    address = reverse("council_admission:index", args=[councils.council().pk])
    roles = {f"seat-{row.pk}-kind": "member" for row in (one, two)}
    substitute = {f"seat-{one.pk}-kind": "substitute", f"seat-{one.pk}-substitute_for": matti.pk}

    client.post(address, {**roles, **substitute, "applicant": one.pk})
    client.post(address, roles)

    rows = Membership.objects.filter(person__in=(one.person_id, two.person_id)).order_by("pk")
    assert [(row.kind, row.substitute_for) for row in rows] == [("substitute", matti), ("member", None)]
    assert list(admission.waiting(councils.council())) == []


def test_a_councils_reserve_is_known_where_somebody_waits_in_it():
    chosen("Aija")
    assert admission.in_reserve(councils.council()) is None

    row = chosen("Ritva", status="reserve", reserve_rank=1)

    assert admission.in_reserve(councils.council()) == row.campaign
