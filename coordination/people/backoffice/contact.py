"""The contact persons of a unit: named, looked through once a year, ended (SC-01, GC-10)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import contact as verbs
from coordination.people.forms.contact import ContactForm
from coordination.people.models import Contact, Unit

from . import form_page

OLD_DAYS = 365
ACTS = {"tarkistettu": verbs.check, "paayhteys": verbs.make_main, "lopeta": verbs.end}


def of_unit(unit: Unit) -> list[Contact]:
    """The contact persons of a unit, the main one first; `is_old` where nobody has looked at the details for a year."""
    rows = list(Contact.objects.open().filter(unit=unit).select_related("person"))
    for row in rows:
        row.is_old = (clock.today() - row.checked_on).days > OLD_DAYS
    return rows


def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Name a person one looks after as a contact person."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    by = Actor.of(request.user)
    return form_page.run(
        request,
        ContactForm(form_page.posted(request), user=request.user),
        lambda data: verbs.keep(unit, by=by, **data),
        title=_("Name a contact person of %(name)s") % {"name": unit.names},
        intro=_("Orders are agreed on with this person. It brings no right to sign in."),
        button=_("Save the contact person"),
        back=reverse("people_unit:page", args=[unit.pk]),
        done=_("The contact person is saved."),
    )


@require_POST
def act(request: HttpRequest, pk: int, contact_pk: int, act: str) -> HttpResponse:
    """One press: still right, the main one, no longer a contact person."""
    rows = Contact.objects.visible_to(request.user).filter(unit=pk)
    contact = get_object_or_404(rows.select_related("unit"), pk=contact_pk)
    if act not in ACTS:
        raise Http404
    try:
        ACTS[act](contact, Actor.of(request.user))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The contact person is saved."))
    return redirect("people_unit:page", pk)
