"""The topic bank for members: propose, support, and see where one's own proposals stand."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import topic_bank, topic_vote
from councils.forms.topic import ProposeForm
from councils.models import Council, Membership, Topic

OPEN, OVER = (Topic.Status.PROPOSED, Topic.Status.TAKEN), Topic.Status.HANDLED


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def bank(request: HttpRequest) -> HttpResponse:
    """The bank of one's own council; `?raati=` chooses among several."""
    councils = list(Council.objects.attended_by(request.user).order_by("pk"))
    council = _chosen(councils, request.GET.get("raati", ""))
    by = Actor.of(request.user)
    form = ProposeForm(request.POST if request.method == "POST" else None, council=council, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Thank you. Your topic is in the topic bank."))
        return redirect(_address(council))
    seat = Membership.objects.open().select_related("council__unit").get(council=council, person=by.person)
    rows = Topic.objects.visible_to(request.user).filter(council=council).with_support().select_related("theme")
    topics = list(rows)
    context = {
        "councils": councils if len(councils) > 1 else [],
        "council": council,
        "form": form,
        "clusters": topic_bank.clusters([row for row in topics if row.status in OPEN]),
        "talked_over": [row for row in topics if row.status == OVER],
        "own": topic_bank.own(council, by.person),
        "supported": topic_bank.supported(seat),
        "left": topic_vote.left(seat),
        "allowed": topic_vote.allowed(council),
    }
    return render(request, "councils/topic/bank.html", context)


@require_POST
@login_required
def support(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a vote, or take it back (`act=back`)."""
    own = Council.objects.attended_by(request.user)
    topic = get_object_or_404(Topic.objects.visible_to(request.user).filter(council__in=own), pk=pk)
    act = topic_vote.unvote if request.POST.get("act") == "back" else topic_vote.vote
    try:
        act(topic, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(f"{_address(topic.council)}#aihe-{topic.pk}")


def _chosen(councils: list[Council], asked: str) -> Council:
    found = next((row for row in councils if str(row.pk) == asked), None) or next(iter(councils), None)
    if found is None:
        raise Http404
    return found


def _address(council: Council) -> str:
    return f"{reverse('councils:topics')}?raati={council.pk}"
