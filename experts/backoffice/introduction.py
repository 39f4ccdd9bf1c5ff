"""The words by which experts are introduced to staff, and the instructions on the folder's last page (CM-04, CM-07)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from experts.forms.introduction import IntroductionForm


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """All texts of the coordinator's organisation on one page."""
    units = request.user.branches(Role.Kind.COORDINATOR)
    if not units:
        raise PermissionDenied
    form = IntroductionForm(request.POST or None, unit=units[0].organisation())
    if request.method == "POST" and form.is_valid():
        try:
            form.save(Actor.of(request.user))
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("The texts are kept."))
            return redirect("introduction:edit")
    return render(request, "experts/backoffice/introduction.html", {"form": form})


RIGHT = "experts.change_introduction"
urlpatterns = [path("", asking(edit, RIGHT, RIGHT), name="edit")]
