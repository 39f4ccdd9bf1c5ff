"""One applicant for those who recruit: how to reach, what was told, where it stands, what else was written of the same person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from coordination.foundation import formats
from coordination.people.models import Person
from coordination.people.permissions import branch
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import double, steps, waiting, walk_in
from coordination.recruitment.models import Applicant, Campaign, Service

WITH = (
    "campaign__unit",
    "campaign__contact",
    "campaign__kick_off",
    "person__unit",
    "channel",
    "recommended_by",
    "event",
)


@never_cache
def show(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    row = found(request, campaign, pk)
    doubles = double.found(row)
    merged = list(Applicant.objects.filter(merged_into=row).select_related("person", "channel", "recommended_by"))
    people = {item.person_id for item in [row, *merged, *(each.applicant for each in doubles)]}
    subjects = sorted(f"people.person:{key}" for key in people)
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.applicant:{row.pk}", subjects=subjects)
    context = {
        "campaign": row.campaign,
        "row": row,
        "reach": _reach(request, row.person),
        "said": [pair for pair in _said(row) if pair[1]],
        "came": _came(row),
        "steps": steps.steps(row),
        "doubles": doubles,
        "merged": [(item, facts(request, item)) for item in merged],
        "answer_by": waiting.answer_by(row) if row.status in waiting.OURS else None,
        "may_begin": walk_in.possible(row.campaign).filter(pk=row.pk).exists(),
        "may_withdraw": steps.may_withdraw(row),
    }
    return render(request, "recruitment/backoffice/applicant_page.html", context)


def led(request: HttpRequest, pk: int) -> Campaign:
    rows = Campaign.objects.led_by(request.user).select_related("unit", "contact", "kick_off")
    return get_object_or_404(rows, pk=pk)


def found(request: HttpRequest, campaign: int, pk: int) -> Applicant:
    rows = Applicant.objects.visible_to(request.user).filter(campaign=campaign)
    return get_object_or_404(rows.select_related(*WITH), pk=pk)


def facts(request: HttpRequest, row: Applicant) -> list[tuple]:
    """All that is kept of one entry, as pairs; empty ones are left out where they are shown."""
    return [*_reach(request, row.person), *_said(row), *_came(row)]


def _reach(request: HttpRequest, person: Person) -> list[tuple]:
    hidden = person.protected_address and not branch.may_see_address(request.user, person)
    address = " ".join(filter(None, [person.street, person.postcode, person.town]))
    return [
        (_("E-mail"), person.email),
        (_("Phone"), formats.phone(person.phone)),
        (_("Postal address"), _("Protected address") if hidden else address),
        (_("Messages come by"), person.get_channel_display()),
        (_("Form of papers"), person.get_format_display() if person.format != Person.Format.NORMAL else ""),
        (_("Language of messages"), get_language_info(person.language)["name_translated"]),
    ]


def _said(row: Applicant) -> list[tuple]:
    names = dict(Service.choices)
    first = {True: _("for the first time"), False: _("has taken part before"), None: ""}[row.is_first_timer]
    return [
        (_("What interests"), row.motivation),
        (pgettext("applicant", "Services"), ", ".join(str(names.get(code, code)) for code in row.services)),
        (pgettext("applicant", "Age"), row.get_age_band_display()),
        (pgettext("applicant", "Lives in"), row.area),
        (pgettext("applicant", "Takes part"), first),
        (_("Works for the organisation"), _("yes: cannot be chosen") if row.is_employee else ""),
        (_("Belongs to a statutory body"), _("yes: cannot be chosen") if row.is_in_body else ""),
        (_("Life situation lets take part"), row.get_life_situation_display()),
    ]


def _came(row: Applicant) -> list[tuple]:
    recommended = row.recommended_by.full_name if row.recommended_by else ""
    return [
        (pgettext("applicant", "Came"), formats.day(row.came_at)),
        (_("How the details came"), row.get_source_display()),
        (_("Heard of it by"), str(row.channel or "")),
        (pgettext("applicant", "At the event"), str(row.event.names) if row.event else ""),
        (_("Recommended by"), recommended),
        (_("The person gave permission on"), formats.day(row.permission_on) if row.permission_on else ""),
        (_("Privacy notice told"), formats.day(row.notice_told_at)),
        (_("Has heard from us last"), formats.day(row.told_at) if row.told_at else _("not yet")),
    ]
