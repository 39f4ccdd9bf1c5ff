"""Finds the expert that the signed-in user is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from coordination.people.actor import Actor
from experts.models import Expert


def for_expert(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pages of one's own as an expert: the view gets the expert and the actor; others are told there is no such page."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        expert = (
            Expert.objects.own(request.user)
            .select_related("person", "unit", "photo")
            .prefetch_related("audiences")
            .first()
        )
        if expert is None:
            raise Http404(_("This page is for experts by experience."))
        return view(request, expert, Actor.of(request.user), *args, **kwargs)

    return guarded
