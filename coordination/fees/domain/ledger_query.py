"""The ledger's filters as they stand in an address, so that the worker and a kept view read the same rows as the screen."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q

from coordination.fees.models import Fee, FeeQuerySet
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.keys import ticked

SEARCHED = ("number", "what", "payee__last_name", "payee__first_name")
KEPT = ("q", "status", "kind", "earned_on_after", "earned_on_before", "payer", "cost_centre", "ordering")
MOST = 1000


def tidy(query: str) -> str:
    """Only the filters' own parameters, in one order; the page's number and everything unknown is left out."""
    said = parse_qs(query.lstrip("?"))
    pairs = [(key, value) for key in KEPT for value in sorted(said.get(key, []))]
    return urlencode(pairs)[:MOST]


def apply(rows: FeeQuerySet, query: str) -> FeeQuerySet:
    """The rows the filters leave; what makes no sense filters nothing, as on the screen."""
    said = parse_qs(query.lstrip("?"))
    if states := [value for value in said.get("status", []) if value in Fee.Status.values]:
        rows = rows.filter(status__in=states)
    if (kind := _last(said, "kind")) in Fee.Kind.values:
        rows = rows.filter(kind=kind)
    if first := _day(_last(said, "earned_on_after")):
        rows = rows.filter(earned_on__gte=first)
    if last := _day(_last(said, "earned_on_before")):
        rows = rows.filter(earned_on__lte=last)
    if payers := ticked(said.get("payer", [])[-1:]):
        rows = rows.filter(payer__in=payers)
    if centre := _last(said, "cost_centre"):
        rows = rows.filter(cost_centre=centre)
    if word := _last(said, "q"):
        found = Q()
        for field in SEARCHED:
            found |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(found)
    return rows


def _last(said: dict[str, list[str]], key: str) -> str:
    return said.get(key, [""])[-1].strip()


def _day(text: str) -> date | None:
    try:
        return FinnishDateField(required=False).clean(text)
    except ValidationError:
        return None
