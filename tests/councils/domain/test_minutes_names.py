"""Names of members in the minutes, whatever their ending."""

from __future__ import annotations

import pytest

from councils.domain.minutes_names import Names, blank
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
