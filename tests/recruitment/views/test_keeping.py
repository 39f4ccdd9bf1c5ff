"""To be kept in mind longer: one press behind the link; a recruiter writes down what was told by phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant
from tests.factories import people, selection

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> Applicant:
    """In reserve, and the agreed day is near."""
    found = selection.in_reserve("Ritva")[0]
    found.keep_until = clock.today() + timedelta(days=5)
    found.save(update_fields=["keep_until"])
    return found


def address(row: Applicant, name: str = "application_keep_link") -> str:
    return reverse(name, args=[safe_link.token(told.link_of(row))])


def test_one_press_behind_the_link_keeps_on(client: Client, row):
    day = row.keep_until
    doors = client.get(address(row, "application_link")).context["doors"]
    client.get(address(row))
    assert Applicant.objects.get().keep_until == day

    done = client.post(address(row))
    again = client.post(address(row))

    row.refresh_from_db()
    assert ([door["url"] for door in doors], done.url) == ([address(row)], address(row, "application_link"))
    assert (row.keep_until, again.context["refusal"].code) == (day + timedelta(days=365), "early")
    assert client.get(address(row, "application_link")).context["doors"] == []


def test_a_recruiter_writes_down_what_was_told_by_phone(client: Client, row):
    people.sign_in(client, people.kaisa())
    page = client.get(reverse("campaign_selection:reserve", args=[row.campaign_id]))
    note = reverse("campaign_selection:keep", args=[row.campaign_id, row.pk])

    shown = client.get(note)
    done = client.post(note, {"via": "phone"})

    day = row.keep_until
    row.refresh_from_db()
    assert (page.context["ending"], shown.status_code) == ({row.pk}, 200)
    assert (done.status_code, row.keep_until) == (302, day + timedelta(days=365))
