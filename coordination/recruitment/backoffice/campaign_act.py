"""Opening, closing and ending a campaign: each a page that asks, and acts on POST."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.recruitment.domain import campaign as verbs

from . import campaign_found

ACTS = {
    "avaa": (
        verbs.open_,
        pgettext_lazy("campaign", "Open the recruitment"),
        _("The public page opens on its first day, and people can leave their contact details."),
        _("The recruitment is open. Print the flyers and tell your colleagues."),
    ),
    "sulje": (
        verbs.close,
        pgettext_lazy("campaign", "Close the recruitment"),
        _("Nobody new can apply. Those who have applied go on. You can open it again."),
        _("The recruitment is closed for new ones."),
    ),
    "paata": (
        verbs.end,
        pgettext_lazy("campaign", "End the recruitment"),
        _("Everybody has been answered, and the chosen have a place. This cannot be undone."),
        _("The recruitment has ended."),
    ),
}


@never_cache
def move(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    if act not in ACTS:
        raise Http404
    campaign = campaign_found.led(request, pk)
    verb, button, intro, done = ACTS[act]
    return form_page.run(
        request,
        forms.Form(form_page.posted(request)),
        lambda data: verb(campaign, Actor.of(request.user)),
        title=f"{campaign.names}: {button}",
        intro=intro,
        button=button,
        back=campaign_found.page(campaign),
        done=done,
        danger=act == "paata",
    )
