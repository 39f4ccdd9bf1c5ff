"""Entries of a campaign that may be of one person: shown to those who recruit, who decide. A guess never merges anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.foundation.phone import e164
from coordination.people.models import Person
from coordination.recruitment.models import Applicant, Campaign

Key = tuple[str, str]
REASONS: dict[str, Promise] = {
    "email": _("the same e-mail address"),
    "phone": _("the same phone number"),
    "name": _("the same name"),
    "address": _("the same postal address"),
}


@dataclass(frozen=True)
class Double:
    """Another entry that may be of the same person, and what the two share."""

    applicant: Applicant
    reasons: list[Promise]


def found(applicant: Applicant) -> list[Double]:
    """Those of the campaign that share an e-mail, a phone, a name or an address with this one, the likeliest first."""
    mine = _keys(applicant.person)
    others = _rows(applicant.campaign).exclude(pk=applicant.pk)
    shared = [(row, mine & _keys(row.person)) for row in others]
    likely = sorted((pair for pair in shared if pair[1]), key=lambda pair: (-len(pair[1]), pair[0].came_at))
    return [Double(row, [REASONS[kind] for kind, __ in sorted(keys)]) for row, keys in likely]


def marked(campaign: Campaign) -> set[int]:
    """The keys of all applicants of the campaign that may have a double. One query, however many there are."""
    sharing: dict[Key, list[int]] = defaultdict(list)
    for row in _rows(campaign):
        for key in _keys(row.person):
            sharing[key].append(row.pk)
    return {pk for pks in sharing.values() if len(pks) > 1 for pk in pks}


def _rows(campaign: Campaign) -> Iterable[Applicant]:
    return Applicant.objects.whole().filter(campaign=campaign).select_related("person").order_by("came_at", "pk")


def _keys(person: Person) -> set[Key]:
    """A name alone is weak, but on paper it is often all; two of one name are looked at, not merged."""
    name = f"{person.first_name} {person.last_name}".casefold().split()
    found = {
        ("email", person.email.lower()),
        ("phone", e164(person.phone) or ""),
        ("name", " ".join(name) if len(name) > 1 else ""),
    }
    if person.has_postal_address:
        found.add(("address", f"{person.street} {person.postcode}".casefold()))
    return {key for key in found if key[1]}
