"""A certificate for those who took part in a group often enough: their name, what it was, when, how many times. No more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from coordination.foundation import clock, formats, pdf
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import rule
from councils.models import Attendance, Council, Meeting
from councils.permissions import council as permissions

RULE = "council.certificate_sessions"
THERE = (Attendance.Status.PRESENT, Attendance.Status.REMOTE)
HELD = (Meeting.Status.HELD, Meeting.Status.CLOSED)


@dataclass(frozen=True)
class Share:
    """How often one member was there, and whether that is enough for a certificate."""

    person: Person
    times: int
    is_enough: bool


def shares(council: Council) -> list[Share]:
    """Every member, also those who have left, by name. Three queries, however many there are."""
    least = rule.on(council.unit, RULE)
    rows = Attendance.objects.filter(meeting__in=_held(council), state__in=THERE)
    times = Counter(rows.values_list("person_id", flat=True))
    seats = council.memberships.select_related("person").order_by("person__first_name", "person__last_name")
    people = {seat.person_id: seat.person for seat in seats}
    return [Share(person, times[key], times[key] >= least) for key, person in people.items()]


def sheet(council: Council, person: Person, by: Actor, *, names_group: bool = False) -> bytes:
    """The certificate as PDF/UA in the person's language. The group's name only where the person wishes it: it may tell
    whose client one is. Raises `Refused` for one who was not there often enough.
    """
    permissions.require_leader(by, council)
    share = next((row for row in shares(council) if row.person == person), None)
    if share is None or not share.is_enough:
        least = rule.on(council.unit, RULE)
        raise Refused(
            gettext_lazy("A certificate needs at least %(least)s sessions attended.") % {"least": least}, code="few"
        )
    with translation.override(person.language):
        heading = _("Certificate of attendance")
        data = {"heading": heading, "name": person.full_name, **_words(council, share, names_group)}
        return pdf.render(
            "certificate", data, language=person.language, title=f"{heading}, {person.full_name}", version=data["made"]
        )


def _words(council: Council, share: Share, names_group: bool) -> dict:
    held = list(_held(council))
    first, last = clock.local(held[0].starts_at).date(), clock.local(held[-1].starts_at).date()
    times = ngettext("%(count)s session of %(all)s", "%(count)s sessions of %(all)s", share.times)
    name = council.names.in_language(share.person.language)
    signers = council.staff.open().select_related("person")
    return {
        "made": formats.day(clock.today()),
        "took_part": _("has taken part in developing services in a group."),
        "facts": [
            *([[pgettext("certificate", "Group"), name]] if names_group else []),
            [_("Arranged by"), str(council.unit.organisation().names)],
            [pgettext("certificate", "When"), f"{formats.day(first)} – {formats.day(last)}"],
            [_("Took part in"), times % {"count": share.times, "all": len(held)}],
        ],
        "about": _(
            "The group looked at a service from the point of view of those who use it, named problems, looked for "
            "solutions and brought its proposals to those who decide."
        ),
        "signers": [row.person.full_name for row in signers],
    }


def _held(council: Council):
    rows = council.meetings.filter(kind=Meeting.Kind.GROUP, status__in=HELD)
    return rows.order_by("starts_at")
