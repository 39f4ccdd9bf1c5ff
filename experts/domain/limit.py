"""The expert's own limits: how often, where, of what, to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked
from experts.models import Expert, ExpertLanguage, PausedTopic, RefusedUnit, ServiceArea, TaskType
from experts.permissions import expert as permissions

FACTS = ("max_per_month", "rest_days", "remote", "no_media", "fee_mode", "locality", "access")


@transaction.atomic
def keep(
    expert: Expert,
    by: Actor,
    *,
    areas: Iterable[ServiceArea] | None = None,
    task_types: Iterable[TaskType] | None = None,
    languages: Iterable[str] | None = None,
    paused: Mapping[ServiceArea, date | None] | None = None,
    refused_units: Iterable[Unit] | None = None,
    **facts: Any,
) -> Expert:
    """Keep the limits that are told and leave the rest. Kept by the expert, or by the coordinator on the expert's behalf.

    `facts`: max_per_month (None: no limit), rest_days, remote, no_media, fee_mode, locality, access (codes of `Arrangement`). `paused` maps a topic
    to the last day of its pause (None: until told otherwise) and replaces all pauses; the other lists likewise.
    """
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert and the coordinator of the unit can change the limits."), code="not_yours")
    if unknown := set(facts) - set(FACTS):
        raise TypeError(f"no such limits: {sorted(unknown)}")
    current = locked(expert)
    changed = _keep_facts(expert, current, facts)
    if areas is not None:
        current.areas.set(areas)
        changed.append("areas")
    if task_types is not None:
        current.task_types.set(task_types)
        changed.append("task_types")
    if languages is not None:
        _replace(ExpertLanguage, current, [{"code": code} for code in dict.fromkeys(languages)])
        changed.append("languages")
    if paused is not None:
        _replace(PausedTopic, current, [{"area": area, "until": until} for area, until in paused.items()])
        changed.append("paused")
    if refused_units is not None:
        _replace(RefusedUnit, current, [{"unit": unit} for unit in dict.fromkeys(refused_units)])
        changed.append("refused_units")
    if changed:
        audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": changed})
    return expert


def _keep_facts(expert: Expert, current: Expert, facts: dict[str, Any]) -> list[str]:
    most = facts.get("max_per_month")
    if most is not None and not 1 <= most <= 31:
        raise Refused(
            _("Choose from 1 to 31 bookings a month, or leave it empty."), field="max_per_month", code="range"
        )
    if not 0 <= (facts.get("rest_days") or 0) <= 60:
        raise Refused(_("Choose from 0 to 60 rest days."), field="rest_days", code="range")
    identity_code.refuse(facts.get("locality", ""), "locality")
    changed = [name for name, value in facts.items() if getattr(current, name) != value]
    for row in (current, expert):
        for name in changed:
            setattr(row, name, facts[name])
    if changed:
        current.save(update_fields=changed)
    return changed


def _replace(model: type, expert: Expert, rows: list[dict]) -> None:
    model.objects.filter(expert=expert).delete()
    model.objects.bulk_create(model(expert=expert, **row) for row in rows)
