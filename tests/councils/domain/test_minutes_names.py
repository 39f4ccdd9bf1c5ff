"""Names of members in the minutes, whatever their ending."""

from __future__ import annotations

import unicodedata

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from councils.domain import agenda_sheet, membership, statement
from councils.domain.minutes_names import Names, blank
from councils.forms.statement import WriteForm
from councils.models import Membership, Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Matille ovi on raskas.", ["Matille"]),
        ("Kysyttiin Irjalta ja Meriläisen kanssa.", ["Irjalta", "Meriläisen"]),
        ("Elinan ehdotus.", []),
        ("Kuvitelma on toista kuin kuvitelma.", ["Kuvitelma"]),
        ("Matto on likainen.", []),
    ],
)
def test_forms_of_a_name_are_found(text, found):
    board = councils.staffed()

    assert [word for word, __ in Names(board, in_public=False).in_text(text, "fi")] == found


def test_who_agreed_may_be_named():
    councils.staffed()
    seat = councils.matti()
    seat.name_to_members = True
    seat.save()

    names = Names(seat.council, in_public=False)

    assert names.in_text("Matin mielestä", "fi") == []
    assert names.blanked("Irjan ja Matin ovi", "fi") == f"{blank()} ja Matin ovi"


@pytest.mark.parametrize("text", [unicodedata.normalize("NFD", "Meriläisen ehdotus"), "Meri\u00adläisen ehdotus"])
def test_a_name_copied_from_a_pdf_is_found_too(text):
    names = Names(councils.staffed(), in_public=False)

    assert names.blanked(text, "fi") == f"{blank()} ehdotus"


def test_what_leaves_by_mail_names_nobody_not_even_who_agreed():
    meeting = councils.meeting()
    councils.item(meeting, "Matin ehdotus", text={"fi": "Matti kertoo."})
    Membership.objects.filter(pk=councils.matti().pk).update(name_to_members=True)

    (row,) = agenda_sheet.sheet(meeting, "fi", has_names=False)["items"]

    assert (row["title"], "Matti" in row["text"]) == (f"{blank()} ehdotus", False)


def published(words: str) -> Minutes:
    record = councils.minutes(status=Minutes.Status.COMMENTABLE)
    record.meeting.items.update(public_notes={"fi": words})
    facts = {"status": Minutes.Status.APPROVED, "approved_in": councils.meeting(days=1), "approved_at": clock.now()}
    Minutes.objects.filter(pk=record.pk).update(**facts, published_at=clock.now())
    return record


@pytest.mark.parametrize(("words", "is_public"), [("Matin mielestä ovi on raskas.", False), ("Ovi on raskas.", True)])
def test_a_yes_to_ones_name_in_public_that_is_taken_back_takes_the_page_down(words, is_public):
    councils.council(is_public=True)
    Membership.objects.filter(pk=councils.matti().pk).update(name_in_public=True)
    seat, record = councils.matti(), published(words)

    membership.choose(seat, people.actor(seat.person), name_in_public=False)

    assert Minutes.objects.public().filter(pk=record.pk).exists() == is_public


def test_a_statement_with_the_mark_of_a_name_goes_nowhere():
    row = councils.statement(text={"fi": f"{blank()} ehdotti ramppia."})

    with pytest.raises(Refused) as refusal:
        statement.forward(
            row,
            people.actor(councils.elina()),
            to="management",
            recipient=people.person("Jorma", email="jorma@example.org"),
            recipient_title="Palvelujohtaja",
        )

    assert refusal.value.code == "mark"


def test_a_statement_begun_from_the_minutes_names_no_member_without_a_yes():
    board, meeting = councils.staffed(), councils.meeting()
    item = councils.item(meeting, notes={"fi": "Matti ehdotti ramppia."})

    form = WriteForm(council=board, by=people.actor(councils.elina()), item=item)

    assert form["text_fi"].value() == f"{blank()} ehdotti ramppia."
