"""The CVs and weeks of a branch as the check compares them."""

from __future__ import annotations

from collections import defaultdict

from coordination.people.models import Unit
from experts.models import Availability, CVAreaText, CVRevision

from .facts import Facts

FIELDS = ("training_year", "trainer", "background", "motto", "story", "special_skills")
Status = CVRevision.Status


def of_branch(unit: Unit) -> tuple[dict[int, dict[str, Facts]], dict[int, set[str]]]:
    """By expert: the approved text of each language, and the languages in which something newer is under way."""
    inside = Unit.branch_condition([unit], "cv__expert__unit__")
    texts: dict[int, dict[str, Facts]] = defaultdict(dict)
    for row in CVRevision.objects.approved().filter(inside).select_related("cv"):
        texts[row.cv.expert_id][row.cv.language] = {f"cv.{name}": getattr(row, name) for name in FIELDS}
    areas = CVAreaText.objects.filter(
        Unit.branch_condition([unit], "revision__cv__expert__unit__"), revision__status=Status.APPROVED
    )
    for expert, language, area, text in areas.values_list(
        "revision__cv__expert", "revision__cv__language", "area", "text"
    ):
        texts[expert][language][f"cv.area.{area}"] = text
    edited: dict[int, set[str]] = defaultdict(set)
    for expert, language in CVRevision.objects.in_work().filter(inside).values_list("cv__expert", "cv__language"):
        edited[expert].add(language)
    return texts, edited


def week_of_branch(unit: Unit) -> dict[int, set[int]]:
    """The weekdays with a usual time, by expert; who has told none is not here."""
    days: dict[int, set[int]] = defaultdict(set)
    rows = Availability.objects.filter(Unit.branch_condition([unit], "expert__unit__"))
    for expert, weekday in rows.values_list("expert", "weekday"):
        days[expert].add(weekday)
    return days
