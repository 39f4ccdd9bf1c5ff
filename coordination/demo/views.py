"""The door of the demo: who do you want to be?"""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.demo.cast import CAST
from coordination.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
def show(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    return render(request, "demo/cast.html", {"cast": list(enumerate(CAST))})


@require_POST
def enter(request: HttpRequest, number: int) -> HttpResponse:
    """Sign in as the chosen member of the cast, in that person's language."""
    if not settings.DEMO or number >= len(CAST):
        raise Http404
    member = CAST[number]
    person = Person.objects.living().filter(email=member.email, user__isnull=False).select_related("user").first()
    if person is None:
        return render(request, "demo/empty.html", status=503)
    login(request, person.user, backend=BACKEND)
    record_authentication(request, person.user, method="demo")
    translation.activate(person.language)
    return redirect(member.start)
