"""The organisation's own rules: what holds now, and setting one from a day."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board, DayColumn
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.domain import rule_keeping as verbs
from coordination.records.domain.rule import DEFAULTS
from coordination.records.forms.rule import RuleForm, name_of, shown
from coordination.records.models import Rule


class RuleBoard(Board):
    model = Rule
    name = "records_rule"
    url_prefix = "saannot"
    icon = "cog"
    menu_label = pgettext_lazy("menu", "Rules")
    add_to_settings_menu = True
    list_display = [
        TitleColumn(
            "key", label=_("Rule"), accessor=lambda row: name_of(row.key), get_url=lambda row: board.page_url(row)
        ),
        Column("value", label=_("Value"), accessor=lambda row: shown(row.key, row.value)),
        Column("unit", label=_("In the branch"), accessor=lambda row: row.unit.names if row.unit else _("everywhere")),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "key"
    index_results_template_name = "records/backoffice/rule_results.html"
    page_rights = {"choose": "add", "new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return Rule.objects.visible_to(user).select_related("unit")

    def new_url(self) -> str:
        return reverse("records_rule:choose")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", choose, name="choose"),
            path("uusi/<str:key>/", keep, name="new"),
            path("<int:pk>/", end, name="page"),
        ]


@permission_required("records.add_rule", raise_exception=True)
def choose(request: HttpRequest) -> HttpResponse:
    """Every rule with what holds without one of one's own."""
    rules = [(key, name_of(key), shown(key, default)) for key, default in DEFAULTS.items()]
    return render(request, "records/backoffice/rules.html", {"rules": sorted(rules, key=lambda row: str(row[1]))})


@permission_required("records.add_rule", raise_exception=True)
def keep(request: HttpRequest, key: str) -> HttpResponse:
    if key not in DEFAULTS:
        raise Http404
    by = Actor.of(request.user)
    return form_page.run(
        request,
        RuleForm(form_page.posted(request), user=request.user, key=key),
        lambda data: verbs.keep(key, by=by, **data),
        title=name_of(key),
        button=_("Save the rule"),
        back=reverse("records_rule:index"),
        done=_("The rule is saved."),
    )


@permission_required("records.change_rule", raise_exception=True)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = (
        get_object_or_404(Rule.objects.visible_to(request.user).select_related("unit"), pk=pk),
        Actor.of(request.user),
    )
    return form_page.run(
        request,
        forms.Form(form_page.posted(request)),
        lambda data: verbs.end(row, by),
        title=name_of(row.key),
        intro=_("The value is %(value)s. If you end the rule, what holds above it holds here.")
        % {"value": shown(row.key, row.value)},
        button=_("End the rule"),
        back=reverse("records_rule:index"),
        done=_("The rule is ended."),
        danger=True,
    )


board = RuleBoard()
