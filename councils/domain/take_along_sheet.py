"""The sheet everybody takes along from a network meeting: who does what, and by when (GC-02, GC-03)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.calendar.models import Action
from coordination.foundation import formats, pdf
from coordination.messaging.domain.outbox import cause
from councils.models import Meeting

from . import naming

EMPTY_ROWS = 6


def as_pdf(meeting: Meeting, language: str, *, is_large: bool = False) -> bytes:
    """In the language and the size of print asked for. What has been agreed stands on it; the rest are lines to write on."""
    with translation.override(language):
        data = _data(meeting)
        title = _("What we agreed on")
        version = formats.day(meeting.starts_at)
    size = pdf.LARGE_PRINT if is_large else pdf.NORMAL_PRINT
    return pdf.render("take_along", data, language=language, title=title, version=version, size=size)


def _data(meeting: Meeting) -> dict:
    rows = _agreed(meeting)
    responsible = meeting.council.staff.open().filter(is_responsible=True).select_related("person").first()
    phone = formats.phone(responsible.person.phone) if responsible else ""
    facts = [
        (_("When"), formats.span(meeting.starts_at, meeting.ends_at)),
        (_("Why we met"), str(meeting.purpose)),
    ]
    return {
        "heading": _("What we agreed on"),
        "facts": [[label, words] for label, words in facts if words],
        "head": [pgettext("sheet", "Who"), pgettext("sheet", "Does what"), pgettext("sheet", "By when")],
        "rows": rows,
        "empty": max(0, EMPTY_ROWS - len(rows)),
        "next": _("We meet next:"),
        "ask": _("Questions? Call %(name)s, %(phone)s.") % {"name": responsible.person.full_name, "phone": phone}
        if phone
        else "",
        "feeling": _("How did this feel? What would you change?"),
    }


def _agreed(meeting: Meeting) -> list[list[str]]:
    """What somebody took on in this meeting. Names are those that may be told."""
    names = naming.shown_names(meeting.council)
    keys = [cause(item) for item in meeting.items.all()]
    rows = Action.objects.filter(about__in=keys).exclude(status=Action.Status.DROPPED).select_related("owner")
    return [[names.get(row.owner_id, ""), row.what, formats.day(row.due_on)] for row in rows]
