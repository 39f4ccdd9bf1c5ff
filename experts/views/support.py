"""My trainings, supervision and contracts; signing on the screen."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import clock
from coordination.foundation.paper import as_kept, as_paper
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from experts.domain import contract_scan, contract_sheet, contract_template, support, training_certificate
from experts.forms.contract import SignForm
from experts.models import Contract, Expert

from .expert import for_expert


@require_safe
@never_cache
@for_expert
def mine(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    now = clock.now()
    times = support.times(expert)
    context = {
        "expert": expert,
        "papers": support.papers(expert),
        "past_papers": support.past_papers(expert),
        "trainings": support.trainings(expert),
        "coming": [row for row in reversed(times) if row.event.ends_at > now],
        "been": [row for row in times if row.event.ends_at <= now],
    }
    return render(request, "experts/support/mine.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@for_expert
def contract(request: HttpRequest, expert: Expert, by: Actor, pk: int) -> HttpResponse:
    """The text in the language in use, then the place to sign; the same page tells how it was signed."""
    row = _own(expert, pk)
    language = row.signed_language or (get_language() or expert.person.language)
    form = None
    if not row.signed_on and not row.ended_on:
        form = SignForm(form_page.posted(request), row=row, by=by, language=language)
        if request.method == "POST" and form.is_valid() and form.save():
            messages.success(request, _("Thank you. You have signed it. You find it here whenever you wish."))
            return redirect("experts:my_contract", row.pk)
    context = {
        "expert": expert,
        "contract": row,
        "form": form,
        "heading": row.template.titles.in_language(language),
        "parts": contract_template.parts(row.template.bodies.in_language(language)),
        "organisation": expert.unit.organisation().names.in_language(language),
        "language": language,
    }
    return render(request, "experts/support/contract.html", context)


@require_safe
@never_cache
@for_expert
def contract_pdf(request: HttpRequest, expert: Expert, by: Actor, pk: int) -> HttpResponse:
    row = _own(expert, pk)
    body = contract_sheet.signed(row) if row.signed_on else contract_sheet.to_sign(expert, row.template)
    return as_paper(body, "sopimus.pdf")


@require_safe
@never_cache
@for_expert
def scan(request: HttpRequest, expert: Expert, by: Actor, pk: int) -> HttpResponse:
    """The scan of one's own signed paper."""
    row = _own(expert, pk)
    if row.scan is None:
        raise Http404
    return as_kept(row.scan.file, contract_scan.content_type(row.scan))


@require_safe
@never_cache
@for_expert
def certificate(request: HttpRequest, expert: Expert, by: Actor, pk: int) -> HttpResponse:
    rows = expert.trainings.completed().exclude(certificate_number="")
    row = get_object_or_404(rows.select_related("expert__person", "expert__unit"), pk=pk)
    return as_paper(training_certificate.sheet(row), "todistus.pdf")


def _own(expert: Expert, pk: int) -> Contract:
    rows = Contract.objects.filter(expert=expert).select_related("expert__person", "expert__unit", "template", "scan")
    return get_object_or_404(rows, pk=pk)
