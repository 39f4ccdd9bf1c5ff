"""Contracts and commitments in the back office: the list, who lacks them, asking, paper, ending (2.6, L-13)."""

from __future__ import annotations

import django_filters
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.foundation.board import Board, BoardIndexView, DayColumn
from coordination.foundation.paper import as_kept, as_paper
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import contract as verbs
from experts.domain import contract_check, contract_scan, contract_sheet, contract_template
from experts.forms.contract import PaperForm
from experts.forms.expert import MoveForm
from experts.models import Contract, ContractKind

from . import expert_found

LIST = "experts.contract.list"


class ContractFilter(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=pgettext_lazy("contract", "Kind"), choices=ContractKind.choices)

    class Meta:
        model = Contract
        fields = ["kind"]


class ContractIndexView(BoardIndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        for kind in ContractKind:
            url = reverse("expert_contract:missing", args=[kind.value])
            label = _("Who lacks it: %(contract)s") % {"contract": kind.label}
            buttons.append(HeaderButton(label, url=url, icon_name="warning"))
        buttons.append(HeaderButton(_("Texts of contracts"), url=reverse("contract_template:index"), icon_name="edit"))
        return buttons

    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        context = super().get_context_data(*args, **kwargs)
        shown = [row.expert.staff_key for row in context["object_list"]]
        access.record(self.request.user, AccessEntry.Action.SEARCH, LIST, subjects=shown)
        return context


def _state(row: Contract) -> str:
    if row.ended_on:
        return pgettext("contract", "ended")
    return row.get_signed_how_display() if row.signed_on else pgettext("contract", "waits for the signature")


class ContractBoard(Board):
    model = Contract
    index_view_class = ContractIndexView
    name = "expert_contract"
    url_prefix = "sopimukset"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Contracts")
    menu_order = 114
    add_to_admin_menu = True
    filterset_class = ContractFilter
    search_fields = ["expert__person__last_name", "expert__person__first_name"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Name of the person"),
            accessor="expert.person.full_name",
            get_url=lambda row: reverse("expert_contract:page", args=[row.pk]),
            sort_key="expert__person__last_name",
        ),
        Column("kind", label=pgettext_lazy("contract", "Kind"), accessor="get_kind_display"),
        Column("state", label=pgettext_lazy("contract", "State"), accessor=_state),
        DayColumn("signed_on", label=pgettext_lazy("contract", "Signed on"), sort_key="signed_on"),
        DayColumn("valid_until", label=pgettext_lazy("contract", "Good until"), sort_key="valid_until"),
    ]
    default_ordering = "-signed_on"
    page_rights = {"missing": "change", "paper": "view", "pdf": "view", "scan": "view"}

    def queryset_for(self, user: User) -> QuerySet:
        return Contract.objects.visible_to(user).select_related("expert__person", "template")

    def pages(self) -> list[URLPattern]:
        return [
            path("puuttuvat/<slug:kind>/", missing, name="missing"),
            path("asiantuntija/<int:expert>/<slug:kind>/pyyda/", ask, name="ask"),
            path("asiantuntija/<int:expert>/<slug:kind>/paperilla/", note, name="note"),
            path("asiantuntija/<int:expert>/<slug:kind>/sopimus.pdf", paper, name="paper"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/paata/", end, name="end"),
            path("<int:pk>/sopimus.pdf", pdf, name="pdf"),
            path("<int:pk>/skannaus/", scan, name="scan"),
        ]


def _kind(code: str) -> ContractKind:
    if code not in ContractKind.values:
        raise Http404
    return ContractKind(code)


@require_http_methods(["GET", "POST"])
@never_cache
def missing(request: HttpRequest, kind: str) -> HttpResponse:
    """The active experts without it; one press asks all of them who have not been asked."""
    asked = _kind(kind)
    rows = contract_check.lacking(request.user, asked)
    if request.method == "POST":
        try:
            made = verbs.ask_all(rows, asked, Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            words = ngettext("%(count)s expert has been asked.", "%(count)s experts have been asked.", len(made))
            messages.success(request, words % {"count": len(made)})
        return redirect("expert_contract:missing", asked)
    experts = list(rows)
    access.record(request.user, AccessEntry.Action.SEARCH, LIST, subjects=[row.staff_key for row in experts])
    waiting = Contract.objects.filter(expert__in=experts, kind=asked, signed_on=None, ended_on=None)
    asked_at = dict(waiting.values_list("expert", "asked_at"))
    context = {
        "kind": asked,
        "rows": [(row, asked_at.get(row.pk)) for row in experts],
        "unasked": sum(row.pk not in asked_at for row in experts),
    }
    return render(request, "experts/backoffice/contract_missing.html", context)


@never_cache
def ask(request: HttpRequest, expert: int, kind: str) -> HttpResponse:
    row, asked = expert_found.for_keeper(request, expert), _kind(kind)
    return form_page.run(
        request,
        MoveForm(form_page.posted(request)),
        lambda data: verbs.ask(row, asked, Actor.of(request.user)),
        title=_("Ask for a signature: %(contract)s, %(name)s")
        % {"contract": asked.label, "name": row.person.full_name},
        intro=_("The expert gets a message with the place to read and sign. By post or phone it waits in the outbox."),
        button=_("Ask for the signature"),
        back=reverse("expert:page", args=[row.pk]),
        done=_("The expert has been asked."),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def note(request: HttpRequest, expert: int, kind: str) -> HttpResponse:
    row, asked = expert_found.for_keeper(request, expert), _kind(kind)
    form = PaperForm(
        form_page.posted(request), request.FILES or None, expert=row, kind=asked, by=Actor.of(request.user)
    )
    back = reverse("expert:page", args=[row.pk])
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Noted. Keep the paper in its folder."))
        return redirect(back)
    context = {
        "form": form,
        "title": _("Signed on paper: %(contract)s, %(name)s") % {"contract": asked.label, "name": row.person.full_name},
        "intro": _("The day and your name are kept. Keep the paper itself in its folder, also when you add a scan."),
        "button": _("Note the signature"),
        "back": back,
    }
    return render(request, "people/backoffice/form.html", context)


@require_safe
@never_cache
def paper(request: HttpRequest, expert: int, kind: str) -> HttpResponse:
    """Two copies of the words in force, to sign on paper."""
    row = expert_found.for_keeper(request, expert)
    words = contract_template.current(row.unit, _kind(kind))
    return as_paper(contract_sheet.to_sign(row, words), "sopimus.pdf")


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    subjects = [row.expert.staff_key]
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.contract:{row.pk}", subjects=subjects)
    language = row.signed_language or row.expert.person.language
    context = {
        "contract": row,
        "parts": contract_template.parts(row.template.bodies.in_language(language)),
        "language": language,
        "may_end": not row.ended_on and (not row.signed_on or row.kind == ContractKind.COMMISSION),
    }
    return render(request, "experts/backoffice/contract.html", context)


@never_cache
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    is_signed = row.signed_on is not None
    return form_page.run(
        request,
        MoveForm(form_page.posted(request)),
        lambda data: verbs.end(row, Actor.of(request.user)),
        title=_("End the contract of %(name)s") % {"name": row.expert.person.full_name}
        if is_signed
        else _("Take back what was asked of %(name)s") % {"name": row.expert.person.full_name},
        intro=_("It ends today. Go through the tasks already agreed together.")
        if is_signed
        else _("The expert need not sign it any more."),
        button=_("End the contract") if is_signed else _("Take it back"),
        back=reverse("expert_contract:page", args=[row.pk]),
        done=_("Done."),
        danger=True,
    )


@require_safe
@never_cache
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """What was signed; two copies to sign where it has not been."""
    row = _found(request, pk)
    body = contract_sheet.signed(row) if row.signed_on else contract_sheet.to_sign(row.expert, row.template)
    subjects = [row.expert.staff_key]
    access.record(request.user, AccessEntry.Action.EXPORT, f"experts.contract:{row.pk}", subjects=subjects)
    return as_paper(body, "sopimus.pdf")


@require_safe
@never_cache
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan of what was signed on paper, for the coordinators of the branch; each look is written down."""
    row = _found(request, pk)
    if row.scan is None:
        raise Http404
    subjects = [row.expert.staff_key]
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.contract_scan:{row.pk}", subjects=subjects)
    return as_kept(row.scan.file, contract_scan.content_type(row.scan))


def _found(request: HttpRequest, pk: int) -> Contract:
    rows = Contract.objects.visible_to(request.user)
    rows = rows.select_related("expert__person", "expert__unit", "template__unit", "noted_by", "scan")
    return get_object_or_404(rows, pk=pk)


board = ContractBoard()
