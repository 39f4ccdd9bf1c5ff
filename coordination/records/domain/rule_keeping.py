"""Verbs of a rule: keep one for a branch from a day, end it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import refuse_unsound, require
from coordination.people.models import Unit
from coordination.people.permissions import branch
from coordination.records.models import Rule

from . import audit
from .rule import DEFAULTS

# A coordinator may be an approver, too: how many eyes a sum needs is not for those to say whose eyes they are.
MAIN_USERS = frozenset({"fee.four_eyes_over", "fee.deputy_days"})


@transaction.atomic
def keep(
    key: str,
    value: Any,
    by: Actor,
    *,
    unit: Unit | None,
    valid_from: date | None = None,
    valid_until: date | None = None,
    source: str = "",
) -> Rule:
    """Set a rule for a branch (None: for everybody, a superuser's) from a day, Helsinki dates, both included.

    The rule before it ends the day before; one from the same day is replaced. How many eyes money needs is the main
    user's alone. Raises `Refused`.
    """
    _require_branch(by, unit, key)
    if key not in DEFAULTS or not _is_same_kind(value, DEFAULTS[key]):
        raise Refused(_("This value does not fit this rule."), field="value", code="kind")
    identity_code.refuse(source, field="source")
    first = valid_from or clock.today()
    if valid_until and valid_until < first:
        raise Refused(_("The last day comes before the first."), field="valid_until", code="dates")
    standing = Rule.objects.select_for_update(of=("self",)).filter(unit=unit, key=key)
    if standing.filter(valid_from__gt=first).exists():
        raise Refused(
            _("There is a rule that begins later. Begin this one after it."), field="valid_from", code="later"
        )
    standing.filter(valid_from=first).delete()
    standing.in_force(first).update(valid_until=first - timedelta(days=1))
    rule = Rule(unit=unit, key=key, value=value, source=source, valid_from=first, valid_until=valid_until)
    refuse_unsound(rule, exclude=["value"])
    rule.save()
    audit.log(rule, "kuuluviin.made", by, {"key": key, "value": value, "unit": unit.pk if unit else None})
    return rule


@transaction.atomic
def end(rule: Rule, by: Actor) -> None:
    """The rule holds no more from today. Raises `Refused`."""
    _require_branch(by, rule.unit, rule.key)
    audit.log(rule, "kuuluviin.changed", by, {"key": rule.key, "ended": True})
    yesterday = clock.today() - timedelta(days=1)
    if yesterday < rule.valid_from:
        rule.delete()
    else:
        rule.valid_until = yesterday
        rule.save(update_fields=["valid_until"])


def _require_branch(by: Actor, unit: Unit | None, key: str) -> None:
    if unit is None:
        require(by, by.user is not None and by.user.is_superuser)
    else:
        keepers = (branch.MAIN,) if key in MAIN_USERS else branch.KEEPERS
        require(by, branch.holds(by.user, unit, *keepers))


def _is_same_kind(value: Any, default: Any) -> bool:
    return type(value) is type(default)
