"""Verbs of a council: make, change, move on, commit the management, renew and end its term (CC-03, CC-05)."""

from __future__ import annotations

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.domain.authority import refuse_unsound
from coordination.people.models import Person, Role, Unit
from coordination.people.permissions import branch
from coordination.records.domain import audit, workflow
from coordination.recruitment.domain import admission
from councils.models import Council, Membership
from councils.permissions import council as permissions

from . import leaving

FACTS = frozenset(
    {"kind", "names", "purpose", "aims", "languages", "seats", "rhythm", "mode", "place", "directions", "venue_access"}
    | {"online_url", "ground_rules", "meeting_fee", "payer", "cost_centre", "neutral_title", "is_public"}
    | {"term_starts", "term_ends"}
)
ORDER = (
    Council.Status.PLANNING,
    Council.Status.RECRUITING,
    Council.Status.KICK_OFF,
    Council.Status.SELECTING,
    Council.Status.STARTING,
    Council.Status.REGULAR,
)


@transaction.atomic
def make(*, unit: Unit, by: Actor, **facts: object) -> Council:
    """Found a council of `unit`; it begins with its planning. Raises `Refused` for anybody but the unit's coordinators."""
    if not (by.is_house or branch.holds(by.user, unit, Role.Kind.COORDINATOR)):
        raise Refused(_("A coordinator of the unit founds a council. Ask yours."), field="unit", code="not_coordinator")
    council = Council(unit=unit, **_sound({"languages": ["fi"], **facts}))
    council.rules_version = 1 if council.ground_rules else 0
    refuse_unsound(council)
    council.save()
    audit.log(council, "kuuluviin.made", by, {"unit": unit.pk})
    return council


@transaction.atomic
def change(council: Council, by: Actor, **facts: object) -> Council:
    """Change what is told of a council. New ground rules are a new version: everybody is asked for a yes again (GW-06).

    Raises `Refused`: not a leader, an identity code in a text, fewer seats than there are members.
    """
    current = workflow.locked(council)
    permissions.require_leader(by, current)
    facts = _sound(facts)
    changed = sorted(name for name, value in facts.items() if getattr(current, name) != value)
    if not changed:
        return council
    _refuse_too_few_seats(current, facts)
    if "payer" in changed:
        _refuse_foreign_payer(current, by, facts["payer"])
    if "ground_rules" in changed:
        facts["rules_version"] = current.rules_version + 1
        changed.append("rules_version")
    _write(current, council, by, facts, changed)
    return council


@transaction.atomic
def commit(council: Council, by: Actor, *, sponsor: Person, on: date, title: str = "", text: object = None) -> Council:
    """Write down who of the management has committed to the council, when, and what they promise (CC-05)."""
    current = workflow.locked(council)
    permissions.require_leader(by, current)
    if on > clock.today():
        raise Refused(_("The day of the commitment is still to come."), field="committed_on", code="future")
    facts = {"sponsor": sponsor, "sponsor_title": title.strip(), "committed_on": on, "commitment": Texts.of(text)}
    _guard(facts)
    _write(current, council, by, facts, sorted(facts))
    return council


@transaction.atomic
def move_on(council: Council, by: Actor) -> Council:
    """Take the council to its next phase (CC-03). Raises `Refused` where there is none, or where nobody is responsible."""
    permissions.require_leader(by, council)
    to = following(council)
    if to is None:
        raise Refused(_("The council meets regularly: there is no next phase before the term ends."), code="no_next")
    if to == Council.Status.REGULAR and not council.staff.open().filter(is_responsible=True).exists():
        raise Refused(_("Name the responsible leader first."), code="nobody_responsible")
    return workflow.move(council, to, by)


def following(council: Council) -> str | None:
    """The phase after this one, if there is any before the end."""
    if council.status not in ORDER:
        return None
    place = ORDER.index(council.status) + 1
    return ORDER[place] if place < len(ORDER) else None


@transaction.atomic
def end(council: Council, by: Actor) -> Council:
    """End the council with its term: every seat is given up today, the history stays (AN-18)."""
    permissions.require_leader(by, council)
    today = clock.today()
    workflow.move(council, Council.Status.ENDED, by, ended_on=today)
    _empty_seats(council, today, by)
    return council


@transaction.atomic
def renew(council: Council, by: Actor, *, starts: date, ends: date) -> Council:
    """Begin a new term: the seats of the old one end, recruitment begins, whoever goes on is admitted again.

    Raises `Refused` for dates the wrong way round and while the council is still being built up.
    """
    permissions.require_leader(by, council)
    if ends <= starts:
        raise Refused(_("The term ends before it begins."), field="term_ends", code="dates")
    workflow.move(council, Council.Status.RECRUITING, by, term_starts=starts, term_ends=ends, ended_on=None)
    _empty_seats(council, clock.today(), by)
    return council


def _empty_seats(council: Council, day: date, by: Actor) -> None:
    for row in council.memberships.open().order_by("pk").select_for_update(of=("self",)).select_related("person"):
        # One who was to begin later never did.
        row.left_on, row.left_because = max(day, row.started_on), Membership.Reason.TERM
        row.save(update_fields=["left_on", "left_because"])
        audit.log(row, "kuuluviin.changed", by, {"left": Membership.Reason.TERM})
        leaving.take_back_invitations(council, row.person)
        admission.mark_completed(row.interview, row.left_on, by)


def _refuse_too_few_seats(council: Council, facts: dict) -> None:
    highest = council.memberships.seated().count()
    if "seats" in facts and facts["seats"] < highest:
        raise Refused(
            _("The council has %(count)s members: it needs at least as many seats.") % {"count": highest},
            field="seats",
            code="seats",
        )


def _refuse_foreign_payer(council: Council, by: Actor, payer: Unit | None) -> None:
    """The leaders name who pays among the council's own unit, those under it and those above it."""
    if payer is None or by.is_house or permissions.coordinates(by.user, council):
        return
    if not (payer.path.startswith(council.unit.path) or council.unit.path.startswith(payer.path)):
        raise Refused(
            _("Only a coordinator can let another unit pay. Choose your own unit, or ask them."),
            field="payer",
            code="payer",
        )


def _write(current: Council, council: Council, by: Actor, facts: dict, changed: list[str]) -> None:
    for target in (current, council):
        for name in changed:
            setattr(target, name, facts[name])
    refuse_unsound(current)
    current.save(update_fields=changed)
    audit.log(current, "kuuluviin.changed", by, {"fields": changed})


def _sound(facts: dict) -> dict:
    if strangers := set(facts) - FACTS:
        raise ValueError(f"no facts of a council: {sorted(strangers)}")
    for name in ("names", "purpose", "aims", "directions", "venue_access", "ground_rules", "neutral_title"):
        if name in facts:
            facts[name] = Texts.of(facts[name])
    _guard(facts)
    return facts


def _guard(facts: dict) -> None:
    for name, value in facts.items():
        if isinstance(value, models.Model):
            continue
        words = " ".join(value.values()) if isinstance(value, dict) else value
        if isinstance(words, str):
            identity_code.refuse(words, field=name)
