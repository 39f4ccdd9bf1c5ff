"""What ends with a seat or a leader's task: the meetings still ahead are not theirs any more, nor are their papers."""

from __future__ import annotations

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.models import Council, Invitation, Meeting

from . import guest
from .invitation_call import circle

HOUSE = Actor.worker()


def take_back_invitations(council: Council, person: Person) -> None:
    """Every invitation of one who belongs to the council no more: no packet, no change, no living link after this.

    In the transaction of the leaving; one who is both of the members and of the leaders stays invited.
    """
    open_ = [Meeting.Status.PLANNED, Meeting.Status.OPEN]
    # Whoever is inviting at this moment is waited for; whoever comes after finds the seat empty.
    list(council.meetings.select_for_update(of=("self",)).filter(status__in=open_).order_by("pk").values_list("pk"))
    rows = Invitation.objects.standing().filter(meeting__council=council, person=person)
    ahead = rows.filter(meeting__status__in=open_, meeting__ends_at__gt=clock.now()).exclude(role=Invitation.Role.GUEST)
    for row in ahead.select_related("meeting__council").order_by("meeting"):
        if person not in dict(circle(row.meeting)):
            guest.withdraw(row, HOUSE)
