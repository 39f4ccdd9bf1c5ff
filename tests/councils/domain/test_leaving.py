"""Whoever has left a council has left its meetings: no papers, no page, no living link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Role, User
from councils.domain import council as verbs
from councils.domain import invitation, meeting_open, membership, packet, staff
from councils.models import Council, Invitation, Meeting, Membership
from councils.permissions import council as permissions
from tests.factories import councils, people
from tests.factories.recruitment import BEFORE

pytestmark = pytest.mark.django_db


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened() -> Meeting:
    return meeting_open.open_(councils.meeting(), elina())


def leaves(seat: Membership) -> None:
    membership.leave(seat, elina(), because=Membership.Reason.WISH)


def test_one_who_has_left_is_invited_no_more_and_the_link_is_dead():
    meeting, seat = opened(), councils.matti()

    leaves(seat)

    row = meeting.invitations.select_related("link").get(person=seat.person)
    assert (row.withdrawn_at is None, row.link.revoked_at is None) == (False, False)
    assert list(packet.invited(meeting).filter(person=seat.person)) == []


def test_one_who_has_left_sees_none_of_the_meetings_that_were():
    meeting, seat = councils.held(), councils.matti()
    Membership.objects.filter(pk=seat.pk).update(left_on=clock.today(), left_because="wish")

    assert list(Meeting.objects.visible_to(seat.person.user).filter(pk=meeting.pk)) == []


def test_a_leader_whose_task_has_ended_is_invited_no_more():
    meeting, ville = opened(), councils.ville()

    staff.end(councils.council().staff.open().get(person=ville), elina())

    assert meeting.invitations.get(person=ville).withdrawn_at is not None


def test_one_who_left_and_came_back_is_invited_anew():
    meeting, seat = opened(), councils.matti()
    leaves(seat)
    membership.admit(seat.council, seat.person, elina(), admitted=BEFORE)

    invitation.call(meeting, elina())

    row = meeting.invitations.select_related("link").get(person=seat.person)
    assert (row.withdrawn_at, row.role, row.link.revoked_at) == (None, Invitation.Role.MEMBER, None)


def test_a_leader_leads_only_where_the_role_reaches():
    liisa, board = councils.elina(), councils.council()
    liisa.roles.update(ends_on=clock.today() - timedelta(days=1))
    people.role_for(liisa, Role.Kind.LEADER, people.unit("Muu yksikkö"))
    user = User.objects.get(pk=liisa.user_id)

    assert (list(Council.objects.led_by(user)), permissions.leads(user, board)) == ([], False)


def test_the_end_of_a_council_takes_back_what_its_members_were_invited_to():
    meeting = opened()

    verbs.end(meeting.council, elina())

    standing = meeting.invitations.standing().values_list("role", flat=True)
    assert set(standing) == {Invitation.Role.STAFF}
