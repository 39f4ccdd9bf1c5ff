"""“Tell your idea” on the public site: for one public council or any of them. No name is asked, none is kept."""

from __future__ import annotations

import hashlib
import hmac

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from councils.forms.suggestion import SuggestForm
from councils.models import Council

SENT = "told_idea"


@require_http_methods(["GET", "POST"])
@never_cache
def suggest(request: HttpRequest, council: int) -> HttpResponse:
    """For one council that has a public page."""
    chosen = get_object_or_404(_open(), pk=council)
    return _ask(request, [chosen], chosen)


@require_http_methods(["GET", "POST"])
@never_cache
def suggest_any(request: HttpRequest) -> HttpResponse:
    """For any of the public councils; where there is none, there is nobody to read."""
    councils = list(_open())
    if not councils:
        raise Http404
    return _ask(request, councils, councils[0] if len(councils) == 1 else None)


@require_safe
@never_cache
def suggested(request: HttpRequest) -> HttpResponse:
    """Thank you, and where to see what came of it. The same words whatever was sent."""
    council = _open().filter(pk=request.session.get(SENT)).first()
    return render(request, "councils/suggestion/thanks.html", {"council": council})


def _ask(request: HttpRequest, councils: list[Council], chosen: Council | None) -> HttpResponse:
    form = SuggestForm(request.POST if request.method == "POST" else None, councils=councils, chosen=chosen)
    if request.method == "POST":
        if form.is_trapped:
            # A machine learns nothing: it is answered as everybody, and nothing is kept.
            return redirect("council_street:suggested")
        if form.is_valid() and _may_send(request, form) and form.save():
            request.session[SENT] = form.made.meant_for.rpartition(":")[2]
            return redirect("council_street:suggested")
    context = {"form": form, "council": chosen}
    return render(request, "councils/suggestion/write.html", context)


def _open():
    return Council.objects.public().standing().select_related("unit").order_by("pk")


def _may_send(request: HttpRequest, form: SuggestForm) -> bool:
    """So many ideas an hour from one sender, who is known to us by a keyed digest only."""
    sender = hmac.new(settings.LINK_KEY.encode(), f"idea:{get_ip(request)}".encode(), hashlib.sha256).hexdigest()
    if ratelimit.consume(request, action="council_idea", key=sender):
        return True
    form.add_error(None, _("Many ideas have been sent in a short while. Wait an hour, or call us."))
    return False
