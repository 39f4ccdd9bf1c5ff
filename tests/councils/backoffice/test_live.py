"""The secretary's screen: kept while one types, two at once, and without scripts."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.records.models import AccessEntry
from councils.domain import attendance, live, outcome
from councils.models import Attendance, Meeting, Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    made = councils.opened(days=0)
    councils.item(made, "Puhelinjonot")
    live.begin(made, people.actor(councils.ville()))
    return Meeting.objects.get(pk=made.pk)


@pytest.fixture
def ville():
    return people.sign_in(Client(), councils.ville())


@pytest.fixture
def elina():
    return people.sign_in(Client(), councils.elina())


def page(meeting, item=None):
    address = reverse("meeting_live:page", args=[meeting.pk])
    return f"{address}?kohta={item.pk}" if item else address


def keep(client, item, text, base="", **more):
    address = reverse("meeting_live:keep", args=[item.meeting_id, item.pk])
    return client.post(address, {"notes": text, "base": base, "version": 0, **more})


def test_two_secretaries_get_each_others_lines(meeting, ville, elina):
    item = meeting.items.first()
    keep(ville, item, "Ovi on raskas.", typing="1")

    answer = keep(elina, item, "Tuolit puuttuvat.").json()

    assert (answer["text"], answer["joined"]) == ("Ovi on raskas.\nTuolit puuttuvat.", True)
    assert ["Ville" in line and line.endswith("1") for line in answer["writers"]] == [True]


def test_an_outcome_that_brings_nothing_is_kept_while_one_types(meeting, ville):
    item = meeting.items.first()
    told = {"outcome": "forwarded", "whom": "Johtoryhmä", "outcome_typed": "1", "seen": outcome.mark(item)}

    answer = keep(ville, item, "", **told).json()

    item.refresh_from_db()
    assert (item.outcome, item.outcome_whom, answer["seen"]) == ("forwarded", "Johtoryhmä", outcome.mark(item))


@pytest.mark.parametrize("told", [{"outcome": "postponed", "because": "Aika loppui"}, {"outcome": "forwarded"}])
def test_what_brings_more_or_lacks_something_waits_for_the_press(meeting, ville, told):
    item = meeting.items.first()

    answer = keep(ville, item, "Ovi.", outcome_typed="1", **told)

    item.refresh_from_db()
    assert (answer.status_code, item.outcome, item.notes["fi"]) == (200, "", "Ovi.")


def test_without_scripts_the_press_keeps_all_and_goes_on(meeting, ville):
    first, second = meeting.items.all()
    told = {"notes": "Ovi.\r\nTuoli.", "base": "", "version": 0, "outcome": "noted", "act": "next"}

    answer = ville.post(page(meeting, first), told)

    first.refresh_from_db()
    assert answer["Location"] == page(meeting, second)
    assert (first.notes["fi"], first.outcome) == ("Ovi.\nTuoli.", "noted")


def test_a_refused_outcome_keeps_the_notes_once(meeting, ville):
    item = meeting.items.first()
    told = {"notes": "Ovi.", "base": "", "version": 0, "outcome": "forwarded"}

    answer = ville.post(page(meeting, item), told)
    form = answer.context["form"]
    ville.post(page(meeting, item), {**told, "base": form["base"].value(), "whom": "Johtoryhmä"})

    item.refresh_from_db()
    assert (answer.status_code, list(form.errors), item.notes["fi"], item.outcome) == (
        200,
        ["whom"],
        "Ovi.",
        "forwarded",
    )


def test_who_looked_at_the_names_is_kept(meeting, ville):
    ville.get(page(meeting))

    entry = AccessEntry.objects.get()
    assert (entry.about, len(entry.subjects)) == (f"councils.attendance:{meeting.pk}", 4)


def test_only_what_was_switched_is_marked(meeting, ville):
    matti, irja = councils.matti().person, councils.irja().person
    Attendance.objects.create(meeting=meeting, person=irja, state="present")
    address = reverse("meeting_live:attend", args=[meeting.pk])

    answer = ville.post(address, {"was": f"{matti.pk}:", "present": matti.pk}, headers={"X-Requested-With": "fetch"})

    assert answer.status_code == 200
    assert set(Attendance.objects.values_list("person", "state")) == {(matti.pk, "present"), (irja.pk, "present")}


def test_an_identity_code_is_refused_and_told(meeting, ville):
    answer = keep(ville, meeting.items.first(), "131052-308T")

    assert (answer.status_code, meeting.items.first().notes) == (422, {})


def test_ending_leads_to_the_minutes(meeting, ville):
    answer = ville.post(reverse("meeting_live:end", args=[meeting.pk]))

    assert answer["Location"] == reverse("meeting_minutes:page", args=[meeting.pk])
    assert Minutes.objects.get().meeting.status == "held"


def test_ending_warns_while_nobody_is_marked_as_being_there(meeting, ville):
    address = reverse("meeting_live:end", args=[meeting.pk])

    before = ville.get(address).context["is_attended"]
    attendance.mark(meeting, people.matti(), "present", people.actor(councils.ville()))
    after = ville.get(address).context["is_attended"]

    assert (before, after) == (False, True)


@pytest.mark.parametrize("items", [1, 3])
def test_the_screen_asks_as_often_however_long_the_agenda(meeting, ville, items, django_assert_num_queries):
    for number in range(items):
        councils.item(meeting, f"Kohta {number}")
    ville.get(page(meeting))

    with django_assert_num_queries(32):
        ville.get(page(meeting))


def test_one_press_marks_all_but_those_who_cannot_come(meeting, ville):
    matti, irja = councils.matti().person, councils.irja().person
    meeting.invitations.filter(person=matti).update(answer="no", answered_at=clock.now(), answered_via="link")

    ville.post(reverse("meeting_live:attend", args=[meeting.pk]), {"was": f"{irja.pk}:", "everybody": "1"})

    there = sorted(Attendance.objects.values_list("person__first_name", "state"))
    assert there == [("Elina", "present"), ("Irja", "present"), ("Ville", "present")]
