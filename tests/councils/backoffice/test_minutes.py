"""The minutes' pages for the leaders."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock, formats
from councils.domain import action, minutes_sheet, minutes_telling
from councils.domain import minutes as verbs
from councils.models import Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def elina():
    return people.sign_in(Client(), councils.elina())


def at(name, row):
    return reverse(f"meeting_minutes:{name}", args=[row.meeting_id])


def test_offered_then_approved_in_the_next_meeting(elina):
    row = councils.minutes(status=Minutes.Status.DRAFT)
    later = councils.opened(days=0, began_at=clock.now())

    elina.post(at("page", row), {"act": "offer", "without_plain": "on"})
    elina.post(at("approve", row), {"in_meeting": later.pk, "general": "Tuoleja on kuusi."})

    row.refresh_from_db()
    assert (row.status, row.approved_in, row.corrections.get().text) == ("approved", later, "Tuoleja on kuusi.")


def test_before_a_later_meeting_has_begun_the_page_tells_when_to_come_back(elina):
    row = councils.minutes()
    nothing = elina.get(at("approve", row))
    coming = councils.opened(days=9)

    planned = elina.post(at("approve", row), {"in_meeting": coming.pk})

    assert [page.context.get("form") for page in (nothing, planned)] == [None, None]
    assert (nothing.context["coming"], planned.context["coming"]) == (None, coming)
    assert reverse("meeting:page", args=[coming.pk]) in planned.content.decode()


def test_the_public_text_is_proposed_and_kept_only_when_pressed(elina):
    row = councils.minutes()
    item = row.meeting.items.get()

    box = elina.get(at("public", row)).context["form"][f"item_{item.pk}"]
    assert row.meeting.items.get().public_notes == {}
    elina.post(at("public", row), {box.html_name: box.value()})

    assert row.meeting.items.get().public_notes["fi"] == box.value()
    assert box.value().startswith("Tila on ahdas.")


def test_the_history_tells_in_words_what_came_and_went(elina):
    row = councils.minutes(status=Minutes.Status.DRAFT)
    by = people.actor(councils.elina())
    verbs.offer(row, by)
    row.meeting.items.update(notes={"fi": "Tila on kylmä."})
    verbs.offer(row, by)

    shown = elina.get(at("history", row)).content.decode()

    assert ("<del>ahdas.</del>" in shown, "<ins>kylmä.</ins>" in shown) == (True, True)


def test_what_was_told_on_the_phone_is_written_down_by_a_leader(elina):
    row = councils.minutes()
    irja = councils.irja().person
    row.meeting.attendances.create(person=irja, state="present", marked_at=clock.now())

    asked = elina.post(at("page", row), {"act": "hear", "person": irja.pk, "via": "phone"})
    elina.post(at("page", row), {"act": "hear", "person": irja.pk, "via": "phone", "text": "Tuoleja on kuusi."})

    made = row.comments.get()
    assert list(asked.context["heard"].errors) == ["text"]
    assert (made.person, made.text, made.told_via) == (irja, "Tuoleja on kuusi.", "phone")


def test_the_minutes_tell_who_does_what_by_when(elina):
    row = councils.minutes()
    council, item = row.meeting.council, row.meeting.items.get()
    matti = council.memberships.get(person=people.matti())
    owners, by_then = [councils.ville(), matti.person], clock.today() + timedelta(days=14)
    for what, owner in zip(("Kysyy penkin hintaa", "Laskee tuolit"), owners, strict=True):
        action.take(item, people.actor(councils.elina()), what=what, owner=owner, due_on=by_then)

    shown = minutes_telling.lines(row.meeting)[0][2]
    printed = minutes_sheet.sheet(row, "fi")["items"][0]["list"]
    mailed = minutes_sheet.sheet(row, "fi", reader=minutes_sheet.For.NO_NAMES)["items"][0]["list"]

    named = f"{councils.ville().full_name}: Kysyy penkin hintaa, viimeistään {formats.day(by_then)}"
    assert shown[0].replace("\xa0", " ") == named.replace("\xa0", " ")
    assert "Matti" not in shown[1]
    assert (len(shown), len(printed), mailed) == (2, 2, [])
    assert shown[0] in [line.strip() for line in _page(elina, row)]


def _page(client, row):
    words = client.get(at("page", row)).content.decode()
    return words.replace("<li>", "\n").replace("</li>", "\n").splitlines()
