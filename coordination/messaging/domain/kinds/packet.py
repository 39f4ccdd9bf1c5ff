"""The kind that sends a meeting's packet: invitation, agenda and last minutes, in each one's own way."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats
from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

_PART = '{% include "messages/councils/packet/_' + "{}" + '.txt" %}'


def _part(name: str) -> str:
    return _PART.replace("{}", name)


def _sample() -> dict:
    starts = clock.now().replace(hour=11, minute=0, second=0, microsecond=0) + timedelta(days=12)
    meeting = row(
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        mode="hybrid",
        place="Kuulaspiha, Koivu",
        online_url="https://etakokous.example/1",
        directions=pgettext("sample", "Second floor, ring the bell."),
        venue_access=pgettext("sample", "The step-free door is on the yard's side."),
        catering=pgettext("sample", "Coffee at 12.45."),
        answer_by=(starts - timedelta(days=5)).date(),
    )
    leader = row(full_name="Veera Vetäjä", first_name="Veera", phone="0400000373", email="veera@esimerkki.example")
    return {
        "title": pgettext("neutral", "Meeting"),
        "meeting": meeting,
        "invitation": row(role="member", called_at=None),
        "leader": leader,
        "agenda": [(formats.column_clock(starts), pgettext("sample", "What came of the last proposals"))],
        "minutes_day": starts - timedelta(days=28),
        "has_papers": True,
        "has_entry": True,
    }


PIECES = [
    Piece("packet_day", _("Day of the meeting, short"), "{{ meeting.starts_at|day_short }}"),
    Piece("packet_time", _("Day and time of the meeting"), "{{ meeting.starts_at|span:meeting.ends_at }}"),
    Piece("packet_place", _("Place of the meeting, in a word"), _part("place")),
    Piece("packet_details", _("Time, place, way there and accessibility"), _part("when_and_where")),
    Piece("packet_agenda", _("The agenda in short words"), _part("agenda")),
    Piece("packet_answer", _("By when to answer"), _part("answer")),
    Piece("packet_papers", _("Where the papers are read, and what is attached"), _part("papers")),
    Piece("packet_papers_plain", _("Where the papers are read, in plain language"), _part("papers_plain")),
    Piece("packet_along", _("What the envelope holds, in a letter"), _part("along")),
    Piece("packet_contact", _("The leader to ask: name, phone and e-mail"), _part("contact")),
]
KINDS = [
    Kind(
        "councils.packet.sent",
        _("Invitation, agenda and last minutes of a council's meeting"),
        _("To everybody of a council who is invited, when its leader opens and sends a meeting."),
        Theme.COUNCIL,
        pieces="title packet_day packet_time packet_place packet_details packet_agenda packet_answer packet_papers "
        "packet_papers_plain packet_along packet_contact link code code_page address",
        required="packet_details packet_contact",
        sample=_sample,
    ),
]
