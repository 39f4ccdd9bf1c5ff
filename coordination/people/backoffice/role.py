"""Giving a role and ending it, on the person's page (L-16)."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.people.actor import Actor
from coordination.people.domain import role as verbs
from coordination.people.forms.role import EndRoleForm, RoleForm
from coordination.people.models import Role

from . import form_page, found


@permission_required("people.change_person", raise_exception=True)
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    person, by = found.person(request, pk), Actor.of(request.user)
    return form_page.run(
        request,
        RoleForm(form_page.posted(request), user=request.user, initial={"unit": person.unit_id}),
        lambda data: verbs.grant(person, by=by, **data),
        title=_("Give %(name)s a role") % {"name": person.full_name},
        button=_("Give the role"),
        back=reverse("people_person:page", args=[pk]),
        done=_("The role is given."),
        onward=lambda row: _onward(pk, row),
    )


def _onward(pk: int, row: Role) -> str:
    """A new coordinator's people are told; that page stands in the wing, so it is named."""
    if row.kind == Role.Kind.COORDINATOR:
        return reverse("coordinator_change:role", args=[row.pk])
    return reverse("people_person:page", args=[pk])


@permission_required("people.change_person", raise_exception=True)
def end(request: HttpRequest, pk: int, role_pk: int) -> HttpResponse:
    person, by = found.person(request, pk), Actor.of(request.user)
    rows = Role.objects.visible_to(request.user).filter(person=person).select_related("unit", "person__user")
    row = get_object_or_404(rows, pk=role_pk)
    return form_page.run(
        request,
        EndRoleForm(form_page.posted(request)),
        lambda data: verbs.end(row, by, **data),
        title=_("End the role of %(name)s: %(role)s") % {"name": person.full_name, "role": row.get_kind_display()},
        button=_("End the role"),
        back=reverse("people_person:page", args=[pk]),
        done=_("The role is ended."),
        danger=True,
        onward=lambda _done: _told_next(pk, row),
    )


def _told_next(pk: int, row: Role) -> str:
    """After a coordinator's role its people are told who goes on; a role that never stood left nobody behind."""
    if row.kind == Role.Kind.COORDINATOR and row.pk:
        return reverse("coordinator_change:ended", args=[row.pk])
    return reverse("people_person:page", args=[pk])
