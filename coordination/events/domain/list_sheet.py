"""Who comes, on paper for the door and as a table for a spreadsheet: names, needs, nothing else of anybody."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.events.models import Event, Registration
from coordination.foundation import clock, formats, pdf, sheets

from . import needs

SHOWN = (
    Registration.Status.REGISTERED,
    Registration.Status.ATTENDED,
    Registration.Status.ABSENT,
    Registration.Status.WAITING,
)


def as_pdf(event: Event, language: str) -> bytes:
    """Tagged PDF: those who come with a box to tick, by first name; empty lines for those who just come."""
    title = _("Who comes")
    data = {
        "heading": str(event.names),
        "facts": [formats.span(event.starts_at, event.ends_at), *([event.place] if event.place else [])],
        "head": [_("Is here"), pgettext("registration", "Who"), pgettext("registration", "What is needed")],
        "rows": [["□", row.person.full_name, ", ".join(_words(row))] for row in _rows(event)],
        "blank": _("Came without registering"),
        "note": _("Keep this paper out of sight, and destroy it after the event."),
    }
    version = formats.day(clock.today())
    return pdf.render("event_list", data, language=language, title=f"{title}, {event.names}", version=version)


def as_table(event: Event) -> list[list]:
    """The heading and a row a person, in the language being shown."""
    head = [
        pgettext("registration", "Who"),
        pgettext("registration", "State"),
        pgettext("registration", "What is needed"),
        pgettext("registration", "How the answer came"),
    ]
    return [
        head,
        *(
            [row.person.full_name, row.get_status_display(), ", ".join(_words(row)), row.get_via_display()]
            for row in _rows(event)
        ),
    ]


def as_xlsx(event: Event) -> bytes:
    return sheets.write_xlsx([(_("Who comes"), as_table(event))])


def as_csv(event: Event) -> bytes:
    return sheets.write_csv(as_table(event))


def _rows(event: Event) -> Iterable[Registration]:
    rows = event.registrations.filter(status__in=SHOWN).select_related("person")
    return rows.order_by("person__first_name", "person__last_name", "pk")


def _words(row: Registration) -> list[str]:
    said = needs.words(row)
    return [*said, str(row.get_status_display())] if row.status == Registration.Status.WAITING else said
