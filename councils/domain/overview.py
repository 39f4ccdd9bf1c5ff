"""What a council still lacks, said to its leaders (CC-22, CC-23, CC-05, GW-06, DG-01, DG-02). Nothing here is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats
from coordination.records.domain import rule
from councils.models import Council, Membership, Staff

STAFF = {Council.Kind.CLIENT_COUNCIL: 3, Council.Kind.DEVELOPER_GROUP: 2}
LIMITS = {Council.Kind.DEVELOPER_GROUP: ("council.group_least", "council.group_most")}
USUAL = ("council.members_least", "council.members_usual")
GATHERED = {Council.Status.STARTING, Council.Status.REGULAR}


@dataclass(frozen=True)
class Lack:
    """`code` says where it is mended: staff, responsible, members, term, sponsor, rules, agreed. `tone`: warn or info."""

    code: str
    text: str
    tone: str = "warn"


@dataclass(frozen=True)
class Overview:
    """A council's leaders, its seats counted, and what is missing."""

    staff: list[Staff]
    members: list[Membership]
    substitutes: list[Membership]
    lacks: list[Lack]

    @property
    def not_agreed(self) -> list[Membership]:
        """Members and substitutes whose yes to the ground rules as they stand is missing (GW-06)."""
        rows = [*self.members, *self.substitutes]
        return [row for row in rows if row.rules_version < row.council.rules_version]


def of(council: Council) -> Overview:
    """Four queries, whatever the size of the council."""
    staff = list(council.staff.open().select_related("person"))
    rows = list(council.memberships.open().select_related("person", "council", "substitute_for"))
    members = [row for row in rows if row.seat is not None]
    found = Overview(staff, members, [row for row in rows if row.seat is None], [])
    if council.status != Council.Status.ENDED:
        found.lacks.extend(
            [*_staff(council, staff), *_members(council, members), *_facts(council), *_rules(found, council)]
        )
    return found


def term_ends_soon(council: Council) -> bool:
    """Within the organisation's days of reminding, or over already."""
    if council.term_ends is None or council.status == Council.Status.ENDED:
        return False
    days = int(rule.on(council.unit, "council.term_days"))
    return council.term_ends <= clock.today() + timedelta(days=days)


def _staff(council: Council, staff: list[Staff]) -> list[Lack]:
    wanted, lacks = STAFF.get(council.kind, 1), []
    if len(staff) < wanted:
        words = ngettext(
            "%(count)s leader of %(wanted)s is named.", "%(count)s leaders of %(wanted)s are named.", len(staff)
        )
        lacks.append(Lack("staff", words % {"count": len(staff), "wanted": wanted}))
    if not any(row.is_responsible for row in staff):
        lacks.append(Lack("responsible", _("Nobody is responsible for the council.")))
    if council.kind == Council.Kind.CLIENT_COUNCIL and not any(row.is_social_worker for row in staff):
        lacks.append(Lack("staff", _("None of the leaders is a social worker: at least one should be.")))
    return lacks


def _members(council: Council, members: list[Membership]) -> list[Lack]:
    if council.status not in GATHERED:
        return []
    least, most = LIMITS.get(council.kind, USUAL)
    limits = rule.together(council.unit, [least, most])
    words = {"count": len(members), "least": limits[least], "most": limits[most]}
    if len(members) < limits[least]:
        text = ngettext(
            "There is %(count)s member. Usually there are at least %(least)s.",
            "There are %(count)s members. Usually there are at least %(least)s.",
            len(members),
        )
        return [Lack("members", text % words, "info")]
    if len(members) > limits[most]:
        text = _("There are %(count)s members. Usually there are at most %(most)s: see that everybody gets to speak.")
        return [Lack("members", text % words, "info")]
    return []


def _facts(council: Council) -> list[Lack]:
    lacks = []
    if council.term_ends is None:
        lacks.append(Lack("term", _("The term has no end day.")))
    elif council.term_ends < clock.today():
        lacks.append(Lack("term", _("The term ended on %(day)s.") % {"day": formats.day(council.term_ends)}))
    elif term_ends_soon(council):
        lacks.append(Lack("term", _("The term ends on %(day)s.") % {"day": formats.day(council.term_ends)}))
    if council.kind == Council.Kind.CLIENT_COUNCIL and council.sponsor_id is None:
        lacks.append(Lack("sponsor", _("Nobody of the management has committed to the council.")))
    if not council.ground_rules:
        lacks.append(Lack("rules", _("The council has no ground rules yet."), "info"))
    return lacks


def _rules(found: Overview, council: Council) -> list[Lack]:
    if not (council.ground_rules and found.not_agreed):
        return []
    count = len(found.not_agreed)
    words = ngettext(
        "%(count)s person has not yet said yes to the ground rules.",
        "%(count)s people have not yet said yes to the ground rules.",
        count,
    )
    return [Lack("agreed", words % {"count": count}, "info")]
