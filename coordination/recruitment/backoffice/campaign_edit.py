"""Changing what is told of a campaign, a part at a time: the words, the frame, who recruit, the questions."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.foundation.asking import Asking
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.recruitment.domain import campaign as verbs
from coordination.recruitment.domain import guide
from coordination.recruitment.forms.campaign import FrameForm, GuideForm, RecruitersForm, WordsForm
from coordination.recruitment.models import Campaign

from . import campaign_found

DONE = _("Saved.")
SAVE = pgettext_lazy("button", "Save")


@never_cache
def frame(request: HttpRequest, pk: int) -> HttpResponse:
    """The dates, the places, whom one may call, the kick-off."""
    campaign = campaign_found.led(request, pk, "kick_off")
    initial = {name: getattr(campaign, name) for name in FrameForm.base_fields}
    return form_page.run(
        request,
        FrameForm(form_page.posted(request), initial=initial, campaign=campaign, user=request.user),
        lambda data: verbs.change(campaign, Actor.of(request.user), **data),
        title=f"{campaign.names}: {_('When, how many, whom one may call')}",
        button=SAVE,
        back=campaign_found.page(campaign),
        done=DONE,
    )


@never_cache
def words(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """What is told of it, a language at a time."""
    campaign = campaign_found.led(request, pk)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    form = WordsForm(form_page.posted(request), campaign=campaign, by=Actor.of(request.user), language=language)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, DONE)
        return redirect(campaign_found.page(campaign))
    context = {
        "form": form,
        "campaign": campaign,
        "here": language,
        "codes": [(code, not campaign.texts.get(code)) for code, _name in settings.LANGUAGES],
        "title": f"{campaign.names}: {_('What is told of it')}",
    }
    return render(request, "recruitment/backoffice/campaign_words.html", context)


@never_cache
def recruiters(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = campaign_found.led(request, pk)
    form = RecruitersForm(form_page.posted(request), campaign=campaign, by=Actor.of(request.user))
    return _asked(request, campaign, form, _("Who recruit and interview"))


@never_cache
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """The guide of the interviews; after the first one it stays as it is."""
    campaign = campaign_found.led(request, pk)
    if not guide.may_change(campaign):
        messages.info(request, _("An interview has been held with these questions, so they stay as they are."))
        return redirect(campaign_found.page(campaign))
    form = GuideForm(form_page.posted(request), campaign=campaign, by=Actor.of(request.user))
    intro = _("Everybody is asked the same. Empty a question to take it away.")
    return _asked(request, campaign, form, _("Questions of the interview"), intro)


def _asked(request: HttpRequest, campaign: Campaign, form: Asking, title: str, intro: str = "") -> HttpResponse:
    back = campaign_found.page(campaign)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, DONE)
        return redirect(back)
    context = {"form": form, "title": f"{campaign.names}: {title}", "intro": intro, "button": SAVE, "back": back}
    return render(request, "people/backoffice/form.html", context)
