"""The chosen of a recruitment come into the register, in training, with everything already known (EX-08)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.recruitment.domain import admission, hindrance
from coordination.recruitment.models import Applicant
from experts.models import Expert, ExpertLanguage, ServiceArea

from . import expert as verbs
from .recruiting import ADMISSION


def waiting(unit: Unit) -> QuerySet[Applicant]:
    """The chosen of the recruitments into this register, in the order they were chosen."""
    rows = Applicant.objects.whole().filter(
        status=Applicant.Status.SELECTED,
        campaign__admission_url_name=ADMISSION,
        campaign__admission_key=str(unit.pk),
    )
    return rows.select_related("campaign__unit", "person__unit").order_by("decided_at", "pk")


@transaction.atomic
def admit(applicant: Applicant, unit: Unit, by: Actor) -> Expert:
    """Make the chosen an expert in training. Language, areas of experience and town go along; how to reach them, their
    form of papers and needs stand with the person already.

    Raises `Refused`: not a coordinator of the unit, not chosen, nobody has interviewed, in the register already.
    """
    summary = hindrance.summaries([applicant.pk]).get(applicant.pk)
    if summary is None:
        raise Refused(_("Nobody becomes an expert without an interview. Interview first."), code="not_interviewed")
    person = applicant.person
    made = verbs.admit(person, unit, by, admitted=summary)
    if not made.locality and applicant.area and not person.protected_address:
        made.locality = applicant.area
        made.save(update_fields=["locality"])
    made.areas.set(ServiceArea.objects.filter(code__in=applicant.services))
    ExpertLanguage.objects.create(expert=made, code=person.language)
    admission.mark_started(summary, made.joined_on or clock.today(), by)
    return made
