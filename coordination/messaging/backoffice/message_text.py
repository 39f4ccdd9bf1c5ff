"""The texts of messages in the back office: read, edit, look as a named person, put back."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.board import Board, asking
from coordination.foundation.refused import Refused
from coordination.messaging.domain import catalogue, message_text, wording
from coordination.messaging.domain.kind import Theme
from coordination.messaging.forms.message_text import TextForm
from coordination.messaging.models import MessageText
from coordination.people.actor import Actor

from . import message_text_page as page


class TextBoard(Board):
    model = MessageText
    name = "message_text"
    url_prefix = "viestitekstit"
    icon = "edit"
    menu_label = pgettext_lazy("menu", "Texts of messages")
    add_to_settings_menu = True
    page_rights = {"text": "change"}

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list is the catalogue's, not the table's: most texts are nobody's own."""
        right = self._right("view")
        return [path("", asking(catalogued, right, right), name="index"), *map(self._asking, self.pages())]

    def pages(self) -> list[URLPattern]:
        return [path("<str:name>/", edit, name="page")]


def catalogued(request: HttpRequest) -> HttpResponse:
    """Every kind by theme, with how many texts of one's own it has."""
    own = Counter(MessageText.objects.current().visible_to(request.user).values_list("kind", flat=True))
    kinds = catalogue.everything().values()
    themes = [
        (theme.label, [(kind, own[kind.name]) for kind in kinds if kind.theme == theme])
        for theme in Theme
        if any(kind.theme == theme for kind in kinds)
    ]
    return render(request, "messaging/backoffice/texts.html", {"themes": themes, "title": _("Texts of messages")})


def edit(request: HttpRequest, name: str) -> HttpResponse:
    """One text: what holds now, and one's own words for it. Looking at it sends nothing."""
    kind = catalogue.of(name)
    if kind is None or name not in catalogue.templates():
        raise Http404
    which = page.which(request, kind)
    data = request.POST if request.method == "POST" else None
    form = TextForm(data, initial=page.initial(which), is_sms=which.is_sms)
    if request.method != "POST":
        return _shown(request, which, form)
    if request.POST.get("act") == "put_back":
        return _put_back(request, which, form)
    if form.is_valid():
        if request.POST.get("act") == "look":
            return _looked_at(request, which, form)
        try:
            message_text.save(which.unit, kind, Actor.of(request.user), **which.facts, **form.cleaned_data)
        except Refused as refusal:
            form = page.kept(form, which, refusal)
        else:
            messages.success(request, _("The text is saved. Messages written from now on have it."))
            return redirect(which.url)
    return _shown(request, which, form)


def _looked_at(request: HttpRequest, which: page.Which, form: TextForm) -> HttpResponse:
    """What was typed, as it would be read; nothing is saved."""
    said = form.cleaned_data
    required = [] if which.is_sms else which.kind.must_have
    try:
        wording.refuse_unfit(said["subject"], said["body"], which.kind.places, required, is_sms=which.is_sms)
    except Refused as refusal:
        refusal.as_form_error(form)
    return _shown(request, which, form)


def _put_back(request: HttpRequest, which: page.Which, form: TextForm) -> HttpResponse:
    seen = request.POST.get("seen", "")
    try:
        version = int(seen) if seen.isdecimal() and len(seen) < 9 else 0
        message_text.put_back(which.unit, which.kind, Actor.of(request.user), **which.facts, seen=version)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The product's own text holds again. Yours stays in the history."))
    return redirect(which.url)


def _shown(request: HttpRequest, which: page.Which, form: TextForm) -> HttpResponse:
    return render(request, "messaging/backoffice/text.html", page.facts(request, which, form))


board = TextBoard()
