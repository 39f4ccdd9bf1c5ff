"""An expert by key, for the coordinator of the branch."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from coordination.people.actor import Actor
from coordination.people.models import Role
from experts.models import CVRevision, Expert
from experts.permissions import expert as permissions


def may_change(request: HttpRequest) -> bool:
    return request.user.has_role(Role.Kind.COORDINATOR)


def for_coordinator(request: HttpRequest, pk: int) -> Expert:
    """Raises `Http404` for one of another branch, `PermissionDenied` for those who are no coordinators."""
    if not request.user.has_perm("experts.view_expert"):
        raise PermissionDenied
    rows = (
        Expert.objects.coordinated_by(request.user)
        .select_related("person", "unit", "photo")
        .prefetch_related("audiences")
    )
    return get_object_or_404(rows, pk=pk)


def revision(request: HttpRequest, pk: int) -> CVRevision:
    """A text of an expert one coordinates."""
    if not request.user.has_perm("experts.view_cv"):
        raise PermissionDenied
    mine = Expert.objects.coordinated_by(request.user)
    rows = CVRevision.objects.filter(cv__expert__in=mine).select_related(
        "cv__expert__person", "cv__expert__unit", "cv__expert__photo"
    )
    return get_object_or_404(rows, pk=pk)


def for_keeper(request: HttpRequest, pk: int) -> Expert:
    """One whose matters the user may keep: looking after the branch as its main user is not enough."""
    expert = for_coordinator(request, pk)
    if not permissions.may_coordinate(Actor.of(request.user), expert):
        raise PermissionDenied
    return expert
