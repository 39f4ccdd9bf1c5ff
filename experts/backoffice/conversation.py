"""The coordinator's boxes of an order: with the orderer, with each expert asked, with everybody. Reading is logged."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import conversation_box as boxes
from experts.domain.conversation_box import Box
from experts.forms.conversation import PostForm, act
from experts.models import BookingRequest, Conversation

from . import booking_request_found as found

PAGE = 20
KINDS = {"tilaaja": Conversation.Audience.ORDERER, "kaikki": Conversation.Audience.ALL}


@dataclass(frozen=True)
class Entry:
    """A box on the order's page, with its address."""

    box: Box
    url: str


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, pk: int, box: str) -> HttpResponse:
    order = found.to_act(request, pk)
    by = Actor.of(request.user)
    seen = _box(order, box, by)
    form = PostForm(request.POST if request.POST.get("act") == "write" else None, box=seen, by=by)
    if request.method == "POST" and (answer := _act(request, form)):
        return answer
    page = Paginator(boxes.posts_of(seen, by), PAGE).get_page(request.GET.get("page"))
    subjects = [seen.expert.staff_key] if seen.expert else []
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.conversation:{order.number}", subjects=subjects)
    lines = boxes.lines_of(seen, page.object_list, by)
    context = {"title": _("Conversation: %(name)s") % {"name": seen.title}, "box": seen, "order": order, "form": form}
    return render(request, "experts/backoffice/conversation.html", {**context, "page_obj": page, "lines": lines})


def entries(order: BookingRequest, by: Actor) -> list[Entry]:
    """The coordinator's boxes for the order's page; none for one who looks at the order in another role."""
    found_boxes = [box for box in boxes.boxes_of(order, by) if box.side == "coordinator"]
    return [Entry(box, reverse("booking_request:conversation", args=[order.pk, box.key])) for box in found_boxes]


def _act(request: HttpRequest, form: PostForm) -> HttpResponse | None:
    try:
        thanks = act(request.POST, form)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(request.get_full_path())
    if thanks and request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    if thanks:
        messages.success(request, thanks)
        return redirect(request.get_full_path())
    return None


def _box(order: BookingRequest, key: str, by: Actor) -> Box:
    """Raises `Http404` for a box that is not there, `PermissionDenied` in one's own matter: that is another's to handle."""
    audience, expert = KINDS.get(key, Conversation.Audience.EXPERT), None
    if key not in KINDS:
        expert = next((each for each in boxes.asked(order) if key == f"asiantuntija-{each.pk}"), None)
        if expert is None:
            raise Http404
    seen = boxes.box(order, audience, by, expert)
    if seen is None:
        raise Http404
    if seen.side != "coordinator":
        raise PermissionDenied
    return seen
