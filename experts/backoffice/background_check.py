"""Noting that an expert showed the criminal record extract (L-42)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from experts.domain import background_check as verbs
from experts.forms.background_check import BackgroundCheckForm

from . import expert_found


def note(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    return form_page.run(
        request,
        BackgroundCheckForm(form_page.posted(request)),
        lambda data: verbs.note(expert, Actor.of(request.user), data["shown_on"]),
        title=_("Criminal record extract of %(name)s") % {"name": expert.person.full_name},
        intro=_(
            "For work with children and young people. The day and your name are kept. "
            "What stands in the extract is not written anywhere, and no copy is taken."
        ),
        button=_("Note that you saw it"),
        back=reverse("expert:page", args=[pk]),
        done=_("Noted. The expert can be asked to work with children and young people."),
    )
