"""Payment batches: opened, their rows looked through, closed; their files, and what payroll tells of them."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.domain import batch_file, payment_batch, payroll
from coordination.fees.forms.payment_batch import BeginForm, ResultForm
from coordination.fees.models import Fee, PaymentBatch
from coordination.foundation.board import Board, EurosColumn, MomentColumn
from coordination.foundation.keys import ticked
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.views.job import gave_up, told, words

Status = PaymentBatch.Status


class PaymentBatchBoard(Board):
    model = PaymentBatch
    name = "fees_batch"
    url_prefix = "maksuerat"
    icon = "folder-open-inverse"
    menu_label = pgettext_lazy("menu", "Payment batches")
    search_fields = None
    list_filter = ["status"]
    list_display = [
        TitleColumn(
            "number",
            label=_("Batch"),
            accessor=lambda row: row.number or _("Being made"),
            get_url=lambda row: board.page_url(row),
        ),
        Column("payer", label=_("Who pays"), accessor="payer.names"),
        Column("status", label=pgettext_lazy("batch", "State"), accessor="get_status_display"),
        Column("count", label=_("Rows")),
        EurosColumn("total", label=_("Together, €")),
        MomentColumn("closed_at", label=_("Closed on"), sort_key="closed_at"),
    ]
    default_ordering = "-pk"
    page_rights = {"new": "add"}
    index_results_template_name = "fees/backoffice/payment_batch_results.html"

    def queryset_for(self, user: User) -> QuerySet[PaymentBatch]:
        return PaymentBatch.objects.visible_to(user).select_related("payer")

    def new_url(self) -> str:
        return reverse("fees_batch:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", new, name="new"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/tila/", state, name="state"),
            path("<int:pk>/rivit/", leave_out, name="leave_out"),
            path("<int:pk>/sulje/", close, name="close"),
            path("<int:pk>/luovu/", give_up, name="give_up"),
            path("<int:pk>/tulokset/", results, name="results"),
            path("<int:pk>/tiedosto/<str:form>/", fetch, name="file"),
        ]


@never_cache
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """What is ready, and the form that takes it into a batch."""
    form = BeginForm(form_page.posted(request), by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        return redirect("fees_batch:page", form.made.pk)
    units = form.fields["payer"].queryset
    ready = Fee.objects.payable().filter(status=Fee.Status.APPROVED, batch_row=None, payer__in=units)
    return render(request, "fees/backoffice/payment_batch_new.html", {"form": form, "count": ready.count()})


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Open: its rows to look through. Closed: its files, its rows with their outcomes."""
    batch = _found(request, pk)
    related = ("fee__payee", "fee__payer", "fee__replaces__replaces__replaces")
    rows = list(batch.rows.with_cash().select_related(*related))
    context = {"batch": batch, "rows": rows, "title": batch.number or _("A batch being made")}
    if batch.status == Status.OPEN:
        codes = payroll.Codes(batch.payer)
        bare = sum(codes.of(row.fee) == ("", "") for row in rows)
        more = {
            "total": sum(row.fee.amount for row in rows),
            "without_code": bare,
            "business_id": payroll.business_id_of(batch.payer),
        }
        return render(request, "fees/backoffice/payment_batch_open.html", {**context, **more})
    more = {
        "standing": payment_batch.standing(batch),
        "job": batch.job,
        "text": words(batch.job) if batch.job else "",
        "gave_up": gave_up(batch.job),
        "is_made": batch.csv_id is not None,
        "form": ResultForm(batch=batch, by=Actor.of(request.user)),
    }
    return render(request, "fees/backoffice/payment_batch.html", {**context, **more})


@never_cache
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    batch = _found(request, pk)
    is_finished = batch.csv_id is not None or gave_up(batch.job)
    return JsonResponse(told(batch.job, finished=is_finished, url=reverse("fees_batch:page", args=[pk])))


@require_POST
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The ticked rows wait for the next batch."""
    batch, keys = _found(request, pk), ticked(request.POST.getlist("row"))

    def act() -> str:
        count = payment_batch.leave_out(batch, keys, Actor.of(request.user))
        return ngettext("%(count)s row was left out.", "%(count)s rows were left out.", count) % {"count": count}

    return _pressed(request, pk, act)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    batch = _found(request, pk)

    def act() -> str:
        made = payment_batch.close(batch, Actor.of(request.user))
        return _("The batch %(number)s is closed. Its files are made in a moment.") % {"number": made.number}

    return _pressed(request, pk, act)


@require_POST
def give_up(request: HttpRequest, pk: int) -> HttpResponse:
    batch = _found(request, pk)

    def act() -> str:
        payment_batch.give_up(batch, Actor.of(request.user))
        return _("The batch is given up. Its rows wait for another.")

    return _pressed(request, pk, act)


@never_cache
@require_http_methods(["GET", "POST"])
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """Payroll's answer read back: all rows or nothing, or the sound ones when one says so."""
    batch = get_object_or_404(PaymentBatch.objects.visible_to(request.user), pk=pk, status=Status.CLOSED)
    form = ResultForm(form_page.posted(request), request.FILES or None, batch=batch, by=Actor.of(request.user))
    report = None
    if request.method == "POST" and form.is_valid() and form.save():
        report = form.made
        if report.stored and not report.wrong:
            count = len(report.sound)
            done = ngettext("%(count)s row is stored.", "%(count)s rows are stored.", count) % {"count": count}
            messages.success(request, done)
            return redirect("fees_batch:page", pk)
    return render(request, "fees/backoffice/batch_result.html", {"batch": batch, "form": form, "report": report})


@never_cache
def fetch(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The file as it was made; the access log tells who took it."""
    batch = _found(request, pk)
    try:
        file = batch_file.fetch(batch, form, request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("fees_batch:page", pk)
    return FileResponse(file.file.open(), as_attachment=True, filename=file.name)


def _found(request: HttpRequest, pk: int) -> PaymentBatch:
    rows = PaymentBatch.objects.visible_to(request.user).select_related("payer", "job", "csv", "xlsx", "closed_by")
    return get_object_or_404(rows, pk=pk)


def _pressed(request: HttpRequest, pk: int, act: object) -> HttpResponse:
    try:
        messages.success(request, act())
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("fees_batch:page", pk)


board = PaymentBatchBoard()
