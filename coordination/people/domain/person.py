"""Verbs of a person: add and change (CC-15, L-10)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.one_line import one_line
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.people.permissions import branch

from . import account, audit
from .authority import refuse_unsound, require

CONTACT = ("email", "phone", "street", "postcode", "town")
OWN_FIELDS = frozenset({*CONTACT, "language", "channel", "format", "needs", "protected_address"})
KEPT_FIELDS = OWN_FIELDS | {"unit", "first_name", "last_name", "title", "birth_year"}
ONE_LINE = ("first_name", "last_name", "title", *CONTACT)
FREE_TEXTS = ("first_name", "last_name", "title", "needs", "street", "town", "phone")


@transaction.atomic
def add(*, unit: Unit, by: Actor, **fields: object) -> Person:
    """Write down a person kept by `unit`. Without a channel, messages go by e-mail if there is one, else by post.

    Raises `Refused` for an actor without the branch, an identity code in the text, an unsound row.
    """
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    fields = _clean(fields, KEPT_FIELDS)
    fields.setdefault("channel", Person.Channel.EMAIL if fields.get("email") else Person.Channel.POST)
    person = Person(unit=unit, **fields)
    refuse_unsound(person)
    person.save()
    audit.log(person, "kuuluviin.made", by, {"unit": unit.pk})
    return person


@transaction.atomic
def change(person: Person, by: Actor, **fields: object) -> Person:
    """Change a person's details; the log keeps which fields, not what stood in them.

    The person changes their own contact details and wishes; the rest is the keepers'. When a keeper changes the
    e-mail, the address one signs in with follows; when the person does, it does not: nobody has shown yet that
    the new address is theirs. Raises `Refused`.
    """
    current = Person.objects.select_for_update(of=("self",)).select_related("unit").get(pk=person.pk)
    is_own = _is_own(current, by)
    keeps = by.is_house or branch.may_keep(by.user, current)
    require(by, keeps or is_own)
    fields = _clean(fields, KEPT_FIELDS if keeps else OWN_FIELDS)
    changed = sorted(name for name, value in fields.items() if getattr(current, name) != value)
    if not changed:
        return person
    _guard(current, by, fields, changed, is_own)
    for target in (current, person):
        for name in changed:
            setattr(target, name, fields[name])
    refuse_unsound(current)
    current.save(update_fields=changed)
    if "email" in changed and not is_own:
        account.follow_email(current)
    audit.log(current, "kuuluviin.changed", by, {"fields": changed})
    return person


def _is_own(person: Person, by: Actor) -> bool:
    return by.on_behalf_of is None and by.person is not None and by.person.pk == person.pk


def _guard(person: Person, by: Actor, fields: dict, changed: list[str], is_own: bool) -> None:
    """Moving needs both branches; the address of one with more rights is a key, and the main user's to change."""
    if "unit" in changed:
        require(by, branch.holds(by.user, fields["unit"], *branch.KEEPERS))
    if "email" in changed and not is_own and person.user_id:
        require(by, branch.may_open_account(by.user, person))


def _clean(fields: dict, allowed: frozenset[str]) -> dict:
    if strangers := set(fields) - allowed:
        raise Refused(
            _("Your coordinator keeps these details: call them if something is wrong."),
            field=min(strangers),
            code="not_allowed",
        )
    cleaned = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    for name in ONE_LINE:
        if isinstance(cleaned.get(name), str):
            cleaned[name] = one_line(cleaned[name])
    if "email" in cleaned:
        cleaned["email"] = cleaned["email"].lower()
    for name in FREE_TEXTS:
        identity_code.refuse(cleaned.get(name) or "", field=name)
    return cleaned
