"""What a person has earned: by month and by year, for that person alone (EX-13, section 2.5). Travel is no earning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.models import Fee
from coordination.foundation import clock, formats, pdf
from coordination.people.models import Person

NOTHING = Decimal("0.00")
ROOTS = "replaces__replaces"
"""What rows are read along with: a correction is of the kind of what it corrects, and may stand for one that came back."""
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Month:
    """`first` is the month's first day; sums in euros."""

    first: date
    earned: Decimal


@dataclass(frozen=True)
class Year:
    """A calendar year of earning: fees by month, travel beside them, and how much of all of it has been paid."""

    year: int
    months: list[Month] = field(default_factory=list)
    travel: Decimal = NOTHING
    paid: Decimal = NOTHING
    waiting: Decimal = NOTHING

    @property
    def earned(self) -> Decimal:
        return sum((month.earned for month in self.months), NOTHING)

    @property
    def begun(self) -> list[Month]:
        """Without the months to come."""
        return [month for month in self.months if month.first <= clock.today() or month.earned]

    @property
    def most(self) -> Decimal:
        """The best month, for the length of the bars."""
        return max((month.earned for month in self.months), default=NOTHING)


def years(fees: Iterable[Fee]) -> list[Year]:
    """The years of the given rows, the latest first; this year always. What is void, or answered by another row, is left
    out beforehand (`Fee.objects.counted()`); read `ROOTS` along.
    """
    of_year: dict[int, list[Fee]] = defaultdict(list)
    for fee in fees:
        of_year[fee.earned_on.year].append(fee)
    found = sorted({clock.today().year, *of_year}, reverse=True)
    return [_year(year, of_year[year]) for year in found]


def statement(person: Person, year: int) -> bytes:
    """The person's own year on paper, as PDF/UA in the person's language: the sums, and each row with where it stands."""
    data = sheet(person, year, Fee.objects.counted().filter(payee=person))
    title = f"{data['heading']}, {person.full_name}"
    size = pdf.LARGE_PRINT if person.format == Person.Format.LARGE else pdf.NORMAL_PRINT
    return pdf.render("earnings", data, language=person.language, title=title, size=size)


def sheet(person: Person, year: int, fees: QuerySet[Fee]) -> dict[str, Any]:
    """The year of the given rows of the person as data for a paper, in the person's language."""
    rows = list(fees.filter(earned_on__year=year).select_related(ROOTS).order_by("earned_on", "pk"))
    with translation.override(person.language):
        told = _year(year, rows)
        return {
            "heading": _("Fees and travel costs %(year)s") % {"year": year},
            "name": person.full_name,
            "made": _("Printed %(day)s") % {"day": formats.day(clock.today())},
            "facts": [
                [_("You have earned"), formats.euros(told.earned)],
                [_("Travel costs beside it"), formats.euros(told.travel)],
                [_("Of all this paid"), formats.euros(told.paid)],
                [_("On its way"), formats.euros(told.waiting)],
            ],
            "by_month": _("By month"),
            "month_head": [pgettext("statement", "Month"), _("You have earned")],
            "months": [[formats.month(each.first), formats.euros(each.earned)] for each in told.months],
            "by_row": _("Each row"),
            "row_head": [
                pgettext("statement", "Day"),
                pgettext("statement", "Sum"),
                _("Where the money is"),
                _("For what"),
            ],
            "rows": [[formats.day(row.earned_on), formats.euros(row.amount), row.state_name, row.what] for row in rows],
            "none": _("Nothing was earned in this year."),
            "about": _("This is your own copy. The tax administration gets its figures from the payer, not from here."),
        }


def _year(year: int, rows: list[Fee]) -> Year:
    by_month = dict.fromkeys(MONTHS, NOTHING)
    travel = paid = waiting = NOTHING
    for row in rows:
        if row.root_kind == Fee.Kind.TRAVEL:
            travel += row.amount
        else:
            by_month[row.earned_on.month] += row.amount
        if row.status == Fee.Status.PAID:
            paid += row.amount
        else:
            waiting += row.amount
    months = [Month(date(year, number, 1), by_month[number]) for number in MONTHS]
    return Year(year, months, travel, paid, waiting)
