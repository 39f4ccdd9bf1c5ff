"""Kinds about events: subjects neutral, bodies when and where; what it is only of an event that everybody may know of."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme
from coordination.messaging.domain.sample import row

_PART = '{{% include "messages/events/{}.txt" %}}'


def _sample() -> dict:
    starts = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=9)
    event = row(
        names=pgettext("sample", "Theme day of everyday life"),
        programme=row(all=[row(starts_at=starts, titles=pgettext("sample", "Coffee and welcome"), who="")]),
        is_public=True,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Kuulaspiha, Koivu",
        directions=pgettext("sample", "Second floor, ring the bell."),
        venue_access=pgettext("sample", "The step-free door is on the yard's side."),
        online_url="",
        cancelled_because=pgettext("sample", "The room is not free after all."),
    )
    holder = row(full_name="Kaisa Esimerkki", first_name="Kaisa", phone="0400000015", email="kaisa@esimerkki.example")
    return {
        "title": pgettext("neutral", "Event"),
        "event": event,
        "events": [event],
        "holder": holder,
        "registration": row(status="registered"),
    }


PIECES = [
    Piece("event_title", _("What the event is called: neutral"), "{{ title }}"),
    Piece("event_when", _("When the event is"), "{{ event.starts_at|span:event.ends_at }}"),
    Piece(
        "event_details", _("What the event is, if public; when and where, how to get there"), _PART.format("_details")
    ),
    Piece(
        "event_programme",
        _("What happens and when, of an event that everybody may know of"),
        _PART.format("_programme"),
    ),
    Piece("event_times", _("The times of a series, one on a line"), _PART.format("_times")),
    Piece("event_first", _("The first day of a series"), "{{ event.starts_at|day }}"),
    Piece("event_how", _("How to answer, as the reader's channel needs"), _PART.format("_how")),
    Piece("event_undo", _("How to tell that one cannot come after all"), _PART.format("_change")),
    Piece("event_stands", _("Where the reader stands after a change, and what to do"), _PART.format("_stands")),
    Piece("event_holder", _("Whom to ask about the event: name, phone and e-mail"), _PART.format("_holder")),
    Piece("event_calendar", _("That a calendar invitation is attached"), _PART.format("_calendar_note")),
    Piece("event_removal", _("That the attachment clears the calendar"), _PART.format("_removal_note")),
    Piece("event_ideas", _("Where to leave an idea after the event"), _PART.format("_ideas")),
    Piece("event_reason", _("Why the event is cancelled"), "{{ event.cancelled_because }}"),
]
_ALL = "event_title event_when event_holder"


def _kind(name: str, label: object, about: object, pieces: str, required: str, **more: object) -> Kind:
    return Kind(
        f"events.{name}",
        label,
        about,
        Theme.RECRUITMENT,
        pieces=f"{_ALL} {pieces}",
        required=f"{required} event_holder",
        sample=_sample,
        **more,
    )


KINDS = [
    _kind(
        "event.invited",
        _("Somebody is invited to an event"),
        _("To those the organisers invite."),
        "event_details event_programme event_how",
        "event_details event_how",
    ),
    _kind(
        "series.invited",
        _("Somebody is invited to a series of events"),
        _("To those invited to a training, supervision or the like: all the times in one message."),
        "event_times event_first event_how",
        "event_times event_how",
    ),
    _kind(
        "registration.confirmed",
        _("A place at an event"),
        _("To one who has registered and has a place."),
        "event_details event_undo",
        "event_details event_undo",
    ),
    _kind(
        "registration.waiting",
        _("On the waiting list of an event"),
        _("To one who has registered when all places were taken."),
        "event_details event_undo",
        "event_details event_undo",
    ),
    _kind(
        "registration.moved_up",
        _("A place came free at an event"),
        _("To the first of the waiting list, when somebody gives a place back."),
        "event_details event_undo",
        "event_details event_undo",
    ),
    _kind(
        "event.unanswered",
        _("Are you coming to the event?"),
        _("To those invited who have not answered, some days before."),
        "event_details event_how",
        "event_details event_how",
    ),
    _kind(
        "event.reminder",
        _("An event is soon"),
        _("To those who come, some days or hours before."),
        "event_details event_undo",
        "event_details event_undo",
    ),
    _kind(
        "event.changed",
        _("Time or place of an event has changed"),
        _("To those invited, coming or waiting; changes within a short while are told in one message."),
        "changes event_details event_stands event_calendar",
        "changes event_details event_stands",
        settles=True,
    ),
    _kind(
        "event.cancelled",
        _("An event is cancelled"),
        _("To those invited, coming or waiting, with the reason."),
        "event_reason event_removal",
        "event_when event_reason",
    ),
    _kind(
        "event.thanks",
        _("Thanks after an event"),
        _("To those who were there, once it is marked as held."),
        "event_ideas",
        "",
        notice=Notice.NEWS,
    ),
]
