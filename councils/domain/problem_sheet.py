"""The problem rows as a sheet: on paper, and as a table for a spreadsheet."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats, pdf, sheets
from councils.models import Council, Problem


def as_pdf(council: Council, language: str) -> bytes:
    """Tagged PDF in the language being shown, a row a heading."""
    title = _("Problems and solutions")
    data = {
        "heading": title,
        "group": council.names.in_language(language),
        "rows": [_row(row) for row in council.problems.all()],
        "chosen": _("Chosen for the discussion event"),
        "none": _("The sheet is empty."),
    }
    day = formats.day(clock.today())
    return pdf.render("problems", data, language=language, title=f"{title}, {data['group']}", version=day)


def as_xlsx(council: Council) -> bytes:
    """A row a problem, in the language being shown."""
    head = [
        pgettext("problem", "Number"),
        pgettext("problem", "Problem"),
        pgettext("problem", "Why is it a problem?"),
        pgettext("problem", "Solution"),
        pgettext("problem", "Can it be done?"),
        _("Chosen for the discussion event"),
    ]
    rows = [
        [number, row.problem, row.why, row.solution, _feasible(row), _("Yes") if row.is_chosen else ""]
        for number, row in enumerate(council.problems.all(), start=1)
    ]
    return sheets.write_xlsx([(_("Problems and solutions"), [head, *rows])])


def _row(row: Problem) -> dict:
    facts = [
        (pgettext("problem", "Why is it a problem?"), row.why),
        (pgettext("problem", "Solution"), row.solution),
        (pgettext("problem", "Can it be done?"), _feasible(row)),
    ]
    return {
        "problem": row.problem,
        "facts": [[name, text] for name, text in facts if text],
        "is_chosen": row.is_chosen,
    }


def _feasible(row: Problem) -> str:
    return str(row.get_feasible_display()) if row.feasible else ""
