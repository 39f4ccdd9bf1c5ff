"""An interview in calendars: one entry for those who interview, one for the person, both with a neutral title (AN-09)."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from coordination.calendar.domain import entry as entries
from coordination.calendar.domain import invitation as calendar_invitation
from coordination.calendar.models import Entry
from coordination.foundation.texts import Texts
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person
from coordination.recruitment.models import Interview

TITLE = pgettext_lazy("neutral", "Conversation")
REQUEST, CANCEL = calendar_invitation.REQUEST, calendar_invitation.CANCEL


def uid_of(interview: Interview, *, of_person: bool = False) -> str:
    """Stays the same while the interview lives: calendar programs know it by this. No answer of theirs is read."""
    return f"talk-{interview.pk}{'-own' if of_person else ''}@kuuluviin"


def put(interview: Interview) -> None:
    """Write both entries as the interview stands. SEQUENCE rises by itself when time or place has changed."""
    contact = interview.applicant.campaign.contact
    facts = {
        "starts_at": interview.starts_at,
        "ends_at": interview.ends_at,
        "titles": Texts.translated(TITLE),
        "place": interview.place,
        "online_url": interview.online_url,
        "contact_name": contact.full_name,
    }
    entries.put(
        uid_of(interview),
        guests=interview.interviewers.all(),
        url_name="recruitment:interview",
        object_key=str(interview.pk),
        **facts,
    )
    entries.put(uid_of(interview, of_person=True), guests=[interview.applicant.person], **facts)


def cancel(interview: Interview) -> None:
    """Off in every calendar; one that never had a time has no entry."""
    for uid in (uid_of(interview), uid_of(interview, of_person=True)):
        if Entry.objects.filter(uid=uid).exists():
            entries.cancel(uid)


def enclosure_for(interview: Interview, person: Person, method: str = REQUEST) -> Enclosure | None:
    """The calendar invitation as it goes along with a mail; None where nothing goes by e-mail."""
    if person.channel != Person.Channel.EMAIL:
        return None
    entry = _entry(interview, person)
    return calendar_invitation.enclosure(entry, person, method) if entry else None


def file_for(interview: Interview, person: Person) -> Enclosure | None:
    """The entry as a file to put into one's calendar by hand; None while no time is agreed."""
    entry = _entry(interview, person)
    if entry is None or entry.cancelled_at or interview.status != Interview.Status.AGREED:
        return None
    return calendar_invitation.enclosure_of_many([entry], person)


def _entry(interview: Interview, person: Person) -> Entry | None:
    is_own = person.pk == interview.applicant.person_id
    return Entry.objects.filter(uid=uid_of(interview, of_person=is_own)).first()
