"""The rows that stayed out, as a file of the same columns with the reason, ready to mend and to bring in again."""

from __future__ import annotations

from pathlib import PurePath

from django.utils.translation import get_language

from coordination.foundation import identity_code
from coordination.foundation.sheets import Row, write_csv, write_xlsx
from experts.domain.finding import Finding, Kind
from experts.domain.list_sheet import REASONS, Heading

from .checking import REST_NAME, Check
from .matching import Plan

LANGUAGES = ("fi", "sv", "en")


def rest_file(found: Check, name: str) -> tuple[str, bytes] | None:
    """Its name and content, XLSX for XLSX and CSV for CSV; None where every row is sound. Identity codes come covered (L-04)."""
    sheets = [(head.sheet, rows) for __, head in found.heads if len(rows := _rows(found, head)) > 1]
    if not sheets:
        return None
    path = PurePath(name)
    stem = path.stem.removesuffix(REST_NAME)
    if path.suffix.lower() == ".csv":
        return f"{stem}{REST_NAME}.csv", write_csv(sheets[0][1])
    return f"{stem}{REST_NAME}.xlsx", write_xlsx(sheets)


def _rows(found: Check, head: Heading) -> list[list[str]]:
    language = (get_language() or "fi").split("-")[0]
    reason = REASONS[LANGUAGES.index(language) if language in LANGUAGES else 0]
    rows = [[*_without_reason(head.texts, head), reason]]
    for row, findings in _unsound(found, head):
        errors = [finding for finding in findings if finding.kind == Kind.ERROR]
        cells = [*row.cells, *[""] * (len(head.texts) - len(row.cells))]
        covered = [identity_code.cover(cell) for cell in _without_reason(cells, head)]
        rows.append([*covered, " ".join(_said(finding) for finding in errors)])
    return rows


def _unsound(found: Check, head: Heading) -> list[tuple[Row, list[Finding]]]:
    experts = [plan.line for plan in found.plans if isinstance(plan, Plan) and not plan.is_sound]
    bookings = [line for line in found.bookings if not line.is_sound]
    return [(line.row, line.findings) for line in (*experts, *bookings) if line.head is head]


def _said(finding: Finding) -> str:
    return f"{finding.heading}: {finding.text}" if finding.heading else finding.text


def _without_reason(cells: list[str], head: Heading) -> list[str]:
    width = len(head.texts)
    return [cell for index, cell in enumerate(cells[:width]) if index != head.reason]
