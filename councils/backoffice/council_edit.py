"""Founding a council and changing what is told of it, a part at a time."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Role
from councils.domain import council as verbs
from councils.domain import someone
from councils.forms.council import BasicsForm, FoundForm, MeetsForm, MoneyForm, PromiseForm, RulesForm
from councils.models import Council

from . import council_found

DONE = _("Saved.")
PARTS = {
    "tiedot": (BasicsForm, _("What the council is"), ""),
    "kokoukset": (MeetsForm, _("Where and how the council meets"), _("New meetings begin from these.")),
    "raha": (MoneyForm, _("Fees and who pays"), ""),
    "saannot": (
        RulesForm,
        pgettext_lazy("council", "Ground rules"),
        _("A change makes a new version: every member is asked for a yes again."),
    ),
}


@never_cache
def found(request: HttpRequest) -> HttpResponse:
    """The leaders run councils, the coordinators found them."""
    if not request.user.has_role(Role.Kind.COORDINATOR):
        raise PermissionDenied
    return form_page.run(
        request,
        FoundForm(form_page.posted(request), user=request.user),
        lambda data: verbs.make(by=Actor.of(request.user), **data),
        title=_("A new council"),
        button=_("Found the council"),
        back=council_found.board(),
        onward=council_found.page,
        done=_("The council is founded. The page says what it still lacks."),
    )


@never_cache
def change(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of what is told of a council: basics, meeting, money or ground rules."""
    if part not in PARTS:
        raise Http404
    council = council_found.led(request, pk)
    kind, title, intro = PARTS[part]
    given = {"council": council} if kind is MoneyForm else {}
    initial = {name: getattr(council, name) for name in kind.base_fields}
    return form_page.run(
        request,
        kind(form_page.posted(request), initial=initial, **given),
        lambda data: verbs.change(council, Actor.of(request.user), **data),
        title=f"{council.names}: {title}",
        intro=intro,
        button=pgettext_lazy("button", "Save"),
        back=council_found.page(council),
        done=DONE,
    )


@never_cache
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Who of the management has committed, and to what."""
    council = council_found.led(request, pk, "sponsor")
    by = Actor.of(request.user)

    def save(data: dict) -> Council:
        names = {name: data[name] for name in ("first_name", "last_name", "email", "title")}
        sponsor = someone.official(council, by, **names)
        return verbs.commit(
            council, by, sponsor=sponsor, title=data["title"], on=data["committed_on"], text=data["commitment"]
        )

    return form_page.run(
        request,
        PromiseForm(form_page.posted(request), council=council),
        save,
        title=_("The management’s commitment"),
        intro=_("The management takes the council into account and brings matters to it early."),
        button=_("Write down the commitment"),
        back=council_found.page(council),
        done=DONE,
    )
