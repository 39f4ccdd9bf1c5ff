"""The next phase of a council, a new term, the end: each asks first and acts on POST."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import council as verbs
from councils.forms.council import SureForm, TermForm
from councils.models import Council

from . import council_found


@require_POST
def move_on(request: HttpRequest, pk: int) -> HttpResponse:
    """One button to the next phase."""
    council = council_found.led(request, pk)
    try:
        verbs.move_on(council, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The phase is now: %(phase)s.") % {"phase": council.get_status_display()})
    return redirect(council_found.page(council))


@never_cache
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    council = council_found.led(request, pk)
    return form_page.run(
        request,
        TermForm(form_page.posted(request)),
        lambda data: verbs.renew(council, Actor.of(request.user), starts=data["term_starts"], ends=data["term_ends"]),
        title=_("A new term for %(council)s") % {"council": council.names},
        intro=_("%(members)s Whoever goes on is admitted again; the history stays.") % {"members": _seats(council)},
        button=_("Begin the new term"),
        back=council_found.page(council),
        done=_("The new term has begun with its recruitment."),
    )


@never_cache
def end(request: HttpRequest, pk: int) -> HttpResponse:
    council = council_found.led(request, pk)
    return form_page.run(
        request,
        SureForm(form_page.posted(request)),
        lambda data: verbs.end(council, Actor.of(request.user)),
        title=_("End %(council)s") % {"council": council.names},
        intro=_("%(members)s The minutes and what came of the proposals stay to be read.")
        % {"members": _seats(council)},
        button=_("End the council"),
        back=council_found.page(council),
        done=_("The council has ended."),
        danger=True,
    )


def _seats(council: Council) -> str:
    count = council.memberships.open().count()
    words = ngettext("%(count)s membership ends today.", "%(count)s memberships end today.", count)
    return words % {"count": count}
