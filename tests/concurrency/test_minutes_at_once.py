"""Secretaries who save in the same instant lose nothing, on either database; an approval locks all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coordination.foundation import clock
from councils.domain import attendance, live, minutes
from councils.models import AgendaItem, Meeting, Minutes
from tests.concurrency.at_once import DONE, at_once
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

WRITERS = 8
BASE = "Avaus.\nLoppu."


def writing(item: AgendaItem, number: int, by: object) -> Callable[[], object]:
    """Adds a line of one's own between the two that were there when one began."""
    text = f"Avaus.\nKirjaaja {number}.\nLoppu."
    return lambda: live.note(AgendaItem.objects.get(pk=item.pk), by, version=1, language="fi", text=text, base=BASE)


def begun(titles: int) -> Meeting:
    made = councils.opened(days=0)
    for number in range(titles - 1):
        councils.item(made, f"Kohta {number}")
    live.begin(made, people.actor(councils.ville()))
    made.items.update(notes={"fi": BASE}, notes_version=1)
    return made


@pytest.mark.parametrize("titles", [1, 2])
def test_everybodys_lines_stand_whether_they_write_one_item_or_several(titles):
    meeting = begun(titles)
    items = list(meeting.items.all())
    secretaries = [people.actor(councils.ville()), people.actor(councils.elina())]

    outcomes = at_once(*[writing(items[n % titles], n, secretaries[n % 2]) for n in range(WRITERS)])

    assert outcomes == [DONE] * WRITERS
    for place, item in enumerate(meeting.items.all()):
        lines = item.notes["fi"].split("\n")
        mine = [f"Kirjaaja {n}." for n in range(WRITERS) if n % titles == place]
        assert (lines[0], sorted(lines[1:-1]), lines[-1]) == ("Avaus.", mine, "Loppu.")


def test_what_is_written_at_the_approval_is_in_it_or_refused():
    row = councils.minutes()
    later = councils.opened(days=0, began_at=clock.now())
    item, elina = row.meeting.items.get(), people.actor(councils.elina())

    outcomes = at_once(
        lambda: minutes.approve(Minutes.objects.get(pk=row.pk), elina, in_meeting=later),
        lambda: live.note(AgendaItem.objects.get(pk=item.pk), elina, version=0, language="fi", text="Lisäys.", base=""),
    )

    kept = row.revisions.get().content[0]["notes"]["fi"]
    assert outcomes in ([DONE, DONE], [DONE, "locked"])
    assert AgendaItem.objects.get(pk=item.pk).notes["fi"] == kept
    assert ("Lisäys." in kept) == (outcomes == [DONE, DONE])


def test_marking_the_last_ones_while_the_meeting_ends_loses_nobody():
    meeting = begun(1)
    elina = people.actor(councils.elina())
    everybody = [row.person for row in meeting.invitations.all()]

    def marking(person: object) -> Callable[[], object]:
        return lambda: attendance.mark(Meeting.objects.get(pk=meeting.pk), person, "present", elina)

    ending = lambda: live.end_(Meeting.objects.get(pk=meeting.pk), elina)  # noqa: E731
    outcomes = at_once(*map(marking, everybody), ending)

    assert outcomes == [DONE] * (len(everybody) + 1)
    assert set(meeting.attendances.values_list("state", flat=True)) == {"present"}
