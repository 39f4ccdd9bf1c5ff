"""Two to four CVs side by side: the rows of the standard form, and which of them differ (CM-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .shown_cv import ShownCV

LEAST, MOST = 2, 4


@dataclass(frozen=True)
class Row:
    """One row of the table: what it is, a cell for each CV in order, and whether the cells differ.

    `own_words` marks what the experts wrote themselves, each in the language of the CV.
    """

    key: str
    name: str
    cells: tuple[str, ...]
    differs: bool
    own_words: bool = False


def rows(cvs: Sequence[ShownCV]) -> list[Row]:
    """The rows that at least one of the CVs has something on, in the order of the standard form."""
    texts = [dict(cv.areas) for cv in cvs]
    facts = [
        _row("born", pgettext("year or decade", "Born"), [cv.shown.born for cv in cvs]),
        _row("where", pgettext("place", "Where"), [cv.where for cv in cvs]),
        _row("languages", pgettext("of an expert", "Languages"), [", ".join(cv.spoken) for cv in cvs]),
        _row("training", _("Training as an expert by experience"), [cv.training for cv in cvs]),
        _row("usual", _("Usually free"), [cv.usual for cv in cvs]),
        _row("tasks", pgettext("facet", "Task"), [", ".join(cv.tasks) for cv in cvs]),
        _row("motto", _("My motto"), [cv.revision.motto for cv in cvs], own_words=True),
        _row("background", _("My background as an expert by experience"), [cv.revision.background for cv in cvs], True),
    ]
    areas = dict.fromkeys(name for cv in cvs for name, __ in cv.areas)
    known = [
        _row(f"area-{number}", name, [_known(text, name) for text in texts], own_words=True)
        for number, name in enumerate(areas, start=1)
    ]
    last = [
        _row("skills", _("Special skills"), [", ".join(cv.revision.special_skills) for cv in cvs], own_words=True),
        _row("story", _("What is my story like?"), [cv.revision.story for cv in cvs], own_words=True),
    ]
    return [row for row in [*facts, *known, *last] if any(row.cells)]


def _known(texts: dict[str, str], area: str) -> str:
    return texts.get(area) or (pgettext("experience of a service", "Yes") if area in texts else "")


def _row(key: str, name: str, cells: Sequence[str], own_words: bool = False) -> Row:
    said = tuple(str(cell or "").strip() for cell in cells)
    return Row(key=key, name=str(name), cells=said, differs=len(set(said)) > 1, own_words=own_words)
