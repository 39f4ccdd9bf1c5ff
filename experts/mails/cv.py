"""Messages about a CV: it waits, it was approved, it came back. The text itself never travels by mail."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.people.models import Person, Role
from experts.models import CV, CVRevision


def submitted(revision: CVRevision) -> None:
    """To the coordinators of the expert's unit, never to the expert as a coordinator."""
    expert = revision.cv.expert
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=expert.unit.paths_up())
    for coordinator in Person.objects.living().filter(roles__in=roles).exclude(pk=expert.person_id).distinct():
        context = {"url": _address(coordinator, "expert:cv_approval", revision.pk)}
        outbox.queue("experts.cv.submitted", to=coordinator, context=context, about=revision)


def approved(revision: CVRevision) -> None:
    _to_expert("experts.cv.approved", revision)


def sent_back(revision: CVRevision) -> None:
    _to_expert("experts.cv.sent_back", revision)


def due(cv: CV, since: date) -> None:
    """Is it still up to date? Once for each time it falls due."""
    person = cv.expert.person
    outbox.queue(
        "experts.cv.due",
        to=person,
        context={"url": _address(person, "experts:my_cv")},
        about=cv,
        version=since.toordinal(),
    )


def _to_expert(kind: str, revision: CVRevision) -> None:
    person = revision.cv.expert.person
    outbox.queue(kind, to=person, context={"url": _address(person, "experts:my_cv")}, about=revision)


def _address(reader: Person, name: str, *args: object) -> str:
    with translation.override(reader.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
