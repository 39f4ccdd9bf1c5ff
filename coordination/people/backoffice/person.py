"""The people one looks after: the list, a person's page, writing them down."""

from __future__ import annotations

import django_filters
from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board
from coordination.people.actor import Actor
from coordination.people.domain import person as verbs
from coordination.people.forms.person import PersonForm
from coordination.people.models import Person, Role, User
from coordination.people.permissions import branch

from . import account, form_page, found, role


def open_roles() -> Prefetch:
    """Roles of today as `roles_now`; made anew each time, since today changes."""
    return Prefetch("roles", Role.objects.open().select_related("unit"), to_attr="roles_now")


class PersonFilter(WagtailFilterSet):
    role = django_filters.ChoiceFilter(label=pgettext_lazy("role", "Role"), method="by_role", choices=Role.Kind.choices)

    class Meta:
        model = Person
        fields = ["role", "channel", "language"]

    def by_role(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(roles__in=Role.objects.open().filter(kind=value)).distinct()


class ProtectedColumn(Column):
    def get_value(self, instance: Person) -> str:
        return str(_("Protected address")) if instance.protected_address else ""


class RolesColumn(Column):
    def get_value(self, instance: Person) -> str:
        return ", ".join(sorted({str(row.get_kind_display()) for row in instance.roles_now}))


class PersonBoard(Board):
    model = Person
    name = "people_person"
    url_prefix = "henkilot"
    icon = "user"
    menu_label = pgettext_lazy("menu", "People")
    menu_order = 10
    filterset_class = PersonFilter
    search_fields = ["first_name", "last_name", "email"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Name of the person"),
            accessor="full_name",
            get_url=lambda row: board.page_url(row),
            sort_key="last_name",
        ),
        Column("unit", label=_("Kept by"), accessor="unit.names"),
        RolesColumn("roles", label=_("Roles")),
        ProtectedColumn("protected", label=_("To notice")),
    ]
    default_ordering = "last_name"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return Person.objects.visible_to(user).living().select_related("unit").prefetch_related(open_roles())

    def new_url(self) -> str:
        return board.url("new")

    def url(self, name: str, *args: object) -> str:
        return reverse(self.get_url_name(name), args=args)

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", add, name="new"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/muokkaa/", change, name="change"),
            path("<int:pk>/rooli/", role.grant, name="role_grant"),
            path("<int:pk>/rooli/<int:role_pk>/lopeta/", role.end, name="role_end"),
            path("<int:pk>/tili/<str:act>/", account.act, name="account"),
        ]


@permission_required("people.view_person", raise_exception=True)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    person = found.person(request, pk)
    roles = Role.objects.filter(person=person).select_related("unit").order_by("-starts_on", "-pk")
    context = {
        "person": person,
        "shows_address": branch.may_see_address(request.user, person),
        "may_open_account": branch.may_open_account(request.user, person),
        "may_post_money": branch.may_write_down_for(request.user, person),
        "sign_in": account.state(person),
        "language": dict(settings.LANGUAGES).get(person.language, person.language),
        "roles": [(row, branch.may_grant(request.user, row.kind, row.unit)) for row in roles],
    }
    return render(request, "people/backoffice/person.html", context)


@permission_required("people.add_person", raise_exception=True)
def add(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request.user)
    return form_page.run(
        request,
        PersonForm(form_page.posted(request), user=request.user),
        lambda data: verbs.add(by=by, **data),
        title=_("Write down a person"),
        intro=_("Only what is needed to reach them. Never a personal identity code."),
        button=_("Save the person"),
        back=board.url("index"),
        done=_("The person is saved."),
        onward=board.page_url,
    )


@permission_required("people.change_person", raise_exception=True)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    person, by = found.person(request, pk), Actor.of(request.user)
    return form_page.run(
        request,
        PersonForm(form_page.posted(request), instance=person, user=request.user),
        lambda data: verbs.change(person, by, **data),
        title=_("Change the details of %(name)s") % {"name": person.full_name},
        button=_("Save the changes"),
        back=board.page_url(person),
        done=_("The details are saved."),
    )


board = PersonBoard()
