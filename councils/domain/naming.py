"""Whose names may be told, and how: what minutes, pages and lists use (CC-29)."""

from __future__ import annotations

from coordination.people.models import Person
from councils.models import Council


def shown_names(council: Council, *, in_public: bool = False) -> dict[int, str]:
    """Names by person key: members who agreed to it as “Matti M.”, the leaders by their full names always.

    For the other members unless `in_public`. Former leaders keep their names; whoever has left the council does not.
    """
    agreed = {"name_in_public": True} if in_public else {"name_to_members": True}
    members = council.memberships.open().filter(**agreed).select_related("person")
    names = {row.person_id: short(row.person) for row in members}
    leaders = council.staff.select_related("person")
    return names | {row.person_id: row.person.full_name for row in leaders}


def short(person: Person) -> str:
    """“Matti M.”: the first name and the first letter of the last."""
    return f"{person.first_name} {person.last_name[:1]}.".strip() if person.last_name else person.first_name
