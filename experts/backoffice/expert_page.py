"""What an expert's page tells the coordinator, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.privacy.models import Consent
from experts.domain import absence, audience, cv_state, expert_language, strain, supervision, support
from experts.domain.cv_state import CVState
from experts.models import Audience, Booking, CVRevision, Expert, PastBooking
from experts.models.availability import Weekday
from experts.permissions import expert as permissions

HISTORY = 15
STATUS_WORDS = dict(Expert.Status.choices) | dict(CVRevision.Status.choices)


@dataclass(frozen=True)
class Step:
    """The coordinator's next step: without an address it is somebody else's turn or nobody's."""

    title: str
    text: str = ""
    button: str = ""
    url: str = ""
    is_mine: bool = True


def facts(user: User, expert: Expert) -> dict:
    states = cv_state.of(expert)
    consents = Consent.objects.in_force().filter(person=expert.person_id).order_by("purpose")
    purposes = {row.purpose for row in consents}
    may_change = permissions.may_coordinate(Actor.of(user), expert)
    return {
        "expert": expert,
        "absent": absence.times_absent(expert) if may_change else 0,
        "states": [(state, expert_language.name(state.language)) for state in states],
        "may_change": may_change,
        "step": next_step(expert, states, purposes, may_approve=permissions.may_approve(Actor.of(user), expert))
        if may_change
        else None,
        "consents": consents,
        "audiences": [(kind, label, audience.shown_as(expert, kind)) for kind, label in Audience.Kind.choices],
        "languages": ", ".join(expert_language.name(row.code) for row in expert.languages.all()),
        "week": [(Weekday(row.weekday).label, row.starts, row.ends) for row in expert.availabilities.all()],
        "away": expert.away_periods.filter(ends_on__gte=clock.today()),
        "special": expert.special_days.filter(day__gte=clock.today()),
        "paused": expert.paused_topics.in_force().select_related("area"),
        "refused_units": expert.refused_units.select_related("unit"),
        "upcoming": _bookings(expert, Q(status=Booking.Status.CONFIRMED)),
        "held": _bookings(expert, Q(status=Booking.Status.HELD))[:10],
        "past": PastBooking.objects.filter(expert=expert).select_related("task_type", "unit")[:20],
        "history": history(expert),
        "care": care(expert),
        "support": carried(expert),
        "new_cv_language": expert.person.language if expert.person.language in expert_language.NAMES else "fi",
    }


def care(expert: Expert) -> dict:
    """The leave, heavy topics in a row, the shown extract, and what earlier stoppings touched."""
    return {
        "row": strain.of(expert),
        "check": expert.background_checks.select_related("shown_to").first(),
        "check_is_good": expert.background_checks.in_force().exists(),
        "stoppings": list(expert.stoppings.all()[:3]),
    }


def carried(expert: Expert) -> dict:
    """Trainings, supervision in a row missed, contracts."""
    return {
        "trainings": support.trainings(expert),
        "times": support.times(expert)[:6],
        "missed": supervision.missed([expert.person_id])[expert.person_id].count,
        "papers": support.papers(expert),
    }


def next_step(expert: Expert, states: list[CVState], purposes: set[str], *, may_approve: bool) -> Step:
    """One step: the CV that waits, then the CV that is missing, then the consent, then the state."""
    waiting = next((state for state in states if state.submitted), None)
    if waiting and may_approve:
        url = reverse("expert:cv_approval", args=[waiting.submitted.pk])
        return Step(_("A CV waits for you"), _("Read it, then approve it or send it back."), _("Read the CV"), url)
    if waiting:
        return Step(_("The CV waits for another coordinator"), _("Nobody approves one's own."), is_mine=False)
    if expert.status == Expert.Status.ENDED:
        return Step(_("This expert has ended"), is_mine=False)
    approved = next((state for state in states if state.approved), None)
    if approved is None:
        return _cv_step(expert, states)
    if expert.status == Expert.Status.TRAINING:
        url = reverse("expert:move", args=[expert.pk, "aktivoi"])
        return Step(
            _("The CV is ready: activate the expert"),
            _("After that offers may be made."),
            pgettext("expert", "Activate"),
            url,
        )
    if audience.PURPOSES[Audience.Kind.OWN] not in purposes:
        url = reverse("privacy_consent:person", args=[expert.person_id])
        text = _("Nobody sees the CV before the expert agrees to it.")
        return Step(_("Ask for the consent"), text, _("Open the consents"), url)
    return Step(_("All is well"), _("Nothing waits for you here."), is_mine=False)


def _cv_step(expert: Expert, states: list[CVState]) -> Step:
    language = states[0].language if states else expert.person.language
    url = reverse("expert:cv_edit", args=[expert.pk, language])
    if states:
        return Step(_("The CV is being written"), _("The expert writes it. You may help."), _("Write together"), url)
    return Step(
        _("Make the CV together"),
        _("The expert tells, you may write. The expert agrees to the text."),
        _("Start the CV"),
        url,
    )


def history(expert: Expert) -> list[dict]:
    """The latest changes of the expert and of the CV, as steps of a timeline, newest first."""
    revisions = CVRevision.objects.filter(cv__expert=expert).values_list("pk", flat=True)
    about_expert = Q(content_type=ContentType.objects.get_for_model(Expert), object_id=str(expert.pk))
    about_cv = Q(
        content_type=ContentType.objects.get_for_model(CVRevision), object_id__in=[str(pk) for pk in revisions]
    )
    entries = (
        ModelLogEntry.objects.filter(about_expert | about_cv).select_related("user__person").order_by("-timestamp")
    )
    return [_told(entry) for entry in entries[:HISTORY]]


def _told(entry: ModelLogEntry) -> dict:
    who = entry.user.as_person() if entry.user else None
    is_cv = entry.content_type.model_class() is CVRevision
    return {
        "what": pgettext("history", "CV") if is_cv else pgettext("history", "Expert"),
        "action": entry.message,
        "to": STATUS_WORDS.get(entry.data.get("to"), ""),
        "when": entry.timestamp,
        "who": who.full_name if who else "",
        "on_behalf": bool(entry.data.get("on_behalf_of")),
    }


def _bookings(expert: Expert, condition: Q):
    rows = Booking.objects.filter(condition, expert=expert).select_related(
        "booking_request__task_type", "booking_request__unit"
    )
    return rows.prefetch_related("sessions").order_by("-starts_at")
