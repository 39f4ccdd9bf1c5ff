"""The dated words of contracts and commitments. Another wording is a new version: who signed the old words signed those (2.6)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, written
from coordination.records.domain.workflow import locked
from experts.models import ContractKind, ContractTemplate
from experts.permissions import expert as permissions

from . import first_contracts

HEADING = "# "


class Part(NamedTuple):
    heading: str
    paragraphs: list[str]


def current(unit: Unit, kind: str, on: date | None = None) -> ContractTemplate:
    """The words in force for a unit on a day (Helsinki date, default today): those of the nearest branch upwards.

    Where nobody has worded any it is ours, a row that has not been written down: reading writes nothing.
    """
    rows = ContractTemplate.objects.filter(
        kind=kind, unit__path__in=unit.paths_up(), valid_from__lte=on or clock.today()
    )
    nearest = rows.select_related("unit").order_by("-unit__depth", "-valid_from", "-version").first()
    return nearest or _ours(unit.organisation(), kind)


@transaction.atomic
def laid_down(unit: Unit, kind: str) -> ContractTemplate:
    """The words in force as a row: ours become the organisation's first version when they are first asked to be signed."""
    words = current(unit, kind)
    if words.pk is None:
        facts = {"titles": words.titles, "bodies": words.bodies, "valid_from": words.valid_from}
        words, __ = ContractTemplate.objects.get_or_create(unit=words.unit, kind=kind, version=1, defaults=facts)
    return words


def _ours(organisation: Unit, kind: str) -> ContractTemplate:
    bodies = {code: body.strip() for code, body in first_contracts.BODIES[ContractKind(kind)].items()}
    titles = Texts(first_contracts.TITLES[ContractKind(kind)])
    return ContractTemplate(
        unit=organisation, kind=kind, version=1, titles=titles, bodies=Texts(bodies), valid_from=clock.today()
    )


@transaction.atomic
def word(
    unit: Unit,
    kind: str,
    by: Actor,
    *,
    titles: Texts,
    bodies: Texts,
    valid_from: date,
    valid_months: int | None = None,
) -> ContractTemplate:
    """A new version from a day on (Helsinki date). Those signed already stay as they were signed.

    Raises `Refused`: not a coordinator of the unit, no Finnish text, a day past or taken.
    """
    if not (by.is_house or permissions.may_coordinate_in(by, unit)):
        raise Refused(_("The coordinators of the unit word its contracts. Ask yours."), code="not_coordinator")
    given = written.sound(ContractTemplate, {"titles": titles, "bodies": bodies}, ["titles", "bodies"])
    for name in ("titles", "bodies"):
        if not given[name].get(MAIN_LANGUAGE):
            raise Refused(
                _("Write the text at least in Finnish. It is shown where another language has none."),
                field=name,
                code="empty",
            )
    if valid_from < clock.today():
        raise Refused(
            _("Choose today or a later day: what has been signed is not changed afterwards."),
            field="valid_from",
            code="past",
        )
    locked(unit)
    of_kind = ContractTemplate.objects.filter(unit=unit, kind=kind)
    if of_kind.filter(valid_from=valid_from).exists():
        raise Refused(
            _("Another version comes into force on that day. Choose another day."), field="valid_from", code="day"
        )
    number = (of_kind.aggregate(last=Max("version"))["last"] or 0) + 1
    made = ContractTemplate.objects.create(
        unit=unit, kind=kind, version=number, valid_from=valid_from, valid_months=valid_months, **given
    )
    audit.log(made, "kuuluviin.made", by, {"version": number})
    return made


def parts(body: str) -> list[Part]:
    """The text as headings with their paragraphs; what stands before the first heading has an empty one."""
    found = [Part("", [])]
    for line in body.replace("\r\n", "\n").split("\n"):
        text = line.strip()
        if text.startswith(HEADING):
            found.append(Part(text.removeprefix(HEADING), []))
        elif text:
            found[-1].paragraphs.append(text)
    return [part for part in found if part.heading or part.paragraphs]
