"""A class of the price list in words: its sum, what it is counted by, what it includes."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.models import PriceClass
from coordination.foundation import formats


def sum_of(row: PriceClass) -> str:
    """“50,00 €”, or “100,00–300,00 €” for a class with limits."""
    if not row.is_range:
        return formats.euros(row.amount)
    return f"{formats.euros(row.amount).removesuffix('€').rstrip()}{formats.DASH}{formats.euros(row.amount_most)}"


def label(row: PriceClass) -> str:
    """“Lecture or panel, 100,00–300,00 € / occasion”, to be chosen."""
    return f"{row.names}, {sum_of(row)} / {row.get_per_display()}"


def label_in_full(row: PriceClass) -> str:
    """The same with what the fee covers, for whoever chooses."""
    covered = covers(row)
    return f"{label(row)}. {_('Includes: %(what)s') % {'what': covered}}" if covered else label(row)


def covers(row: PriceClass) -> str:
    """“preparation, the debrief”; of a package its parts, too: fetch `parts` with many. Empty where the list
    says nothing.
    """
    parts = row.parts.all() if row.per == PriceClass.Per.PACKAGE else ()
    return ", ".join([*includes(row), *(str(part.what) for part in parts)])


def includes(row: PriceClass) -> list[str]:
    """Everything the fee covers: the facts, then the list's own words."""
    facts = [
        (row.has_preparation, pgettext("price", "preparation")),
        (row.has_debrief, _("the debrief")),
        (row.pays_travel_time, _("the time of travelling")),
    ]
    return [*(words for is_in, words in facts if is_in), *filter(None, [str(row.includes)])]
