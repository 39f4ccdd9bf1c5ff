"""Consents in the back office: whom to ask, and what one person has agreed to."""

from __future__ import annotations

from datetime import datetime, time

import django_filters
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation import clock
from coordination.foundation.board import Board, DayColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE, Actor
from coordination.people.backoffice import form_page, found
from coordination.people.models import User
from coordination.privacy.domain import consent as verbs
from coordination.privacy.domain import consent_page, consent_renewal
from coordination.privacy.forms.consent import RecordedConsentForm
from coordination.privacy.models import Consent, Purpose

SOON = 30


class ConsentFilter(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("What to show"),
        method="by_state",
        choices=[
            ("asked", _("To be asked")),
            ("in_force", pgettext_lazy("consents", "In force")),
            ("soon", _("Run out within a month")),
            ("past", _("Run out")),
        ],
    )

    class Meta:
        model = Consent
        fields = ["state", "purpose"]

    def by_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        today = clock.today()
        return {
            "asked": rows.filter(given_at=None),
            "in_force": rows.filter(given_at__isnull=False).exclude(expires_on__lt=today),
            "soon": consent_renewal.running_out(rows, SOON),
            "past": consent_renewal.run_out(rows),
        }[value]


class ConsentBoard(Board):
    model = Consent
    name = "privacy_consent"
    url_prefix = "suostumukset"
    icon = "lock"
    menu_label = pgettext_lazy("menu", "Consents")
    menu_order = 410
    add_to_admin_menu = True
    filterset_class = ConsentFilter
    search_fields = ["person__last_name", "person__first_name"]
    list_display = [
        TitleColumn(
            "person",
            label=_("Name of the person"),
            accessor="person.full_name",
            get_url=lambda row: board.page_url(row),
        ),
        Column("purpose", label=_("Consent"), accessor="get_purpose_display"),
        Column("channel", label=_("How it was given"), accessor="get_channel_display"),
        DayColumn("given_at", label=pgettext_lazy("consent", "Given"), sort_key="given_at"),
        DayColumn("expires_on", label=_("In force until"), sort_key="expires_on"),
        DayColumn("asked_again_at", label=_("Asked again"), sort_key="asked_again_at"),
    ]
    default_ordering = "expires_on"
    page_name = "person"

    def queryset_for(self, user: User) -> QuerySet:
        return Consent.objects.visible_to(user).filter(withdrawn_at=None).select_related("person")

    def page_url(self, row: Consent) -> str:
        return reverse("privacy_consent:person", args=[row.person_id])

    def pages(self) -> list[URLPattern]:
        return [
            path("<int:pk>/", show, name="person"),
            path("<int:pk>/kirjaa/", record, name="record"),
            path("<int:pk>/<slug:purpose>/kysy/", ask_again, name="ask_again"),
            path("<int:pk>/<slug:purpose>/peru/", withdraw, name="withdraw"),
        ]


@permission_required("privacy.view_consent", raise_exception=True)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    person = found.person(request, pk)
    context = {
        "person": person,
        "standings": consent_page.standings(person, person.language),
        "history": consent_page.history(person),
    }
    return render(request, "privacy/backoffice/person.html", context)


@permission_required("privacy.change_consent", raise_exception=True)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper or a phone call, written down with its day."""
    person = found.person(request, pk)
    by = Actor.of(request.user).acting_for(person, via=PHONE)
    initial = {"purpose": request.GET.get("purpose")}

    def write(data: dict) -> Consent:
        return verbs.give(person, data["purpose"], by, channel=data["channel"], given_at=_moment(data["given_on"]))

    return form_page.run(
        request,
        RecordedConsentForm(form_page.posted(request), initial=initial),
        write,
        title=_("Write down a consent of %(name)s") % {"name": person.full_name},
        intro=_("Read the words of the consent to the person first, or keep the signed paper."),
        button=_("Save the consent"),
        back=reverse("privacy_consent:person", args=[pk]),
        done=_("The consent is saved."),
    )


@permission_required("privacy.change_consent", raise_exception=True)
@require_POST
def ask_again(request: HttpRequest, pk: int, purpose: str) -> HttpResponse:
    """The question leaves in the way the person has chosen: by e-mail, or to the post and the call list."""
    person = found.person(request, pk)
    if purpose not in Purpose.values:
        raise Http404
    by = Actor.of(request.user)
    try:
        consent_renewal.ask_again(verbs.ask(person, purpose, by, keep_past=True), by)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The question is on its way."))
    return redirect("privacy_consent:person", pk)


@permission_required("privacy.change_consent", raise_exception=True)
@require_POST
def withdraw(request: HttpRequest, pk: int, purpose: str) -> HttpResponse:
    person = found.person(request, pk)
    if purpose not in Purpose.values:
        raise Http404
    try:
        verbs.withdraw(person, purpose, Actor.of(request.user).acting_for(person, via=PHONE))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The consent is withdrawn. It works at once."))
    return redirect("privacy_consent:person", pk)


def _moment(day: object) -> datetime:
    """The day as it began, or this moment if it is today: never in the future."""
    return clock.now() if day == clock.today() else datetime.combine(day, time(12), tzinfo=clock.HELSINKI)


board = ConsentBoard()
