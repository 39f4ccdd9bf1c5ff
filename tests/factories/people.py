"""People in situations: the organisation, its units, and the cast with their accounts.

Every function may be called again: it gives the same row back, so that two factories meet in one organisation.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress

from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit, UnitAgreement, User

if TYPE_CHECKING:
    from django.test import Client

LONG_AGO = date(2020, 1, 1)


def organisation(name: str = "Esimerkkilän hyvinvointialue") -> Unit:
    found = Unit.objects.filter(depth=1, names__fi=name).first()
    return found or Unit.add_root(names={"fi": name}, kind=Unit.Kind.ORGANISATION)


def unit(name: str = "Nuorten palvelut", parent: Unit | None = None, **fields: object) -> Unit:
    """A unit under `parent`, or under the organisation."""
    head = parent or organisation()
    found = head.get_children().filter(names__fi=name).first()
    if found:
        return found
    return Unit.objects.get(pk=head.pk).add_child(names={"fi": name}, **fields)


def person(
    first_name: str = "Pentti", last_name: str = "Henkilö", unit: Unit | None = None, **fields: object
) -> Person:
    """Somebody kept by `unit` (the organisation unless told); messages go by e-mail if there is one, else by post."""
    fields.setdefault("email", "")
    fields.setdefault("channel", Person.Channel.EMAIL if fields["email"] else Person.Channel.POST)
    return Person.objects.create(first_name=first_name, last_name=last_name, unit=unit or organisation(), **fields)


def user_for(person: Person) -> User:
    """The person's account, its address verified when nobody else has verified the same one."""
    if person.user:
        return person.user
    user = User(username=f"p{person.pk}")
    user.set_unusable_password()
    is_free = person.email and not EmailAddress.objects.filter(email=person.email).exists()
    user.email = person.email if is_free else ""
    user.save()
    if is_free:
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    person.user = user
    person.save(update_fields=["user"])
    return user


def role_for(person: Person, kind: str, unit: Unit | None = None, ends_on: date | None = None) -> Role:
    """A role open since long ago, in `unit` or where the person is kept."""
    role, __ = Role.objects.get_or_create(
        person=person, kind=kind, unit=unit or person.unit, defaults={"starts_on": LONG_AGO, "ends_on": ends_on}
    )
    return role


def agreement_for(unit: Unit, coordinator: Person | None = None) -> UnitAgreement:
    """The unit may order: it pays itself, the organisation arranges supervision (CM-01)."""
    found = UnitAgreement.objects.filter(unit=unit, valid_until=None).first()
    return found or UnitAgreement.objects.create(
        unit=unit, coordinator=coordinator or kaisa(), payer=unit, supervision=unit.organisation(), valid_from=LONG_AGO
    )


def kaisa(unit: Unit | None = None) -> Person:
    """The coordinator, of the whole organisation unless a unit is given."""
    return _cast("Kaisa", "Koordinaattori", "kaisa@example.org", organisation(), Role.Kind.COORDINATOR, unit)


def sari(unit: Unit | None = None) -> Person:
    """A client-work employee who orders, in Youth services unless a unit is given."""
    home = unit or globals()["unit"]()
    return _cast("Sari", "Salminen", "sari@example.org", home, Role.Kind.STAFF, home)


def staff_of(unit: Unit) -> Person:
    """A client-work employee of another unit than Sari's."""
    return _cast("Toni", "Toimisto", "toni@example.org", unit, Role.Kind.STAFF, unit)


def superuser() -> Person:
    """Who installed the house: no role, every right of Django's."""
    someone = _cast("Ylermi", "Ylläpitäjä", "ylermi@example.org", organisation())
    User.objects.filter(pk=someone.user_id).update(is_superuser=True)
    return someone


def matti() -> Person:
    """A council member with an account and no role."""
    return _cast("Matti", "Meriläinen", "matti@example.org", organisation())


def olli() -> Person:
    """A stranger: signed in, kept by another organisation, no role, no matter of anybody's."""
    return _cast("Olli", "Outo", "olli@example.net", organisation("Naapurin hyvinvointialue"))


def admin() -> Person:
    """The main user of the organisation."""
    return _cast("Pirkko", "Pääkäyttäjä", "pirkko@example.org", organisation(), Role.Kind.ADMIN)


def finance() -> Person:
    """Who pays the fees."""
    return _cast("Reijo", "Rahainen", "reijo@example.org", organisation(), Role.Kind.FINANCE)


def editor() -> Person:
    """Who edits the site."""
    return _cast("Elli", "Editori", "elli@example.org", organisation(), Role.Kind.EDITOR)


def stranger_coordinator() -> Person:
    """A coordinator of another organisation: same rights, other branch."""
    home = organisation("Naapurin hyvinvointialue")
    return _cast("Vieras", "Koordinaattori", "vieras@example.net", home, Role.Kind.COORDINATOR)


def actor(person: Person) -> Actor:
    """The person acting at a screen."""
    return Actor.of(User.objects.get(pk=person.user_id))


def sign_in(client: Client, person: Person) -> Client:
    """The person signed in with a code and a second factor."""
    client.force_login(user_for(person))
    session = client.session
    session["account_authentication_methods_user"] = str(person.user_id)
    session["account_authentication_methods"] = [
        {"method": "code", "at": 0},
        {"method": "mfa", "type": "totp", "at": 0},
    ]
    session.save()
    return client


def _cast(
    first_name: str, last_name: str, email: str, home: Unit, kind: str = "", branch: Unit | None = None
) -> Person:
    someone = Person.objects.filter(email=email).select_related("user", "unit").first()
    if someone is None:
        someone = person(first_name, last_name, unit=home, email=email)
        user_for(someone)
    if kind:
        role_for(someone, kind, branch or home)
    return someone
