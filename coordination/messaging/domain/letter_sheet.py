"""The sheets of a print run: a list to tick, then a letter a person, each beginning on the front of a sheet."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats, pdf
from coordination.messaging.models import Letter, Message, PrintRun
from coordination.people.models import Person, Role, Unit

from . import letter, paper
from .paper import Contact

TEMPLATE = "letters"
SENDERS = (Role.Kind.COORDINATOR, Role.Kind.LEADER)


def render(run: PrintRun, letters: list[Letter], told: Callable[[int], None]) -> bytes:
    """The PDF of a run. `told` hears how many letters' texts are ready."""
    presser = run.made_by.as_person() if run.made_by else None
    contacts = _contacts([row.message for row in letters])
    sheets = []
    for row in letters:
        sheets.append(sheet(row.message, contacts.get(row.message.reply_to) or presser, mark=str(row)))
        told(len(sheets))
    language = presser.language if presser else settings.LANGUAGE_CODE
    return _made(sheets, language, cover=_cover(run, letters, sheets, language))


def preview(message: Message, presser: Person | None) -> bytes:
    """One letter as it will be, its codes covered."""
    contact = _contacts([message]).get(message.reply_to) or presser
    return _made([sheet(message, contact, is_live=False)], message.language, title=message.subject)


def sheet(message: Message, contact: Person | None, *, mark: str = "", is_live: bool = True) -> dict:
    """One letter as data: whom to, from whom, in what language and size of print."""
    person = message.person
    asks = Contact.of(contact)
    with translation.override(message.language):
        return {
            "language": message.language.split("-")[0],
            "size": pdf.LARGE_PRINT if person.format == Person.Format.LARGE else pdf.NORMAL_PRINT,
            "to": [person.full_name, person.street, f"{person.postcode} {person.town.upper()}"],
            "sender": [_organisation(person.unit), *filter(None, [asks.name, asks.phone])],
            "date": formats.day(clock.today()),
            "mark": mark,
            "heading": message.subject,
            "text": paper.printed(message, asks, is_live=is_live),
            "page": _("Page {number} of {total}"),
            **_along(message),
        }


def _along(message: Message) -> dict:
    """The papers of the same envelope as they stood when the message was written, and what is added to it by hand."""
    along = next((row for row in message.attachments.all() if row.content_type == letter.PAPERS), None)
    return {"version": "", "papers": [], "by_hand": [], **(json.loads(bytes(along.body)) if along else {})}


def _made(sheets: list[dict], language: str, *, title: str = "", cover: dict | None = None) -> bytes:
    data = {
        "window": {"left": settings.LETTER_WINDOW_LEFT, "top": settings.LETTER_WINDOW_TOP},
        "letters": sheets,
        "cover": cover,
    }
    return pdf.render(TEMPLATE, data, language=language, title=title or cover["heading"])


def _cover(run: PrintRun, letters: list[Letter], sheets: list[dict], language: str) -> dict:
    """The list to tick while folding: names and postcodes, of a protected address the name alone."""
    with translation.override(language):
        return {
            "heading": _("Print run %(number)s") % {"number": run.number},
            "facts": [
                [_("Made on"), formats.moment(run.made_at)],
                [_("In the branch"), str(run.unit.names)],
                [_("Letters"), str(len(letters))],
                [_("Order of the letters"), str(run.get_sort_display())],
            ],
            "advice": _("Tick each letter when it is in its envelope. Then mark the run as posted on the screen."),
            "head": [_("In the envelope"), _("Letter"), _("To whom"), _("Sheets of paper")],
            "rows": [[str(row), _named(row.message.person)] for row in letters],
            "by_hand_heading": _("Add these by hand"),
            "by_hand": [
                [str(row), ", ".join(each["by_hand"])]
                for row, each in zip(letters, sheets, strict=True)
                if each["by_hand"]
            ],
        }


def _named(person: Person) -> str:
    if person.protected_address:
        return person.full_name
    return f"{person.full_name}, {person.postcode} {person.town}"


def _contacts(messages: list[Message]) -> dict[str, Person]:
    """The coordinator or leader whom each message is from, by e-mail address."""
    addresses = {message.reply_to for message in messages if message.reply_to}
    senders: QuerySet[Role] = Role.objects.open().filter(kind__in=SENDERS)
    found = Person.objects.living().filter(email__in=addresses, roles__in=senders).distinct()
    return {person.email: person for person in found}


def _organisation(unit: Unit) -> str:
    return str(unit.organisation().names)
