"""The members of a council, for its leaders: each reading of the list and each search is logged (CC-29)."""

from __future__ import annotations

from collections.abc import Iterable

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Person
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import admission, overview, someone
from councils.domain import membership as verbs
from councils.forms.membership import FindForm, LeaveForm, NewMemberForm, RoleForm, SeatForm, YesForm
from councils.models import Council, Membership

from . import council_found

SALT, KEPT = "councils.found", 3600


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits in the council today, substitutes with whom they stand in for, and who has left (AN-16, AN-18)."""
    council = council_found.led(request, pk)
    found = overview.of(council)
    past = council.memberships.exclude(left_on=None).select_related("person").order_by("-left_on", "pk")
    names = {row.pk: row.person.full_name for row in [*found.members, *past]}
    for row in found.substitutes:
        row.stands_for = names.get(row.substitute_for_id, "")
    rows = [*found.members, *found.substitutes]
    _offer_again(council, past, {row.person_id for row in rows})
    _log(request, AccessEntry.Action.VIEW, council, [row.person_id for row in [*rows, *past]])
    context = {
        "council": council,
        "overview": found,
        "past": past,
        "named": sum(row.name_to_members for row in rows),
        "in_public": sum(row.name_in_public for row in rows),
        "seats": verbs.seats_of(council),
        "chosen": admission.waiting(council).count(),
        "title": str(council.names),
    }
    return render(request, "councils/backoffice/members.html", context)


@never_cache
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """One already written down, by the whole e-mail or phone. The search goes in the body, not in the address."""
    council = council_found.led(request, pk)
    form, people = FindForm(form_page.posted(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            people = someone.known(council, Actor.of(request.user), form.cleaned_data["reach"])
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            _log(request, AccessEntry.Action.SEARCH, council, [person.pk for person in people])
    found = [(person, _admit_url(council, person)) for person in people or []]
    context = {"council": council, "form": form, "found": found, "searched": people is not None}
    # Whoever waits in reserve is asked before somebody else comes in.
    context |= {"chosen": admission.waiting(council).count(), "reserve": admission.in_reserve(council)}
    return render(request, "councils/backoffice/member_find.html", {**context, "title": _("Admit a member")})


@never_cache
def admit(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """A seat for somebody the leader has just found."""
    council = council_found.led(request, pk)
    person = _found(council, token)
    form = SeatForm(form_page.posted(request), council=council, initial=_admitted_then(council, person))
    return form_page.run(
        request,
        form,
        lambda data: verbs.admit(council, person, Actor.of(request.user), **form.facts()),
        title=_("Admit %(name)s") % {"name": person.full_name},
        button=_("Admit to the council"),
        back=council_found.members(council),
        done=_("The seat is given."),
    )


@never_cache
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody nobody has written down yet. One with an e-mail gets an account."""
    council = council_found.led(request, pk)
    by = Actor.of(request.user)
    form = NewMemberForm(form_page.posted(request), council=council)
    return form_page.run(
        request,
        form,
        lambda data: verbs.admit_new(council, by, form.person_facts(), **form.seat_facts()),
        title=_("Write down a new member"),
        intro=_("An e-mail opens an account; without one, everything comes by post or phone."),
        button=_("Admit to the council"),
        back=council_found.members(council),
        done=_("The seat is given."),
    )


@never_cache
def role(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    council, seat = _seat(request, pk, row)
    return form_page.run(
        request,
        RoleForm(form_page.posted(request), initial={"kind": seat.kind}),
        lambda data: verbs.change_role(seat, Actor.of(request.user), **data),
        title=_("The role of %(name)s") % {"name": seat.person.full_name},
        button=_("Save the role"),
        back=council_found.members(council),
        done=_("Saved."),
    )


@never_cache
def agree(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """A yes to the ground rules, given by phone or on paper."""
    council, seat = _seat(request, pk, row)
    return form_page.run(
        request,
        YesForm(form_page.posted(request)),
        lambda data: verbs.agree_rules(seat, _for(request, seat, data["via"])),
        title=_("%(name)s says yes to the ground rules") % {"name": seat.person.full_name},
        intro=_("Read the rules aloud or send them on paper first. What is told in the council stays there."),
        button=_("Note the yes"),
        back=council_found.members(council),
        done=_("The yes is noted."),
    )


@never_cache
def leave(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    council, seat = _seat(request, pk, row)
    return form_page.run(
        request,
        LeaveForm(form_page.posted(request)),
        lambda data: verbs.leave(seat, Actor.of(request.user), because=data["left_because"], on=data["left_on"]),
        title=_("%(name)s leaves the council") % {"name": seat.person.full_name},
        intro=_("The seat becomes free. The history shows from when to when the person was a member."),
        button=_("End the membership"),
        back=council_found.members(council),
        done=_("The membership has ended."),
        danger=True,
    )


def _for(request: HttpRequest, seat: Membership, via: str) -> Actor:
    return Actor.of(request.user).acting_for(seat.person, via)


def _seat(request: HttpRequest, pk: int, row: int) -> tuple[Council, Membership]:
    council = council_found.led(request, pk)
    rows = Membership.objects.visible_to(request.user).open().filter(council=council)
    return council, get_object_or_404(rows.select_related("person", "council"), pk=row)


def _admitted_then(council: Council, person: Person) -> dict:
    """How one who goes on was admitted the last time: nobody tells it twice."""
    row = Membership.objects.filter(council=council, person=person).select_related("interview").order_by("pk").last()
    if row is None:
        return {}
    if row.interview:
        closed = clock.local(row.interview.closed_at).date()
        return {"admitted_before_on": closed, "admitted_before": row.interview.closed_by.full_name}
    return {"admitted_before_on": row.admitted_before_on, "admitted_before": row.admitted_before}


def _admit_url(council: Council, person: Person) -> str:
    token = signing.dumps([council.pk, person.pk], salt=SALT)
    return reverse("council:member_admit", args=[council.pk, token])


def _offer_again(council: Council, past: Iterable[Membership], inside: set[int]) -> None:
    """`again` of each earlier member who may go on: the way to a seat without a search. Once for each person."""
    for row in past:
        is_gone = bool(row.person.erased_at or row.person.merged_into_id)
        row.again = "" if council.ended_on or is_gone or row.person_id in inside else _admit_url(council, row.person)
        inside.add(row.person_id)


def _found(council: Council, token: str) -> Person:
    """The person a search of this council led to within the hour: nobody is admitted by guessing a number."""
    try:
        of, person = signing.loads(token, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        raise Http404 from None
    if of != council.pk:
        raise Http404
    return get_object_or_404(Person.objects.living(), pk=person)


def _log(request: HttpRequest, action: str, council: Council, people: list[int]) -> None:
    subjects = sorted({f"people.person:{pk}" for pk in people})
    access.record(request.user, action, f"councils.members:{council.pk}", subjects=subjects)
