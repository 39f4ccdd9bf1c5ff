"""The texts of contracts: every version, the words of one, a new version from a day."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.foundation.board import Board, BoardIndexView, DayColumn
from coordination.people.backoffice import form_page
from coordination.people.forms.choices import head_of
from coordination.people.models import Role, Unit, User
from experts.domain import contract_template as verbs
from experts.forms.contract import WordingForm
from experts.models import ContractKind, ContractTemplate


class TemplateIndexView(BoardIndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        for kind in ContractKind:
            url = reverse("contract_template:new", args=[kind.value])
            label = _("New version: %(contract)s") % {"contract": kind.label}
            buttons.append(HeaderButton(label, url=url, icon_name="plus"))
        return buttons


class ContractTemplateBoard(Board):
    model = ContractTemplate
    index_view_class = TemplateIndexView
    name = "contract_template"
    url_prefix = "sopimustekstit"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Texts of contracts")
    add_to_settings_menu = True
    menu_order = 426
    search_fields = None
    list_display = [
        TitleColumn(
            "title",
            label=pgettext_lazy("contract", "Heading"),
            accessor=lambda row: str(row.titles),
            get_url=lambda row: reverse("contract_template:page", args=[row.pk]),
        ),
        Column("kind", label=pgettext_lazy("contract", "Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("version", label=pgettext_lazy("contract", "Version"), accessor="version"),
        Column("unit", label=_("In the branch"), accessor=lambda row: str(row.unit.names)),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
    ]
    default_ordering = "-valid_from"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return ContractTemplate.objects.led_by(user).select_related("unit")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/<slug:kind>/", new, name="new"), path("<int:pk>/", show, name="page")]


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, kind: str) -> HttpResponse:
    heads = request.user.branches(Role.Kind.COORDINATOR)
    if not heads:
        raise PermissionDenied
    unit = head_of(Unit.objects.within(heads).active()) or heads[0]
    if kind not in ContractKind.values:
        raise Http404
    form = WordingForm(form_page.posted(request), user=request.user, base=verbs.current(unit, kind))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The new version is kept. It is asked to be signed from its day on."))
        return redirect("contract_template:page", form.made.pk)
    context = {
        "form": form,
        "title": _("A new version: %(contract)s") % {"contract": ContractKind(kind).label},
        "intro": _("It begins from the words in force now. Whoever has signed those need not sign again."),
        "button": _("Keep the new version"),
        "back": reverse("contract_template:index"),
    }
    return render(request, "people/backoffice/form.html", context)


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(ContractTemplate.objects.led_by(request.user).select_related("unit"), pk=pk)
    languages = [
        (code, name, row.titles.get(code, ""), verbs.parts(row.bodies.get(code, "")))
        for code, name in settings.LANGUAGES
        if row.bodies.get(code)
    ]
    return render(request, "experts/backoffice/contract_template.html", {"template": row, "languages": languages})


board = ContractTemplateBoard()
