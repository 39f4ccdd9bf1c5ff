"""A new order in the back office, written down for one who called, wrote or was met; and the personal link of such orders."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Contact, Person, Role, Unit, User
from experts.domain import arrival as verbs
from experts.domain import order_link as links
from experts.forms import booking_request_begun as begun
from experts.forms.arrival import BeginForm, BodyForm, CallerForm, EntryForm
from experts.models import Arrival, BookingRequest

from . import booking_request_found as found

SHOWN = 20
# One who has not ordered yet comes last on every database: PostgreSQL would put the missing day first.
LATEST = F("last_used_at").desc(nulls_last=True)
LINK_ACTS = {"laheta": links.send, "sulje": links.revoke}


@never_cache
@require_http_methods(["GET"])
def choose(request: HttpRequest) -> HttpResponse:
    """Who orders: searched by the name of the person or of the organisation; without words those of the latest orders."""
    words = request.GET.get("q", "").split()[:5]
    context = {
        "text": " ".join(words),
        "contacts": _contacts(request.user, words),
        "workers": _workers(request.user, words) if words else [],
        "units": _units(request.user, words) if words else [],
        "drafts": verbs.drafts_of(request.user)[:SHOWN],
        "along": begun.along(request),
        "key": (begun.KEY, request.GET.get(begun.KEY, "")),
        "known": begun.known(request),
    }
    return render(request, "experts/backoffice/arrival_choose.html", context)


@never_cache
def new_body(request: HttpRequest) -> HttpResponse:
    """An organisation that has not ordered before; next its contact person."""
    by = Actor.of(request.user)
    return form_page.run(
        request,
        BodyForm(form_page.posted(request), user=request.user),
        lambda data: verbs.write_down(data.pop("receiver"), by, **data),
        title=_("A new organisation"),
        button=_("Next: the contact person"),
        back=reverse("booking_request:new") + begun.along(request),
        done=_("The organisation is written down."),
        onward=lambda unit: reverse("booking_request:new_contact", args=[unit.pk]) + begun.along(request),
    )


@never_cache
def new_contact(request: HttpRequest, unit: int) -> HttpResponse:
    """A contact person of the unit who is not known yet; next what is ordered."""
    body, by = _unit(request, unit), Actor.of(request.user)
    return form_page.run(
        request,
        CallerForm(form_page.posted(request), initial={"channel": "phone", "language": "fi"}),
        lambda data: verbs.write_down_caller(body, by, **data),
        title=_("A new contact person of %(name)s") % {"name": body.names},
        intro=_("Only what is needed to reach them. Never a personal identity code."),
        button=_("Next: what is ordered"),
        back=reverse("booking_request:new") + begun.along(request),
        done=_("The contact person is written down."),
        onward=lambda person: reverse("booking_request:new_for", args=[body.pk, person.pk]) + begun.along(request),
    )


@never_cache
def new_for(request: HttpRequest, unit: int, person: int) -> HttpResponse:
    """What is ordered and how it came; next the order itself."""
    body = _unit(request, unit)
    orderer = get_object_or_404(Person.objects.visible_to(request.user).living(), pk=person)
    return form_page.run(
        request,
        BeginForm(form_page.posted(request), unit=body),
        lambda data: _begin(request, body, orderer, data),
        title=_("An order of %(name)s") % {"name": orderer.full_name},
        intro=str(body.names),
        button=_("Next: the order"),
        back=reverse("booking_request:new") + begun.along(request),
        done=_("The draft is kept: nothing is lost if the call breaks off."),
        onward=lambda order: reverse("booking_request:entry", args=[order.pk]),
    )


def _begin(request: HttpRequest, body: Unit, orderer: Person, data: dict) -> BookingRequest:
    """The draft, with what another page knew of it: its topic, place and time. Raises `Refused`."""
    by, known = Actor.of(request.user), begun.known(request)
    order = verbs.begin(body, orderer, data["task_type"], data["way"], by)
    facts = known.facts(data["task_type"]) | ({"topic": known.topic} if known.topic else {})
    if facts:
        verbs.save(order, by, **facts)
    begun.forget(request)
    return order


@never_cache
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole order on one page. "Later" keeps what there is, "send" sends it in the orderer's name."""
    order, by = _draft(request, pk), Actor.of(request.user)
    form = EntryForm(form_page.posted(request), order=order, actor=by)
    if request.method == "POST":
        try:
            if "later" in request.POST:
                form.is_valid()
                form.keep()
                if not form.refused_fields():
                    messages.success(request, _("The draft is kept. Go on whenever you like."))
                    return redirect("booking_request:new")
            elif form.is_valid():
                form.save()
                sent = verbs.send(order, by)
                messages.success(request, _("The order is sent, and its orderer gets a confirmation."))
                return redirect("booking_request:page", sent.pk)
            else:
                form.keep()
        except Refused as refused:
            refused.as_form_error(form)
    return render(request, "experts/backoffice/arrival_entry.html", {"form": form, "order": order})


@require_POST
def entry_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throws away what was begun."""
    try:
        verbs.discard(_draft(request, pk), Actor.of(request.user))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The draft has been thrown away."))
    return redirect("booking_request:new")


@require_POST
def order_link(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Sends the orderer a new personal link, or shuts the one there is."""
    order = found.to_act(request, pk)
    if act not in LINK_ACTS:
        raise Http404
    try:
        LINK_ACTS[act](order, Actor.of(request.user))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        done = {"laheta": _("A new link is on its way to the orderer."), "sulje": _("The link opens nothing any more.")}
        messages.success(request, done[act])
    return redirect("booking_request:page", order.pk)


def card(order: BookingRequest) -> dict:
    """How the order came, for its page; nothing for an employee's own order."""
    row = Arrival.objects.filter(booking_request=order).select_related("entered_by", "link").first()
    said = row.organisation_name if row and row.organisation_name not in order.unit.names.values() else ""
    return {"arrival": row, "said": said}


def _draft(request: HttpRequest, pk: int) -> BookingRequest:
    return get_object_or_404(verbs.drafts_of(request.user), pk=pk)


def _branch(user: User) -> QuerySet[Unit]:
    return Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()


def _unit(request: HttpRequest, pk: int) -> Unit:
    return get_object_or_404(_branch(request.user), pk=pk)


def _units(user: User, words: list[str]) -> list[Unit]:
    """Units of the branch whose name in any language has all the words, or whose business ID it is."""
    rows = [unit for unit in _branch(user).order_by("path") if _fits(unit, words)]
    return rows[:SHOWN]


def _fits(unit: Unit, words: list[str]) -> bool:
    named = " ".join(map(str, unit.names.values())).lower()
    return all(word.lower() in named or word == unit.business_id for word in words)


def _contacts(user: User, words: list[str]) -> QuerySet[Contact]:
    branches = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
    rows = Contact.objects.open().filter(branches, unit__closed_on=None)
    for word in words:
        units = [unit.pk for unit in _units(user, [word])]
        rows = rows.filter(_named(word) | Q(unit__in=units))
    return rows.select_related("unit", "person").order_by(LATEST, "-pk")[:SHOWN]


def _workers(user: User, words: list[str]) -> list[tuple[Person, Unit]]:
    """Employees of the branch who may order themselves, each with the unit of the role."""
    branches = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
    rows = Role.objects.open().filter(branches, kind=Role.Kind.STAFF, person__erased_at=None)
    for word in words:
        rows = rows.filter(_named(word))
    return [(role.person, role.unit) for role in rows.select_related("person", "unit")[:SHOWN]]


def _named(word: str) -> Q:
    return Q(person__first_name__icontains=word) | Q(person__last_name__icontains=word)
