"""The tree of units and what each has agreed: a unit cannot order before (CM-01)."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from coordination.foundation.board import Board
from coordination.people.actor import Actor
from coordination.people.domain import agreement as agreements
from coordination.people.domain import unit as verbs
from coordination.people.forms.choices import INDENT
from coordination.people.forms.unit import AgreementForm, NewUnitForm, UnitForm
from coordination.people.models import Role, Unit, UnitAgreement, User
from coordination.people.permissions import branch

from . import contact, form_page


class TreeColumn(TitleColumn):
    def get_value(self, instance: Unit) -> str:
        return f"{INDENT * (instance.depth - 1)}{instance.names}"


class UnitBoard(Board):
    model = Unit
    name = "people_unit"
    url_prefix = "yksikot"
    icon = "site"
    menu_label = pgettext_lazy("menu", "Units")
    menu_order = 20
    list_display = [
        TreeColumn("names", label=_("Name of the unit"), get_url=lambda row: board.page_url(row)),
        Column("kind", label=pgettext_lazy("unit", "Kind"), accessor="get_kind_display"),
        StatusTagColumn(
            "agreement",
            label=_("Agreement"),
            accessor=lambda row: agreement_state(row),
            primary=lambda row: row.is_covered,
        ),
    ]
    default_ordering = "path"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return with_agreements(Unit.objects.visible_to(user).active())

    def new_url(self) -> str:
        return reverse("people_unit:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", add, name="new"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/muokkaa/", change, name="change"),
            path("<int:pk>/sopimus/", agree, name="agree"),
            path("<int:pk>/yhteyshenkilot/uusi/", contact.add, name="contact_add"),
            path("<int:pk>/yhteyshenkilot/<int:contact_pk>/<str:act>/", contact.act, name="contact_act"),
        ]


def with_agreements(units: QuerySet) -> QuerySet:
    """Each unit with `has_own` and `is_covered`: whether it, or it or one above it, has an agreement in force."""
    standing = UnitAgreement.objects.in_force()
    above = standing.alias(below=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
    return units.annotate(
        has_own=Exists(standing.filter(unit=OuterRef("pk"))),
        is_covered=Exists(above.filter(below__startswith=F("unit__path"))),
    )


def agreement_state(unit: Unit) -> str:
    if unit.has_own:
        return _("agreed")
    return _("agreed above") if unit.is_covered else _("cannot order before the agreement is made")


def _found(request: HttpRequest, pk: int) -> Unit:
    return get_object_or_404(with_agreements(Unit.objects.visible_to(request.user)), pk=pk)


@permission_required("people.view_unit", raise_exception=True)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    unit = _found(request, pk)
    context = {
        "unit": unit,
        "may_change": branch.holds(request.user, unit, *branch.KEEPERS),
        "covering": UnitAgreement.objects.covering(unit),
        "contacts": contact.of_unit(unit),
        "agreements": unit.agreements.select_related("coordinator", "payer", "supervision").order_by("-valid_from"),
        "staff": Role.objects.open().filter(unit=unit).select_related("person").order_by("person__last_name"),
    }
    return render(request, "people/backoffice/unit.html", context)


@permission_required("people.add_unit", raise_exception=True)
def add(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request.user)
    return form_page.run(
        request,
        NewUnitForm(form_page.posted(request), user=request.user),
        lambda data: verbs.add(by=by, **data),
        title=_("Add a unit"),
        button=_("Save the unit"),
        back=reverse("people_unit:index"),
        done=_("The unit is saved. Next, write down its agreement: before that it cannot order."),
        onward=board.page_url,
    )


@permission_required("people.change_unit", raise_exception=True)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by = _found(request, pk), Actor.of(request.user)
    return form_page.run(
        request,
        UnitForm(form_page.posted(request), instance=unit),
        lambda data: verbs.change(unit, by, **data),
        title=_("Change the unit %(name)s") % {"name": unit.names},
        button=_("Save the changes"),
        back=board.page_url(unit),
        done=_("The unit is saved."),
    )


@permission_required("people.add_unitagreement", raise_exception=True)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by = _found(request, pk), Actor.of(request.user)
    before = UnitAgreement.objects.covering(unit)
    return form_page.run(
        request,
        AgreementForm(form_page.posted(request), user=request.user, unit=unit),
        lambda data: agreements.agree(unit, by, **data),
        title=_("Agreement of %(name)s") % {"name": unit.names},
        intro=_(
            "Agree on these with the unit first. It holds for the unit and all those under it; the agreement before ends."
        ),
        button=_("Save the agreement"),
        back=board.page_url(unit),
        done=_("The agreement is saved. The unit can order now."),
        onward=lambda row: _onward(unit, row, before),
    )


def _onward(unit: Unit, row: UnitAgreement, before: UnitAgreement | None) -> str:
    """Where the coordinator changes, to telling their people; that page stands in the wing, so it is named."""
    if before and before.coordinator_id != row.coordinator_id:
        return reverse("coordinator_change:agreement", args=[row.pk])
    return board.page_url(unit)


board = UnitBoard()
