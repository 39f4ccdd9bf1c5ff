"""Who comes to a meeting and what they need: all of the invited with what they answered, and the sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from councils.models import Invitation, Meeting, Membership

Role, Answer, Need = Invitation.Role, Invitation.Answer, Invitation.Need
VIA = {
    "link": _("by the link"),
    "screen": _("signed in"),
    "phone": _("by phone, or said"),
    "post": _("on the paper slip"),
    "calendar": _("via calendar"),
}


@dataclass(frozen=True)
class Row:
    """One invited; `substitutes` are those who may be asked in the place of a member who does not come."""

    invitation: Invitation
    substitutes: list[Invitation] = field(default_factory=list)

    @property
    def came_via(self) -> str | Promise:
        return VIA.get(self.invitation.answered_via, "") if self.invitation.answer else ""

    @property
    def needs(self) -> list[str]:
        """What is needed, in words; the person's own note last."""
        known = dict(Need.choices)
        words = [str(known[each]) for each in self.invitation.needs if each in known]
        return [*words, self.invitation.needs_note] if self.invitation.needs_note else words


@dataclass(frozen=True)
class Answers:
    """All the rows of a meeting, members first."""

    rows: list[Row]

    def _of(self, answer: str) -> list[Row]:
        return [row for row in self.rows if row.invitation.answer == answer and row.invitation.is_expected]

    @property
    def coming(self) -> list[Row]:
        return self._of(Answer.YES)

    @property
    def members_coming(self) -> int:
        return sum(row.invitation.role in (Role.MEMBER, Role.SUBSTITUTE) for row in self.coming)

    @property
    def declined(self) -> list[Row]:
        return self._of(Answer.NO)

    @property
    def unsure(self) -> list[Row]:
        return self._of(Answer.MAYBE)

    @property
    def silent(self) -> list[Row]:
        return self._of(Answer.NONE)

    @property
    def needed(self) -> list[tuple[str | Promise, list[str]]]:
        """Each need of those who come or may come, with whose it is: who arranges the lifts reads one line."""
        open_to = [*self.coming, *self.unsure]
        found = []
        for value, label in Need.choices:
            names = [row.invitation.person.full_name for row in open_to if value in row.invitation.needs]
            if names:
                found.append((label, names))
        return found


def of(meeting: Meeting) -> Answers:
    """Two queries, however many are invited; withdrawn guests are left out."""
    order = {role: place for place, role in enumerate((Role.MEMBER, Role.SUBSTITUTE, Role.GUEST, Role.STAFF))}
    found = meeting.invitations.standing().select_related("person").order_by("person__last_name", "person__first_name")
    invitations = sorted(found, key=lambda row: order[row.role])
    by_person = {row.person_id: row for row in invitations}
    stands_in = _substitutes(meeting, [row.person_id for row in invitations if row.role == Role.MEMBER])
    rows = []
    for row in invitations:
        row.meeting = meeting
        asked = [by_person[key] for key in stands_in.get(row.person_id, ()) if key in by_person]
        rows.append(Row(row, asked if row.answer == Answer.NO else []))
    return Answers(rows)


def _substitutes(meeting: Meeting, members: Iterable[int]) -> dict[int, list[int]]:
    """Members' keys to the keys of those who stand in for them: the personal ones, and those of nobody in particular."""
    pairs = Membership.objects.open().filter(council=meeting.council_id, kind=Membership.Kind.SUBSTITUTE)
    known = list(pairs.values_list("substitute_for__person", "person"))
    common = [person for member, person in known if member is None]
    found = {key: list(common) for key in members}
    for member, person in known:
        if member is not None:
            found.setdefault(member, []).append(person)
    return found
