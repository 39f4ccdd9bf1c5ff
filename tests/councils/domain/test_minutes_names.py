"""Names of members in the minutes, whatever their ending."""

from __future__ import annotations

import unicodedata

import pytest

from councils.domain import agenda_sheet
from councils.domain.minutes_names import Names, blank
from councils.models import Membership
from tests.factories import councils

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
