"""Registering without an account: the public form, and somebody who called or sent a paper (CC-08, ND-03)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Registration
from coordination.events.permissions.event import require_organiser
from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE, Actor
from coordination.people.domain import outsider
from coordination.people.models import Person

from . import registration as registrations

Via = Registration.Via
HOUSE = Actor.worker()


@transaction.atomic
def register(event: Event, *, needs: Iterable[str] = (), needs_note: str = "", **facts: object) -> Registration:
    """From the public site. Who has registered already with the same name and address is the same one: no second place.

    `was_known` on the row tells so: whoever sent it need not be that person, so needs are added and none is taken away.
    Raises `Refused` for an event that is not public, has closed, or begins.
    """
    event = registrations.lock(event)
    if not event.is_public:
        raise Refused(_("This event is for those invited."), code="stranger")
    registrations.refuse_over(event)
    if not registrations.takes_answers(event):
        raise Refused(_("Registering has closed. Call, if you would still like to come."), code="closed")
    same = _same(event, facts)
    if same:
        needs, needs_note = _besides(event.registrations.get(person=same), needs, needs_note)
    person = same or outsider.introduce(event.unit, **facts)
    row = registrations.register(event, person, HOUSE, needs=needs, needs_note=needs_note, via=Via.SITE)
    row.was_known = same is not None
    return row


@transaction.atomic
def write_down(
    event: Event, by: Actor, *, via: str = PHONE, needs: Iterable[str] = (), needs_note: str = "", **facts: object
) -> Registration:
    """Somebody called or sent a paper: an organiser writes them down, also after the last day. Raises `Refused`."""
    require_organiser(by, event)
    event = registrations.lock(event)
    person = _same(event, facts) or outsider.introduce(event.unit, **facts)
    return registrations.register(event, person, by.acting_for(person, via=via), needs=needs, needs_note=needs_note)


def _besides(row: Registration, needs: Iterable[str], note: str) -> tuple[set[str], str]:
    """What was asked for before, and what is asked for now."""
    notes = dict.fromkeys(text for text in (row.needs_note, note.strip()) if text)
    return {*row.needs, *needs}, "; ".join(notes)


def _same(event: Event, facts: dict) -> Person | None:
    """One who wrote to us from outside for this very event with the same name and the same e-mail or phone.

    Nobody who has an account or is known otherwise is taken for the sender by an address alone.
    """
    email, phone = str(facts.get("email") or "").strip().lower(), str(facts.get("phone") or "").strip()
    if not (email or phone):
        return None
    rows = event.registrations.filter(
        person__is_unconfirmed=True,
        person__user=None,
        person__first_name__iexact=str(facts.get("first_name") or "").strip(),
        person__last_name__iexact=str(facts.get("last_name") or "").strip(),
        person__email=email,
        person__phone=phone,
    )
    found = rows.select_related("person").first()
    return found.person if found else None
