"""Those who come from outside, without an account: an organisation by its business ID, a person by an address shown to be theirs.

Two who share an address stay two: nobody is taken for another by an address alone.
"""

from __future__ import annotations

from django.db import transaction

from coordination.foundation import identity_code
from coordination.people.actor import Actor
from coordination.people.models import Contact, Person, Unit

from . import agreement, audit, contact
from . import person as people
from . import unit as units

HOUSE = Actor.worker()


@transaction.atomic
def introduce(receiver: Unit, **fields: object) -> Person:
    """Somebody who has written to us: seen by nobody before `let_in`. Raises `Refused` for an identity code."""
    made = people.add(unit=receiver, by=HOUSE, **fields)
    made.is_unconfirmed = True
    made.save(update_fields=["is_unconfirmed"])
    return made


def body(
    receiver: Unit, coordinator: Person, *, name: str, business_id: str, sector: str = "", **fields: object
) -> Unit:
    """The organisation outside with this business ID, written down under `receiver` where there is none yet.

    What is kept of one that is there stays as it is: a claim changes nothing. It pays for itself, and `coordinator`
    takes its orders. Call inside a transaction: the receiver's row is locked, so that two at once make one.
    """
    identity_code.refuse(name, field="organisation_name")
    head = Unit.objects.select_for_update().get(pk=receiver.pk)
    found = Unit.objects.filter(business_id=business_id, kind=Unit.Kind.CONTACT_BODY, path__startswith=head.path)
    known = found.active().first()
    if known:
        return known
    made = units.add(
        by=HOUSE,
        parent=head,
        names={"fi": name.strip()},
        kind=Unit.Kind.CONTACT_BODY,
        business_id=business_id,
        sector=sector,
        **fields,
    )
    agreement.agree(made, HOUSE, coordinator=coordinator, payer=made, supervision=head)
    return made


def let_in(newcomer: Person, unit: Unit, by: Actor, title: str = "") -> tuple[Person, bool]:
    """The address is theirs: from now on a contact person of the unit. Returns the person and whether they are new.

    One who is already its contact, with the same name and the same address and without an account, is the same
    person, and the newcomer's row goes.
    """
    known = _same(newcomer, unit)
    if known is None:
        newcomer.is_unconfirmed = False
        newcomer.save(update_fields=["is_unconfirmed"])
        audit.log(newcomer, "kuuluviin.changed", by, {"confirmed": True})
    met = known or newcomer
    contact.write(unit, met, by, title=title)
    return met, known is None


def forget(newcomer: Person) -> None:
    """Take away one who never showed that the address was theirs. Anybody else stays."""
    Person.objects.filter(pk=newcomer.pk, is_unconfirmed=True).delete()


def _same(newcomer: Person, unit: Unit) -> Person | None:
    rows = Contact.objects.open().filter(
        unit=unit,
        person__user=None,
        person__email=newcomer.email,
        person__first_name__iexact=newcomer.first_name,
        person__last_name__iexact=newcomer.last_name,
    )
    found = rows.select_related("person").exclude(person=newcomer).first()
    return found.person if found else None
