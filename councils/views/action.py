"""What one has taken on oneself: tell that it is done, or that it will not be."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.calendar.models import Action
from coordination.people.actor import Actor
from councils.domain import action as actions
from councils.forms.action import EndForm


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own action alone; the leaders have their list in the back office."""
    found = get_object_or_404(Action.objects.filter(owner__user=request.user, about__startswith=actions.LABEL), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = EndForm(posted, action=found, by=Actor.of(request.user), press=request.POST.get("act", ""))
    if posted is not None and form.is_valid() and form.save():
        messages.success(request, _("Noted. Thank you."))
        return redirect("councils:action", found.pk)
    return render(request, "councils/action/mine.html", {"action": found, "item": actions.item_of(found), "form": form})
