"""Who is told of a meeting, and how: shown before anything is sent, and kept as each was told."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.people.models import Person
from councils.domain import invitation as invitations
from councils.models import Invitation, Meeting, Membership

Channel = Person.Channel
ROLES = (Invitation.Role.MEMBER, Invitation.Role.SUBSTITUTE, Invitation.Role.STAFF)


@dataclass(frozen=True)
class Reader:
    """One who gets the packet: as what, by which channel, in which form and language, with the papers attached or not."""

    person: Person
    role: str
    wants_papers: bool = False

    @property
    def role_name(self) -> str | Promise:
        return Invitation.Role(self.role).label

    @property
    def gets(self) -> str | Promise:
        """What leaves to this person."""
        if self.person.channel == Channel.EMAIL:
            return (
                _("Invitation and calendar entry, papers attached")
                if self.wants_papers
                else _("Invitation and calendar entry; reads the papers after signing in")
            )
        return {
            Channel.POST: _("Letter with slip, agenda and minutes"),
            Channel.PHONE: _("A call: what to say stands on the call list"),
            Channel.SMS: _("A short text message with a link"),
        }[Channel(self.person.channel)]

    @property
    def obstacle(self) -> str | Promise:
        """Why nothing reaches this person as things are, or nothing."""
        person = self.person
        if person.channel == Channel.POST and not person.has_postal_address:
            return _("No postal address. Write it down, or call.")
        if person.channel == Channel.PHONE and not person.phone:
            return _("No phone number. Write it down, or send a letter.")
        return ""


def audience(meeting: Meeting) -> list[Reader]:
    """Everybody the packet goes to: those invited, and before the opening those who would be. Guests are told apart.

    The people come with their unit; a few queries, however many there are.
    """
    wanting = wanting_papers(meeting)
    found = [Reader(person, role, person.pk in wanting) for person, role in _circle(meeting)]
    return sorted(found, key=lambda reader: ROLES.index(reader.role))


def _circle(meeting: Meeting) -> list[tuple[Person, str]]:
    if meeting.status == Meeting.Status.PLANNED:
        return invitations.circle(meeting)
    return [(row.person, row.role) for row in invited(meeting)]


def invited(meeting: Meeting) -> QuerySet[Invitation]:
    """The invitations a packet goes to: everybody of the council who is invited, and no guest."""
    rows = meeting.invitations.standing().exclude(role=Invitation.Role.GUEST)
    return rows.select_related("person__unit", "link")


def wanting_papers(meeting: Meeting) -> set[int]:
    """Keys of the members who chose to have the papers along with their mail."""
    rows = Membership.objects.open().filter(council=meeting.council_id, wants_papers=True)
    return set(rows.values_list("person", flat=True))
