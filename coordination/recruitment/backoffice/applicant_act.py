"""What those who recruit do for an applicant: correct, withdraw on their word, tell; and inviting everybody to the kick-off."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE, POST, Actor
from coordination.people.backoffice import form_page
from coordination.recruitment.domain import kick_off, waiting, withdrawing
from coordination.recruitment.forms.applicant import CorrectForm
from coordination.recruitment.models import Applicant

from .applicant_page import found, led

WAYS = ((PHONE, gettext_lazy("by phone")), (POST, gettext_lazy("by post or on paper")))


class ToldForm(forms.Form):
    """How the applicant told it."""

    via = forms.ChoiceField(
        label=gettext_lazy("How did the person tell it?"), choices=WAYS, widget=forms.RadioSelect(), initial=PHONE
    )


@require_http_methods(["GET", "POST"])
@never_cache
def correct(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    row = found(request, campaign, pk)
    form = CorrectForm(form_page.posted(request), applicant=row, by=Actor.of(request.user))
    return form_page.run(
        request,
        form,
        lambda data: form.act(),
        title=_("Correct the details of %(name)s") % {"name": row.person.full_name},
        intro=_("Write only what has changed. Empty boxes change nothing."),
        button=_("Save what has changed"),
        back=_page(row),
        done=_("The details are corrected."),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def withdraw(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """The applicant called or wrote. No reason is asked."""
    row = found(request, campaign, pk)
    return form_page.run(
        request,
        ToldForm(form_page.posted(request)),
        lambda data: withdrawing.withdraw(row, Actor.of(request.user).acting_for(row.person, data["via"])),
        title=_("%(name)s withdraws") % {"name": row.person.full_name},
        intro=_("The person hears that it is done. A time agreed for a talk is cancelled. It cannot be taken back."),
        button=_("Note the withdrawal"),
        back=_page(row),
        done=_("The withdrawal is noted."),
        danger=True,
    )


@require_POST
def tell(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    row = found(request, campaign, pk)
    try:
        waiting.tell_where([row], Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The person was told."))
    return redirect(_page(row))


@require_http_methods(["GET", "POST"])
@never_cache
def invite_everyone(request: HttpRequest, campaign: int) -> HttpResponse:
    """Who will be invited and how, before the press; many are invited with a progress bar."""
    board = led(request, campaign)
    refusal = None
    if request.method == "POST":
        try:
            work = kick_off.invite_everyone(board, Actor.of(request.user))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The invitations are on their way."))
            return redirect("records:job", work.pk) if work else redirect("campaign_applicant:index", board.pk)
    context = {
        "campaign": board,
        "everyone": kick_off.everyone(board).count(),
        "ways": kick_off.ways(board) if board.kick_off else [],
        "refusal": refusal,
    }
    return render(request, "recruitment/backoffice/kick_off.html", context)


def _page(row: Applicant) -> str:
    return reverse("campaign_applicant:page", args=[row.campaign_id, row.pk])
