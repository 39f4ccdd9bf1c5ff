"""Slips to sign for fares: one page a member, so that nobody reads another's route or address (CC-21, L-10)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats, pdf
from coordination.foundation.refused import Refused
from coordination.people.models import Person
from councils.models import Invitation, Meeting, Membership

from . import fare, meeting_fee, neutral

TEMPLATE = "fare_slips"


def people(meeting: Meeting) -> list[tuple[Membership, Person]]:
    """Whose fare has not been confirmed: those marked present, or before the marking those who have not said no; where
    nobody has been invited yet, every member.
    """
    if meeting.attendances.exists():
        rows = fare.sheet(meeting)
        return [(row.membership, row.person) for row in rows if row.takes_fare and not row.is_confirmed]
    seats = _asked(meeting).select_related("person")
    return [(seat, seat.person) for seat in seats.order_by("person__last_name", "person__first_name", "pk")]


def _asked(meeting: Meeting) -> QuerySet[Membership]:
    if meeting.status == Meeting.Status.PLANNED:
        return meeting.council.memberships.seated()
    asked = meeting.invitations.filter(withdrawn_at=None, role__in=["member", "substitute"])
    asked = asked.exclude(answer=Invitation.Answer.NO).exclude(role="substitute", answer="")
    return meeting.council.memberships.open().filter(person__in=asked.values("person"))


def make(meeting: Meeting, language: str) -> bytes:
    """The slips as one PDF, each in the member's own language. Raises `Refused` where nobody needs one."""
    chosen = people(meeting)
    if not chosen:
        raise Refused(_("Nobody needs a slip: every fare has been confirmed."), code="none")
    pays = meeting_fee.price_of(meeting) is not None
    data = {"slips": [_slip(meeting, seat, person, pays) for seat, person in chosen]}
    with translation.override(language):
        title = _("Fares, %(day)s") % {"day": formats.day(meeting.starts_at)}
    return pdf.render(TEMPLATE, data, language=language, title=title)


def _slip(meeting: Meeting, seat: Membership, person: Person, pays: bool) -> dict:
    """A protected address: the route is left for the member to write, for it tells where one lives."""
    with translation.override(person.language):
        route = "" if person.protected_address else seat.usual_route
        amount = formats.euros(seat.usual_fare) if seat.usual_fare is not None else ""
        return {
            "language": person.language.split("-")[0],
            "heading": _("Fare to a meeting"),
            "facts": [
                [pgettext("fare slip", "Name"), person.full_name],
                [pgettext("fare slip", "Meeting"), _when(meeting)],
            ],
            "blanks": [
                [pgettext("fare slip", "Route there and back"), route],
                [pgettext("fare slip", "Fare in all"), amount],
            ],
            "intro": _("Check the sum and correct it if it is wrong. Then sign, and give the slip to a leader."),
            "choice": [_("I take the meeting fee."), _("I do not take the meeting fee.")] if pays else [],
            "sign": _("Date and signature"),
        }


def _when(meeting: Meeting) -> str:
    return f"{neutral.neutral(meeting.council)}, {formats.span(meeting.starts_at, meeting.ends_at)}"
