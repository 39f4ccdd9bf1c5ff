"""Beginning a recruitment of experts; the rest of it is the office's (EX-03)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation import board
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Role
from coordination.recruitment.forms.campaign import BeginForm
from experts.domain import recruiting


@never_cache
def begin(request: HttpRequest) -> HttpResponse:
    """For which register, when, how many; the page of the recruitment then says what is missing."""
    if not request.user.has_role(Role.Kind.COORDINATOR):
        raise PermissionDenied
    form = BeginForm(form_page.posted(request), user=request.user)
    return form_page.run(
        request,
        form,
        lambda data: recruiting.begin(data["unit"], Actor.of(request.user), **form.facts()),
        title=_("A new recruitment of experts by experience"),
        intro=_("The usual texts and questions are there to begin from. Nobody sees anything before you open it."),
        button=_("Begin the recruitment"),
        back=reverse("campaign:index"),
        done=_("The recruitment is begun as a draft. Read the words through, then open it."),
        onward=lambda made: reverse("campaign:page", args=[made.pk]),
    )


urlpatterns = [path("", board.asking(begin, "experts.add_expert", "experts.add_expert"), name="begin")]
