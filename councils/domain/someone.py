"""A person for a council: one already written down, found by the whole e-mail or phone, or a new one.

The leaders keep no people: they find only whom they can name exactly, and whoever is new is kept by the council's unit.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import person as people
from coordination.people.domain.reach import exactly, is_whole
from coordination.people.models import Person, Unit
from coordination.records.domain import audit
from councils.models import Council
from councils.permissions import council as permissions

HOUSE = Actor.worker()
MOST = 10


def known(council: Council, by: Actor, reach: str) -> list[Person]:
    """Those of the council's organisation with exactly this e-mail or phone number, by name. Raises `Refused`."""
    permissions.require_leader(by, council)
    if not is_whole(reach):
        raise Refused(_("Write the whole e-mail address or phone number."), field="reach", code="not_exact")
    rows = Person.objects.living().filter(unit__path__startswith=_organisation(council).path)
    return exactly(rows, reach, MOST)


@transaction.atomic
def write_down(council: Council, by: Actor, **facts: object) -> Person:
    """A person nobody has written down yet, kept by the council's unit. Raises `Refused` for anybody but its leaders."""
    permissions.require_leader(by, council)
    made = people.add(unit=council.unit, by=HOUSE, **facts)
    audit.log(council, "kuuluviin.changed", by, {"written_down": made.pk})
    return made


@transaction.atomic
def official(
    council: Council, by: Actor, *, first_name: str, last_name: str, email: str = "", title: str = ""
) -> Person:
    """An employee by name and e-mail: the one already known by both, else written down. Raises `Refused`."""
    permissions.require_leader(by, council)
    if email:
        for person in known(council, by, email):
            if (person.first_name.lower(), person.last_name.lower()) == (first_name.lower(), last_name.lower()):
                return person
    return write_down(council, by, first_name=first_name, last_name=last_name, email=email, title=title[:80])


def _organisation(council: Council) -> Unit:
    return council.unit.organisation()
