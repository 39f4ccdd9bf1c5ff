"""The year's statement by post, for those who hear by post or phone: asked for on the phone, or in January by itself (EX-13).

Whoever prints letters could read them: on the paper stands only what everybody who sees the letter sees in the ledger.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.fees.mails import statement as mails
from coordination.fees.models import Fee
from coordination.fees.permissions import statement as permissions
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Role, Unit
from coordination.records.domain import audit, rule, sweep

from . import earnings

RULE = "fee.post_statements"
KEEPERS = (Role.Kind.COORDINATOR, Role.Kind.ADMIN)


def branch_told(person: Person) -> Unit:
    """The innermost branch in which somebody sees the person's letters."""
    roles = Role.objects.open().filter(kind__in=KEEPERS, unit__path__in=person.unit.paths_up())
    nearest = roles.exclude(person=person).select_related("unit").order_by("-unit__depth").first()
    return nearest.unit if nearest else person.unit.organisation()


def fees_told(person: Person) -> QuerySet[Fee]:
    """The person's rows that may stand in a letter: those that the branch pays, or that are for a unit of it."""
    heads = [branch_told(person)]
    inside = Unit.branch_condition(heads, "payer__") | Unit.branch_condition(heads, "unit__")
    return Fee.objects.counted().filter(inside, payee=person)


def years(person: Person) -> list[int]:
    """The years of which a letter would tell something, the latest first."""
    found = fees_told(person).order_by().values_list("earned_on__year", flat=True).distinct()
    return sorted(found, reverse=True)


def letters(person: Person) -> QuerySet[Message]:
    """What was written to the person; `part` is the year."""
    return Message.objects.filter(kind=mails.KIND, person=person)


@transaction.atomic
def post(person: Person, year: int, by: Actor) -> Message:
    """Queue the statement of a calendar year as a letter, in the person's language and size of print.

    Asked for on the phone: the coordinator acts for the person (`by.acting_for`). Raises `Refused` for others, without a
    postal address, for a year of nothing, and while a letter of the same year waits to be posted.
    """
    require(by, permissions.may_post(by, person))
    current = Person.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=person.pk)
    if not current.has_postal_address:
        raise Refused(_("There is no postal address. Ask for it and write it down first."), code="no_address")
    press = secrets.token_hex(16)
    return _send(current, year, _asked_paper(current, year, press), by, again=press)


def again(row: Message, press: str) -> Message | None:
    """Its letter written once more, with the sums as they stand. Named in `messaging.domain.resend`, not imported.

    Raises `Refused` for a year of nothing, and while another letter of the same year waits to be posted.
    """
    if row.kind != mails.KIND:
        return None
    return mails.posted(row.person, row.part, _asked_paper(row.person, row.part, press), again=press)


def post_all(year: int | None = None) -> int:
    """The run of January: to everybody who earned something in the year (default the last one) and hears by post.

    Each person by itself and once a year, so that it may be stopped and begun again at any moment. Returns how many.
    """
    of = year or clock.today().year - 1
    asked: dict[int, bool] = {}
    keys = [row.pk for row in _hearing_by_post(of) if _is_on(row.unit, asked)]
    return sweep.each(keys, lambda key: _post_one(key, of))


def _hearing_by_post(year: int) -> QuerySet[Person]:
    earned = Fee.objects.counted().filter(payee=OuterRef("pk"), earned_on__year=year)
    posted = Message.objects.filter(_since(year), kind=mails.KIND, person=OuterRef("pk"))
    by_post = Person.objects.living().filter(channel=Person.Channel.POST)
    return by_post.filter(Exists(earned)).exclude(Exists(posted)).select_related("unit").order_by("pk")


@transaction.atomic
def _post_one(key: int, year: int) -> int:
    """Asked again under the lock: another worker, or a coordinator, may have been quicker."""
    person = Person.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=key)
    if person.channel != Person.Channel.POST or letters(person).filter(_since(year)).exists():
        return 0
    paper = _paper(person, year)
    if not paper["rows"]:
        return 0
    _send(person, year, paper, Actor.worker())
    return 1


def _asked_paper(person: Person, year: int, press: str) -> dict[str, Any]:
    """What goes into a letter that somebody asks for; the same press is asked of once."""
    if letters(person).filter(part=year, status=Message.Status.BY_HAND).exclude(again=press).exists():
        raise Refused(_("The letter of this year waits already to be printed and posted."), field="year", code="waits")
    paper = _paper(person, year)
    if not paper["rows"]:
        raise Refused(_("Nothing was earned in this year."), field="year", code="nothing")
    return paper


def _paper(person: Person, year: int) -> dict[str, Any]:
    return earnings.sheet(person, year, fees_told(person))


def _send(person: Person, year: int, paper: dict[str, Any], by: Actor, again: str = "") -> Message:
    message = mails.posted(person, year, paper, again=again)
    audit.log(person, "kuuluviin.changed", by, {"statement": year, "message": message.pk})
    return message


def _since(year: int) -> Q:
    """Written once the year was over: one asked for in the middle of it told a part."""
    return Q(part=year, queued_at__gte=datetime(year + 1, 1, 1, tzinfo=clock.HELSINKI))


def _is_on(unit: Unit, asked: dict[int, bool]) -> bool:
    if unit.pk not in asked:
        asked[unit.pk] = bool(rule.on(unit, RULE))
    return asked[unit.pk]
