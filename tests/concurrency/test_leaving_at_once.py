"""Leaving a council while its next meeting is being opened: whoever has left is not among the invited."""

from __future__ import annotations

import pytest

from coordination.people.actor import Actor
from councils.domain import meeting_open, membership
from councils.models import Invitation
from tests.concurrency.at_once import DONE, at_once
from tests.factories import councils

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_one_who_leaves_as_the_meeting_opens_is_not_left_invited():
    meeting, house = councils.meeting(), Actor.worker()
    seats = councils.members(4, meeting.council)

    def leaves(seat):
        return lambda: membership.leave(seat, house, because="wish")

    outcomes = at_once(lambda: meeting_open.open_(meeting, house), *[leaves(seat) for seat in seats])

    left = Invitation.objects.standing().filter(person__in=[seat.person_id for seat in seats])
    assert (outcomes, list(left)) == ([DONE] * 5, [])
