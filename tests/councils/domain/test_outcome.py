"""Each item ends with something."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Action
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from councils.domain import live, outcome
from councils.models import AgendaItem, Meeting
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def ville():
    return people.actor(councils.ville())


@pytest.fixture
def item(ville):
    meeting = councils.opened(days=0)
    live.begin(meeting, ville)
    return AgendaItem.objects.select_related("meeting", "council").get(meeting=meeting)


def tell(item, by, kind, **facts):
    return outcome.set_(item, by, outcome=kind, language="fi", **facts)


def test_somebody_does_it(item, ville):
    day = clock.today() + timedelta(days=20)

    tell(item, ville, "action", text="Kysyy ovista", owner=councils.elina(), by_when=day)

    row = Action.objects.get()
    assert (row.what, row.owner, row.due_on, row.about) == (
        "Kysyy ovista",
        councils.elina(),
        day,
        f"councils.agendaitem:{item.pk}",
    )
    assert AgendaItem.objects.get(pk=item.pk).outcome == "action"


@pytest.mark.parametrize("ahead", [True, False])
def test_a_postponed_item_goes_to_the_next_meeting_or_the_backlog(item, ville, ahead):
    following = councils.meeting(days=30) if ahead else None

    tell(item, ville, "postponed", because="Aika loppui.")

    moved = AgendaItem.objects.get(moved_from=item)
    assert (moved.meeting, moved.title, moved.outcome) == (following, item.title, "")
    stays = AgendaItem.objects.get(pk=item.pk)
    assert (stays.outcome, stays.postponed_because) == ("postponed", "Aika loppui.")


def test_what_has_moved_on_gets_no_other_outcome(item, ville):
    tell(item, ville, "postponed", because="Aika loppui.")

    with pytest.raises(Refused) as refusal:
        tell(AgendaItem.objects.get(pk=item.pk), ville, "noted")

    assert refusal.value.code == "moved"


@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        ("", {"by_when": None}, None),
        ("decision", {}, "text"),
        ("action", {"text": "Kysyy"}, "owner"),
        ("forwarded", {}, "whom"),
        ("postponed", {}, "because"),
        ("nonsense", {}, "choice"),
    ],
)
def test_what_is_missing_is_asked_for(item, ville, kind, facts, code):
    if code is None:
        assert tell(item, ville, kind, **facts).outcome == ""
        return

    with pytest.raises(Refused) as refusal:
        tell(item, ville, kind, **facts)

    assert refusal.value.code == code


def test_an_outcome_another_told_meanwhile_is_not_overwritten(item, ville):
    seen = outcome.mark(item)
    tell(AgendaItem.objects.get(pk=item.pk), people.actor(councils.elina()), "forwarded", whom="Johtoryhmä", seen=seen)

    with pytest.raises(Refused) as refusal:
        tell(item, ville, "noted", seen=seen)

    assert refusal.value.code == "changed"
    assert AgendaItem.objects.get(pk=item.pk).outcome == "forwarded"


def test_nothing_is_told_before_the_meeting_begins(ville):
    meeting = councils.opened(days=0)

    with pytest.raises(Refused) as refusal:
        tell(meeting.items.get(), ville, "noted")

    assert (refusal.value.code, Meeting.objects.get(pk=meeting.pk).status) == ("not_begun", "open")
