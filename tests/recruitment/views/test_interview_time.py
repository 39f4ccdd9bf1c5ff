"""Choosing a time behind the personal link: GET shows, POST takes it, and never two take one."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import merging, told, withdrawing
from coordination.recruitment.models import Applicant, Interview, Slot
from tests.factories import interviews, people, recruitment

pytestmark = pytest.mark.django_db


def address(row: Interview, name: str = "application_times_link") -> str:
    return reverse(name, args=[safe_link.token(Applicant.objects.get(pk=row.applicant_id).link)])


def test_a_time_is_chosen_changed_and_given_back_by_the_link(client: Client):
    row = interviews.asked()
    first, second = Slot.objects.order_by("starts_at")
    assert client.get(address(row)).context["interview"].status == "asked"

    states = []
    for posted in ({"slot": first.pk}, {"slot": second.pk}, {"give_back": "1"}):
        assert client.post(address(row), posted).status_code == 302
        row.refresh_from_db()
        states.append((row.status, row.slot_id))

    assert states == [("agreed", first.pk), ("agreed", second.pk), ("asked", None)]
    assert Applicant.objects.get().link.used_at


def test_a_time_taken_meanwhile_is_told_and_the_rest_are_shown(client: Client):
    first, second = interviews.agreed(), interviews.asked("Pekka")

    response = client.post(address(second), {"slot": first.slot_id})

    assert (response.status_code, bool(response.context["problem"])) == (200, True)
    assert [len(slots) for __, slots in response.context["days"]] == [1]
    assert client.post(address(second), {}).status_code == 302
    second.refresh_from_db()
    assert second.status == "asked"


def test_the_page_names_nobody_but_the_contact_and_the_interviewers_first_names(client: Client):
    row = interviews.agreed()
    interviews.asked("Pekka")

    body = client.get(address(row)).content.decode()

    assert ["Kaisa" in body, "Sari" in body, "Salminen" in body, "Pekka" in body] == [True, True, False, False]
    assert client.get(address(row, "application_times_file")).content.startswith(b"BEGIN:VCALENDAR")


def test_a_dead_link_and_one_who_withdrew_choose_nothing(client: Client):
    row = interviews.asked()
    withdrawing.withdraw(Applicant.objects.get(), interviews.kaisa())
    slot = Slot.objects.first()

    assert client.post(address(row), {"slot": slot.pk}).status_code == 200
    assert Slot.objects.free().count() == 2
    Applicant.objects.get().link.__class__.objects.update(expires_at=clock.now())
    assert client.get(address(row)).status_code == 410


def test_the_signed_in_choose_their_own_and_nobody_elses():
    row = interviews.asked()
    person = row.applicant.person
    people.user_for(person)
    own, other = people.sign_in(Client(), person), people.sign_in(Client(), people.matti())
    there = reverse("recruitment:my_time", args=[row.applicant_id])

    assert other.get(there).status_code == 404
    assert own.post(there, {"slot": Slot.objects.first().pk}).status_code == 302
    row.refresh_from_db()
    assert (row.status, row.chosen_via) == ("agreed", "screen")


def test_the_old_link_of_a_double_leads_to_the_times_of_the_entry_that_was_kept(client: Client):
    row = interviews.asked()
    double = recruitment.applicant("Kaksonen", campaign=row.applicant.campaign)
    old = safe_link.token(told.link_of(double))
    merging.merge(row.applicant, double, interviews.kaisa())

    shown = client.get(reverse("application_times_link", args=[old]))
    chosen = client.post(reverse("application_times_link", args=[old]), {"slot": Slot.objects.first().pk})

    row.refresh_from_db()
    assert (shown.status_code, chosen.status_code, row.status) == (200, 302, "agreed")
    assert client.get(reverse("application_times_file", args=[old])).status_code == 200
