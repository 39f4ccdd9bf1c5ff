"""Verbs of a message's text: keep one's own words for a branch, put back the product's."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import MessageText
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Unit
from coordination.people.permissions import branch
from coordination.records.domain import audit

from . import wording
from .kind import Kind

Family = MessageText.Family


@transaction.atomic
def save(
    unit: Unit, kind: Kind, by: Actor, *, family: str, language: str, form: str, subject: str, body: str, seen: int = 0
) -> MessageText:
    """Keep a branch's own words. `seen` is the version the writer began from, 0 where there was none.

    Raises `Refused` for one without the branch, beside the field for words that may not be sent, and with the code
    "changed" where somebody else has saved in between.
    """
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    required = [] if family == Family.SMS else kind.must_have
    said = {"subject": subject.strip(), "body": body.replace("\r\n", "\n").strip()}
    wording.refuse_unfit(said["subject"], said["body"], kind.places, required, is_sms=family == Family.SMS)
    where = {"unit": unit, "kind": kind.name, "family": family, "language": language, "form": form}
    return _add(where, by, seen, said)


@transaction.atomic
def put_back(unit: Unit, kind: Kind, by: Actor, *, family: str, language: str, form: str, seen: int) -> MessageText:
    """The product's own text, or that of the branch above, holds again; what was written stays in the history."""
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    where = {"unit": unit, "kind": kind.name, "family": family, "language": language, "form": form}
    return _add(where, by, seen, {"is_own": False})


def _add(where: dict, by: Actor, seen: int, columns: dict) -> MessageText:
    Unit.objects.select_for_update().get(pk=where["unit"].pk)
    newest = MessageText.objects.filter(**where).order_by("-version").first()
    if (newest.version if newest else 0) != seen:
        raise Refused(
            _("Somebody else has saved this text since you opened it. Yours is kept below: compare, then save again."),
            code="changed",
        )
    MessageText.objects.filter(**where, is_current=True).update(is_current=False)
    row = MessageText.objects.create(
        **where, **columns, version=seen + 1, changed_by=by.user, changed_at=clock.now(), is_current=True
    )
    audit.log(row, "kuuluviin.changed", by, {"kind": row.kind, "version": row.version, "own": row.is_own})
    return row
