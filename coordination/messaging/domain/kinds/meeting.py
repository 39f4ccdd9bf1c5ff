"""Kinds about a council's meeting, to those invited: subjects name no council, bodies tell when and where."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

_PART = '{{% include "messages/councils/{}.txt" %}}'


def _sample() -> dict:
    starts = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=9)
    meeting = row(
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Kuulaspiha, Koivu",
        directions=pgettext("sample", "Second floor, ring the bell."),
        venue_access=pgettext("sample", "The step-free door is on the yard's side."),
        online_url="",
        cancelled_because=pgettext("sample", "The room is not free after all."),
    )
    leader = row(full_name="Elina Esimerkki", first_name="Elina", phone="0400000014", email="elina@esimerkki.example")
    invitation = row(answer="", matter=pgettext("sample", "Queues of the telephone service"), is_expected=True)
    return {
        "title": pgettext("neutral", "Meeting"),
        "meeting": meeting,
        "leader": leader,
        "invitation": invitation,
        "slot": "13.25–14.10",
        "council_name": pgettext("sample", "Council of Sampola"),
        "asked_again": True,
    }


PIECES = [
    Piece("invited_title", _("What the meeting is called: neutral, unless its reader chose otherwise"), "{{ title }}"),
    Piece("invited_when", _("When the meeting is"), "{{ meeting.starts_at|span:meeting.ends_at }}"),
    Piece("invited_details", _("When and where the meeting is, how to get there"), _PART.format("meeting/_details")),
    Piece("invited_leader", _("Whom of the leaders to ask: name, phone and e-mail"), _PART.format("meeting/_leader")),
    Piece("invited_how", _("How to answer, as the reader's channel needs"), _PART.format("invitation/_how")),
    Piece("invited_again", _("Whether to answer again, and how"), _PART.format("meeting/_asked_again")),
    Piece("invited_calendar", _("That a calendar invitation is attached"), _PART.format("meeting/_calendar_note")),
    Piece("invited_removal", _("That the attachment clears the calendar"), _PART.format("meeting/_removal_note")),
    Piece("cancel_reason", _("Why the meeting is cancelled"), "{{ meeting.cancelled_because }}"),
    Piece("guest_matter", _("What the guest comes to talk about"), "{{ invitation.matter }}"),
    Piece("guest_slot", _("The guest's own time in the meeting"), _PART.format("guest/_slot")),
]
_ALL = "invited_title invited_when invited_details invited_leader"


def _kind(name: str, label: object, about: object, pieces: str = "", required: str = "", **more: object) -> Kind:
    return Kind(
        f"councils.{name}",
        label,
        about,
        Theme.COUNCIL,
        pieces=f"{_ALL} {pieces}",
        required=required or "invited_details invited_how invited_leader",
        sample=_sample,
        **more,
    )


KINDS = [
    _kind(
        "invitation.called",
        _("A substitute is asked to a meeting"),
        _("To a member's substitute, when the member cannot come and a leader asks."),
        "invited_how",
    ),
    _kind(
        "invitation.unanswered",
        _("Are you coming to the meeting?"),
        _("To those invited who have not answered, some days before."),
        "invited_how",
    ),
    _kind(
        "meeting.reminder",
        _("A meeting of the council is soon"),
        _("To those who come, some days or hours before."),
        "invited_how",
    ),
    _kind(
        "meeting.changed",
        _("Time or place of a meeting has changed"),
        _("To everybody invited; changes within a short while are told in one message."),
        "changes invited_again invited_calendar",
        required="changes invited_details invited_again invited_leader",
        settles=True,
    ),
    _kind(
        "meeting.cancelled",
        _("A meeting is cancelled"),
        _("To everybody invited, with the reason."),
        "cancel_reason invited_removal",
        required="invited_when cancel_reason invited_leader",
    ),
    _kind(
        "guest.invited",
        _("A guest is invited to a meeting"),
        _("To a guest of one meeting: the matter and the guest's own time."),
        "council_name guest_matter guest_slot invited_how",
        required="guest_matter invited_details invited_how invited_leader",
    ),
    _kind(
        "guest.withdrawn",
        _("An invitation to a meeting is taken back"),
        _("To a guest who need not come after all."),
        "invited_removal",
        required="invited_when invited_leader",
    ),
]
