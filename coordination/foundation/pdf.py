"""Accessible PDFs (PDF/UA-1) from Typst templates and data.

Templates stand in templates/pdf/ and begin with `#import "page.typ": *` and `#show: framed`;
`document` makes a plain document without a template of its own. Typst refuses what is not
accessible: a picture without a description, a skipped heading level.

One page takes about 30 ms (the first of a process 0.3 s): render in the worker, never inside a
transaction. Fonts are those in the typst package, so that every machine gives the same bytes.
"""

import json
import re
import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from unicodedata import category

import typst
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import clock
from .refused import Refused
from .texts import Texts

NORMAL_PRINT, LARGE_PRINT = 12, 18
"""Points: a letter has 12, large print 18."""
ACCESSIBLE, ARCHIVE = ("ua-1",), ("ua-1", "a-2a")
"""What the file promises: PDF/UA-1; for an archive PDF/A-2a besides."""
_BOX = "□"
_ATTEMPTS = 32
_NEIGHBOURS_FROM, _STRANGE_FROM, _RARE_FROM = 8, 16, 24
"""From which attempt on the signs beside an unknown one, those past the European letters, and those past the Latin ones
count as unknown, too: a text in a strange script costs a second, and never stops everybody's letters."""
_EUROPEAN, _LATIN = 0x500, 0x180
_KEPT = frozenset("–—‘’‚“”„…•€−" + _BOX)
_NO_TEXT = {"Cc", "Cs", "Cn"}
"""Unicode categories of control characters, halves of pairs, and nothing."""


class PdfFailed(Refused):
    """The PDF could not be made. `reason` is Typst's word for our log; people get the message."""

    def __init__(self, template: str, reason: str):
        super().__init__(
            _("The PDF could not be made. The fault is ours: try again in a moment, or tell us."),
            code="pdf_failed",
        )
        self.template = template
        self.reason = reason


def render(
    template: str,
    data: Mapping,
    *,
    language: str,
    title: str,
    version: str = "",
    made_at: datetime | None = None,
    size: int = NORMAL_PRINT,
    standards: tuple[str, ...] = ACCESSIBLE,
) -> bytes:
    """templates/pdf/`template`.typ filled with `data`, as PDF/UA-1.

    `data` holds strings, whole numbers, lists and mappings; lazy texts and `Texts` are taken in
    `language`, anything else by its string. `version` stands in the footer of every page.
    `made_at` (aware, default now) is the date in the file: the same one gives the same bytes.

    Raises PdfFailed when Typst refuses: no title, no such template, a value missing from `data`.
    """
    with translation.override(language):
        frame = {
            "title": str(title),
            "language": language.split("-")[0],
            "version": str(version),
            "sender": str(settings.SITE_TITLE),
            "page": gettext("Page {number} of {total}"),
            "size": size,
        }
        inputs = {
            "data": json.dumps(_plain(data), ensure_ascii=False),
            "frame": json.dumps(_plain(frame), ensure_ascii=False),
        }
    try:
        return _compiled(_compiler(template), inputs, made_at or clock.now(), standards)
    except (typst.TypstError, RuntimeError, OSError) as error:
        raise PdfFailed(template, str(error)) from error


def _compiled(compiler: typst.Compiler, inputs: dict[str, str], made_at: datetime, standards: tuple[str, ...]) -> bytes:
    """PDF/UA forbids a sign without a glyph: a smiley in somebody's text becomes a box, not an error."""
    for attempt in range(_ATTEMPTS):
        try:
            return compiler.compile(
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=list(standards),
                timestamp=made_at.replace(microsecond=0),
            )
        except typst.TypstError as error:
            unknown = _unknown_signs(str(error))
            if not unknown:
                raise
            inputs = {name: _boxed(text, unknown, attempt) for name, text in inputs.items()}
    raise RuntimeError("The text has too many signs that the fonts lack.")


def _boxed(text: str, unknown: set[str], attempt: int) -> str:
    """The text with a box for each unknown sign; after many attempts for signs like it, too."""
    neighbours = {ord(sign) >> 8 for sign in unknown} if attempt >= _NEIGHBOURS_FROM else set()
    from_sign = _LATIN if attempt >= _RARE_FROM else _EUROPEAN if attempt >= _STRANGE_FROM else sys.maxunicode + 1

    def is_doubtful(sign: str) -> bool:
        number = ord(sign)
        return sign not in _KEPT and (number >= from_sign or (number >= _EUROPEAN and number >> 8 in neighbours))

    return "".join(_BOX if sign in unknown or is_doubtful(sign) else sign for sign in text)


def _unknown_signs(reason: str) -> set[str]:
    """The signs that Typst names as missing from the fonts."""
    if not (found := re.search(r'the text `"(.+?)"` could not be displayed', reason)):
        return set()
    signs = re.sub(r"\\u\{([0-9a-f]+)\}", lambda escaped: chr(int(escaped[1], 16)), found[1])
    return {sign for sign in signs if not sign.isascii()}


def _compiler(template: str) -> typst.Compiler:
    folder = Path(settings.BASE_DIR) / "templates" / "pdf"
    return typst.Compiler(folder / f"{template}.typ", root=folder, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _plain(value):
    """`value` as JSON knows it, without the control characters that no PDF may hold."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping) and not isinstance(value, Texts):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return "".join(sign for sign in str(value) if sign in "\n\t" or category(sign) not in _NO_TEXT)
