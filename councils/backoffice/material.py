"""Papers of an agenda item: add, choose who reads, take away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import material as verbs
from councils.forms.material import MaterialForm
from councils.models import AgendaItem

from . import meeting_found as found


@require_http_methods(["GET", "POST"])
@never_cache
def add(request: HttpRequest, item: int) -> HttpResponse:
    row = found.item(request, item)
    files = request.FILES if request.method == "POST" else None
    form = MaterialForm(form_page.posted(request), files, item=row, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The paper is kept with the item."))
        return redirect(_back(row))
    return _drawn(request, row, form)


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, material: int) -> HttpResponse:
    row = found.material(request, material)
    form = MaterialForm(form_page.posted(request), item=row.item, by=Actor.of(request.user), row=row)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect(_back(row.item))
    return _drawn(request, row.item, form)


@require_POST
def remove(request: HttpRequest, material: int) -> HttpResponse:
    row = found.material(request, material)
    item = row.item
    try:
        verbs.remove(row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The paper is taken away."))
    return redirect(_back(item))


def _back(item: AgendaItem) -> str:
    if item.meeting_id:
        return f"{reverse('meeting:page', args=[item.meeting_id])}#kohta-{item.pk}"
    return reverse("meeting:item", args=[item.pk])


def _drawn(request: HttpRequest, item: AgendaItem, form: MaterialForm) -> HttpResponse:
    context = {
        "council": item.council,
        "meeting": item.meeting,
        "item": item,
        "form": form,
        "row": form.row,
        "back": _back(item),
    }
    return render(request, "councils/backoffice/material.html", context)


pages = [
    path("kohta/<int:item>/liite/", add, name="material_new"),
    path("liite/<int:material>/", change, name="material"),
    path("liite/<int:material>/poista/", remove, name="material_remove"),
]
