"""The ledger's kept views and its files of any length."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.fees.domain import ledger_export, ledger_query, ledger_view
from coordination.fees.forms.ledger import ExportForm, ViewForm
from coordination.fees.models import LedgerExport, LedgerView
from coordination.people.backoffice import form_page

SHOWN = 10


@never_cache
@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """The filters of the list under a name; the names one has, to take away."""
    query = ledger_query.tidy(request.GET.urlencode())
    form = ViewForm(form_page.posted(request), user=request.user, initial={"query": query})
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The view is kept. You find it above the list."))
        return redirect(f"{reverse('fees_fee:index')}?{form.made.query}")
    context = {"form": form, "views": LedgerView.objects.visible_to(request.user)}
    return render(request, "fees/backoffice/ledger_view.html", context)


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    ledger_view.forget(get_object_or_404(LedgerView.objects.visible_to(request.user), pk=pk))
    messages.success(request, _("The view is taken away. The rows are where they were."))
    return redirect("fees_fee:view")


@never_cache
@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """How many rows the filters leave, in which form they are wished for; the worker writes them."""
    query = ledger_query.tidy(request.GET.urlencode())
    form = ExportForm(form_page.posted(request), user=request.user, initial={"query": query})
    if request.method == "POST" and form.is_valid() and form.save():
        return redirect("records:job", form.made.job_id)
    made = LedgerExport.objects.visible_to(request.user).filter(job__result__isnull=False).select_related("job__result")
    context = {"form": form, "count": ledger_export.rows_of(request.user, query).count(), "made": made[:SHOWN]}
    return render(request, "fees/backoffice/ledger_export.html", context)
