"""Hands out a photo to those who may see it, and to nobody else."""

from __future__ import annotations

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from coordination.people.actor import Actor
from experts.domain import audience
from experts.domain.expert_photo import TYPES
from experts.models import Audience, Expert
from experts.permissions import expert as permissions


@require_GET
def show(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The photo as `kind` of audience sees it; the consent and the choice are asked on every request."""
    expert = _public(key) if kind == Audience.Kind.PUBLIC else _for_reader(request, key)
    if expert is None or expert.photo is None:
        raise Http404
    suffix = Path(expert.photo.file.name).suffix
    with expert.photo.file.open("rb") as photo:
        response = HttpResponse(photo.read(), content_type=TYPES.get(suffix, "application/octet-stream"))
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _public(key: str) -> Expert | None:
    expert = _found(Expert.objects.public().filter(public_key=key))
    return expert if expert and audience.choice_of(expert, Audience.Kind.PUBLIC).photo else None


def _for_reader(request: HttpRequest, key: str) -> Expert | None:
    """Readers of the folder by the expert's choice for them; oneself and the coordinator always."""
    expert = _found(Expert.objects.visible_to(request.user).filter(staff_key=key))
    if expert is None or permissions.may_keep(Actor.of(request.user), expert):
        return expert
    return expert if audience.choice_of(expert, audience.kind_for(expert, request.user)).photo else None


def _found(experts) -> Expert | None:
    return experts.select_related("person", "photo", "unit").prefetch_related("audiences").first()
