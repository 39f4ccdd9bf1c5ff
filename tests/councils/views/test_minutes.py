"""The minutes for the council's members."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.calendar.domain import action
from coordination.foundation import clock
from councils.domain import minutes_plain
from councils.domain.todo import minutes as todo
from councils.models import Attendance, Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def matti():
    councils.staffed()
    return people.sign_in(Client(), people.matti())


def address(row):
    return reverse("councils:minutes", args=[row.pk])


def test_who_was_there_tells_of_a_mistake(matti):
    row = councils.minutes()
    Attendance.objects.create(meeting=row.meeting, person=people.matti(), state="present")
    waits = [each.url for each in todo.for_person(people.matti())]

    matti.post(address(row), {"text": "Tuoleja on kuusi."})

    assert waits == [address(row)]
    assert (row.comments.get().text, list(todo.for_person(people.matti()))) == ("Tuoleja on kuusi.", [])
    assert len(list(todo.for_leader(people.user_for(councils.elina())))) == 1


def test_who_was_not_there_reads_without_a_form(matti):
    row = councils.minutes()

    answer = matti.get(address(row))
    matti.post(address(row), {"text": "En ollut siellä."})

    assert (answer.status_code, answer.context["form"], row.comments.count()) == (200, None, 0)


def test_a_draft_is_not_there_for_members(matti):
    row = councils.minutes(status=Minutes.Status.DRAFT)

    assert matti.get(address(row)).status_code == 404


def test_plain_language_is_shown_once_a_member_has_read_it(matti):
    row, by = councils.minutes(), people.actor(councils.elina())
    minutes_plain.write(row.meeting.items.get(), by, language="fi", text="Tila on pieni.")

    before = matti.get(address(row) + "?selko=1").content.decode()
    minutes_plain.check(row, by, ticked=minutes_plain.Check.values, read_on=clock.today())
    after = matti.get(address(row) + "?selko=1").content.decode()

    assert ("Tila on pieni." in before, "Tila on pieni." in after) == (False, True)


def test_ones_own_action_is_told_done(matti):
    row = councils.held()
    facts = {"what": "Kysyy ovista", "owner": people.matti(), "due_on": clock.today() + timedelta(days=3)}
    by = people.actor(councils.elina())
    made = action.take(about=row.items.first(), unit=row.council.unit, by=by, **facts)

    matti.post(reverse("councils:action", args=[made.pk]), {"act": "finish", "note": "Kysytty."})

    made.refresh_from_db()
    assert (made.status, made.note) == ("done", "Kysytty.")


def test_words_in_another_language_say_so(matti):
    row = councils.minutes()

    page = matti.get(address(row).replace("/fi/", "/sv/"))

    marked = page.content.decode().count('<div class="prose" lang="fi">')
    assert (marked, page.context["is_in_another_language"]) == (1, True)


def test_a_break_takes_no_number(matti):
    row = councils.minutes()
    councils.item(row.meeting, "Tauko", kind="break", position=8)
    councils.item(row.meeting, "Päätös", position=9)

    page = matti.get(address(row)).content.decode()

    assert (">2. " in page, ">3. " in page, "Tauko" in page) == (True, False, False)
