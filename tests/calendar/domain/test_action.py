"""What somebody took on."""

from __future__ import annotations

import contextlib
from datetime import timedelta

import pytest

from coordination.calendar.domain import action
from coordination.calendar.models import Action
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from tests.factories import people

pytestmark = pytest.mark.django_db


def taken(owner=None, **facts):
    about = people.matti()
    given = {"what": "Kysyy ovista", "due_on": clock.today() + timedelta(days=3), **facts}
    by = people.actor(people.kaisa())
    return action.take(about=about, unit=people.organisation(), owner=owner or people.matti(), by=by, **given)


def test_the_same_is_not_written_down_twice():
    assert taken() == taken()
    assert Action.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "code"), [({"what": " "}, "what"), ({"due_on": clock.today() - timedelta(days=1)}, "gone")]
)
def test_what_is_refused(facts, code):
    with pytest.raises(Refused) as refusal:
        taken(**facts)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("who", "may"), [(people.matti, True), (people.kaisa, True), (people.sari, False), (people.olli, False)]
)
def test_its_owner_and_the_coordinator_tell_how_it_went(who, may):
    row = taken()

    with contextlib.suppress(Refused):
        action.finish(row, people.actor(who()), note="Kysytty.")

    row.refresh_from_db()
    assert (row.status, row.note) == (("done", "Kysytty.") if may else ("open", ""))


def test_dropping_tells_why_and_can_be_taken_back():
    row, by = taken(), people.actor(people.matti())

    with pytest.raises(Refused) as refusal:
        action.drop(row, by, note=" ")
    action.drop(row, by, note="Ovi vaihdettiin.")
    action.reopen(row, by)

    assert (refusal.value.code, row.status, row.ended_at) == ("why", "open", None)
