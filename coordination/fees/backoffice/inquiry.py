"""Questions where money is, answered by whoever holds it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.fees.domain import inquiry, steps
from coordination.fees.forms.inquiry import AnswerForm
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page

from .pages import Pages, View

SHOWN = 50


class InquiryPages(Pages):
    name = "fees_inquiry"
    url_prefix = "missa-rahat"
    icon = "help"
    menu_label = pgettext_lazy("menu", "Where is my money?")
    look, act = "fees.view_feeinquiry", "fees.change_feeinquiry"

    def pages(self) -> list[tuple[str, View, str]]:
        return [("", index, "index"), ("<int:pk>/", answer, "page")]


@never_cache
def index(request: HttpRequest) -> HttpResponse:
    rows = inquiry.seen_in_office(request.user).select_related("fee__payer", "asked_by").order_by("asked_at")
    return render(request, "fees/backoffice/inquiries.html", {"rows": rows[:SHOWN]})


@never_cache
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    rows = inquiry.seen_in_office(request.user).select_related("fee__payer", "fee__payee", "fee__unit", "asked_by")
    row = get_object_or_404(rows, pk=pk)
    form = AnswerForm(form_page.posted(request), inquiry=row, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The answer is on its way."))
        return redirect("fees_inquiry:index")
    context = {"form": form, "row": row, "fee": row.fee, "steps": steps.of(row.fee, steps.expected(row.fee))}
    return render(request, "fees/backoffice/inquiry.html", context)


pages = InquiryPages()
