"""The price list as it stands on a day beside today's, and copied to a new first day with a raise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from coordination.fees.domain import price_keeping, price_words
from coordination.fees.forms.price import KEEPERS, CopyForm
from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Unit, User


@dataclass(frozen=True)
class Beside:
    """A class on the day looked at beside what it is today; `change` in euros where both have one sum."""

    row: PriceClass
    sum: str
    today: str
    change: Decimal | None
    includes: list[str]


class DayForm(forms.Form):
    """Which branch's list, and on which day."""

    yksikko = UnitField(queryset=None, label=gettext_lazy("In the branch"), required=False)
    paiva = FinnishDateField(label=gettext_lazy("On the day"), required=False)

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["yksikko"].queryset = kept_units(user)


def kept_units(user: User) -> QuerySet[Unit]:
    return Unit.objects.within(user.branches(*KEEPERS)).active()


def show(request: HttpRequest) -> HttpResponse:
    """`?paiva=1.1.2027&yksikko=3`; without them today's list of the head of one's branch."""
    form = DayForm(request.GET or None, user=request.user)
    told = form.cleaned_data if form.is_bound and form.is_valid() else {}
    unit = told.get("yksikko") or head_of(kept_units(request.user)) or kept_units(request.user).first()
    day = told.get("paiva") or clock.today()
    if not form.is_bound:
        form.initial = {"yksikko": unit, "paiva": day}
    context = {
        "form": form,
        "unit": unit,
        "day": day,
        "is_today": day == clock.today(),
        "lines": compared(unit, day) if unit else [],
        "coming": _first_days(unit) if unit else [],
        "title": _("Price list"),
    }
    return render(request, "fees/backoffice/price_list.html", context)


def copy(request: HttpRequest) -> HttpResponse:
    """The plan first, then the press that carries it out."""
    form = CopyForm(
        form_page.posted(request), by=Actor.of(request.user), initial={"first_day": _next_free(request.user)}
    )
    is_sound = request.method == "POST" and form.is_valid()
    if is_sound and request.POST.get("act") == "copy" and form.save():
        count = ngettext("%(count)s class is copied.", "%(count)s classes are copied.", form.made)
        messages.success(request, count % {"count": form.made})
        day = form.cleaned_data["first_day"]
        return redirect(f"{reverse('fees_price:list')}?paiva={day.isoformat()}&yksikko={form.cleaned_data['unit'].pk}")
    context = {
        "form": form,
        "planned": form.planned if is_sound and form.is_valid() else [],
        "title": _("Copy the list"),
    }
    return render(request, "fees/backoffice/price_copy.html", context)


def compared(unit: Unit, day: date) -> list[Beside]:
    """Every class of either day, by its code."""
    then = {row.code: row for row in price_keeping.standing_with(unit, day)}
    now = then if day == clock.today() else {row.code: row for row in price_keeping.standing_with(unit, clock.today())}
    return [_beside(then.get(code), now.get(code)) for code in sorted({*then, *now})]


def _beside(then: PriceClass | None, now: PriceClass | None) -> Beside:
    both = then is not None and now is not None and not (then.is_range or now.is_range)
    shown = then or now
    return Beside(
        row=shown,
        sum=price_words.sum_of(then) if then else "",
        today=price_words.sum_of(now) if now else "",
        change=then.amount - now.amount if both else None,
        includes=price_words.includes(shown),
    )


def _first_days(unit: Unit) -> list[date]:
    """The days to come on which something of the list changes."""
    rows = PriceClass.objects.for_unit(unit).filter(valid_from__gt=clock.today())
    return sorted(set(rows.values_list("valid_from", flat=True)))


def _next_free(user: User) -> date:
    """The first of January no list of the head of one's branch has reached yet: a day that is not refused at the press."""
    rows = PriceClass.objects.filter(unit=head_of(kept_units(user)))
    last = rows.aggregate(last=Max("valid_from"))["last"] or clock.today()
    return date(max(last, clock.today()).year + 1, 1, 1)
