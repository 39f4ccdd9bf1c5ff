"""Who comes to an event: the list with needs, inviting, answers told by phone, the list on paper and as a table."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.events.domain import list_sheet, needs, seat, someone
from coordination.events.domain import registration as verbs
from coordination.events.forms.arrange import EnterForm, FindForm, WriteDownForm
from coordination.events.models import Event, Registration
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Person, Role
from coordination.records.domain import access
from coordination.records.models import AccessEntry

from . import found
from .event_edit import FORM
from .event_page import counts

Status = Registration.Status
ORDER = (Status.REGISTERED, Status.ATTENDED, Status.WAITING, Status.INVITED, Status.ABSENT, Status.DECLINED)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {"pdf": "application/pdf", "xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Reading the list is written to the access log."""
    event = found.event(request, pk)
    access.record(request.user, AccessEntry.Action.VIEW, f"events.event:{event.pk}")
    rows = sorted(
        event.registrations.select_related("person"),
        key=lambda row: (ORDER.index(row.status), row.waiting_since or row.made_at, row.pk),
    )
    coming = [row for row in rows if row.status in (Status.REGISTERED, Status.ATTENDED)]
    context = {
        "event": event,
        "rows": [(row, ", ".join(needs.words(row))) for row in rows],
        "needed": needs.together(coming),
        "counts": counts(event),
        "left": seat.left(event),
        "may_change": event.status in (Event.Status.OPEN, Event.Status.CLOSED),
    }
    return render(request, "events/backoffice/people.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """First a search, whose words go in the body and not in the address, or all partners; then those ticked are invited."""
    event = found.event(request, pk)
    by = Actor.of(request.user)
    of_partners = "partners" in request.POST
    form, people = FindForm(None if of_partners else form_page.posted(request)), None
    if of_partners or (request.method == "POST" and form.is_valid()):
        try:
            people = (
                someone.partners(event, by) if of_partners else someone.known(event, by, form.cleaned_data["reach"])
            )
            access.record(request.user, AccessEntry.Action.SEARCH, f"events.event:{event.pk}")
            chosen = found.ticked(request, people)
            if chosen:
                return _invited(request, event, chosen, by)
        except Refused as refusal:
            if of_partners:  # Nothing was written in the form: it takes no errors.
                messages.error(request, str(refusal))
            else:
                refusal.as_form_error(form)
    known = set(event.registrations.values_list("person", flat=True))
    rows = [(person, person.pk in known) for person in people or []]
    context = {
        "event": event,
        "form": form,
        "found": rows,
        "searched": people is not None,
        "of_partners": of_partners,
        "most": someone.MOST_PARTNERS if of_partners and len(rows) >= someone.MOST_PARTNERS else None,
        "all_ticked": of_partners and "all" in request.POST,
        "back": reverse("event:people", args=[event.pk]),
        "has_partners": request.user.has_role(Role.Kind.COORDINATOR),
    }
    return render(request, "events/backoffice/invite.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def write_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody called or sent a paper."""
    event = found.event(request, pk)
    form = WriteDownForm(form_page.posted(request), event=event, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _outcome(form.made))
        return redirect("event:people", event.pk)
    context = {
        "event": event,
        "form": form,
        "title": _("Write down one who comes"),
        "lead": _("Somebody called, or sent a paper. They hear of changes in the way they chose."),
        "button": pgettext("event", "Register"),
        "back": reverse("event:people", args=[event.pk]),
    }
    return render(request, FORM, context)


@require_http_methods(["GET", "POST"])
@never_cache
def enter(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """An answer that was told to somebody."""
    event = found.event(request, pk)
    asked = get_object_or_404(event.registrations.select_related("person", "event"), pk=row)
    form = EnterForm(form_page.posted(request), event=event, by=Actor.of(request.user), row=asked)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _outcome(form.made))
        return redirect("event:people", event.pk)
    context = {
        "event": event,
        "form": form,
        "title": _("Answer of %(name)s") % {"name": asked.person.full_name},
        "button": _("Keep the answer"),
        "back": reverse("event:people", args=[event.pk]),
    }
    return render(request, FORM, context)


@require_safe
@never_cache
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The list for the door (`pdf`), or a table (`xlsx`, `csv`); taking it out is written to the access log."""
    event = found.event(request, pk)
    if form not in FORMS:
        raise Http404
    access.record(request.user, AccessEntry.Action.EXPORT, f"events.event:{event.pk}")
    body = {
        "pdf": lambda: list_sheet.as_pdf(event, get_language() or "fi"),
        "xlsx": lambda: list_sheet.as_xlsx(event),
        "csv": lambda: list_sheet.as_csv(event),
    }[form]()
    answer = HttpResponse(body, content_type=FORMS[form])
    way = "inline" if form == "pdf" else "attachment"
    answer["Content-Disposition"] = f'{way}; filename="{pgettext("file name", "list")}-{event.pk}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _invited(request: HttpRequest, event: Event, chosen: list[Person], by: Actor) -> HttpResponse:
    made = verbs.invite(event, chosen, by)
    words = ngettext("%(count)s person is invited.", "%(count)s people are invited.", len(made))
    messages.success(request, words % {"count": len(made)})
    return redirect("event:people", event.pk)


def _outcome(row: Registration) -> str:
    if row.status == Status.WAITING:
        return _("All places are taken: now on the waiting list.")
    return _("Kept.")
