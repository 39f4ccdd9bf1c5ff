"""A coordinator's own words with named places: checked when saved, filled when a message is written. Nothing is run.

A place is `{{ meeting_time }}` and nothing else: no filters, no tags, no dots. What is filled in is never read again,
so words that look like a place in somebody's address or name stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused

PLACE = re.compile(r"\{\{[ \t]*([a-z][a-z_]*)[ \t]*\}\}")
# What would be an instruction somewhere: in a template, or as a placeholder of a live link.
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\[\[|\]\]")
MOST_SUBJECT, MOST_BODY = 200, 8000
MOST_SMS = 320


def places(text: str) -> list[str]:
    """The names of the places in a text, in order, each once."""
    return list(dict.fromkeys(PLACE.findall(text)))


def as_place(name: str) -> str:
    return f"{{{{ {name} }}}}"


def is_greeting(line: str, first_name: str) -> bool:
    """Whether a first line only greets the reader: “Hei Aino,”, or “Hei Aino!” where whole sentences follow."""
    line = line.rstrip()
    return line.endswith(",") or (line.endswith("!") and bool(first_name) and first_name in line)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its places filled. A line with nothing but empty places falls away, and so do doubled gaps."""
    lines = []
    for line in text.splitlines():
        filled = PLACE.sub(lambda match: values.get(match[1], ""), line)
        if filled.strip() or not line.strip() or not PLACE.search(line):
            lines.append(filled.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def refuse_unfit(
    subject: str, body: str, known: Iterable[str], required: Iterable[str], *, is_sms: bool = False
) -> None:
    """Raise `Refused` beside the field for what may not be saved: too long, a code, an unknown place, a lost one."""
    for field, text, most in (("subject", subject, MOST_SUBJECT), ("body", body, MOST_SMS if is_sms else MOST_BODY)):
        if len(text) > most:
            raise Refused(
                _("The text is too long: at most %(most)s characters.") % {"most": most}, field=field, code="long"
            )
        identity_code.refuse(text, field=field)
        _refuse_strange(text, set(known), field)
    if not body.strip():
        raise Refused(_("Write the text."), field="body", code="empty")
    if "\n" in subject or (not subject.strip() and not is_sms):
        raise Refused(_("Write the subject on one line."), field="subject", code="empty")
    if lost := [name for name in required if name not in places(body)]:
        shown = ", ".join(as_place(name) for name in lost)
        raise Refused(
            ngettext_lazy(
                "The text must keep this place, or the reader will not know what to do: %(places)s",
                "The text must keep these places, or the reader will not know what to do: %(places)s",
                len(lost),
            )
            % {"places": shown},
            field="body",
            code="lost",
        )


def _refuse_strange(text: str, known: set[str], field: str) -> None:
    strange = [name for name in places(text) if name not in known]
    if strange:
        raise Refused(
            _("There is no such place: %(place)s. Choose from the list beside the text.")
            % {"place": as_place(strange[0])},
            field=field,
            code="unknown",
        )
    if BRACES.search(PLACE.sub("", text)):
        raise Refused(
            _("Double braces and brackets are kept for places such as %(place)s. Take the others away.")
            % {"place": as_place("first_name")},
            field=field,
            code="braces",
        )
