"""Verbs of a unit: add under another, change, close."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.people.permissions import branch

from . import audit
from .authority import refuse_unsound, require

TREE = ["path", "depth", "numchild"]
FIELDS = frozenset({"names", "kind", "business_id", "cost_centre", "locality", "address", "directions"})


@transaction.atomic
def add(*, by: Actor, parent: Unit | None = None, **fields: object) -> Unit:
    """A unit under `parent`; an organisation of its own, which only a superuser adds, without one. Raises `Refused`."""
    if parent:
        require(by, branch.holds(by.user, parent, *branch.KEEPERS))
    else:
        require(by, by.user is not None and by.user.is_superuser)
    row = Unit(**fields)
    refuse_unsound(row, exclude=TREE)
    row = Unit.objects.get(pk=parent.pk).add_child(instance=row) if parent else Unit.add_root(instance=row)
    audit.log(row, "kuuluviin.made", by, {"parent": parent.pk if parent else None})
    return row


@transaction.atomic
def change(unit: Unit, by: Actor, **fields: object) -> Unit:
    """Change what is told of a unit; its place in the tree stays. Raises `Refused`."""
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    if set(fields) - FIELDS:
        raise Refused(_("A unit does not move in the tree: close it and add another."), code="tree")
    for name, value in fields.items():
        setattr(unit, name, value)
    refuse_unsound(unit, exclude=TREE)
    unit.save(update_fields=list(fields))
    audit.log(unit, "kuuluviin.changed", by, {"fields": sorted(fields)})
    return unit


@transaction.atomic
def close(unit: Unit, by: Actor) -> None:
    """Nothing new happens in a closed unit; what happened in it stays. Raises `Refused`."""
    require(by, branch.holds(by.user, unit, branch.MAIN))
    current = Unit.objects.select_for_update().get(pk=unit.pk)
    if current.get_descendants().filter(closed_on=None).exists():
        raise Refused(_("There are open units under this one. Close them first."), code="has_open")
    current.closed_on = unit.closed_on = clock.today()
    current.save(update_fields=["closed_on"])
    audit.log(unit, "kuuluviin.changed", by, {"closed": True})
