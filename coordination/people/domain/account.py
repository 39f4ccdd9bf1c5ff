"""Verbs of an account: open, close, forget its keys (L-33..36)."""

from __future__ import annotations

from secrets import token_hex

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, User
from coordination.people.permissions import branch

from . import audit, group
from .authority import require


@transaction.atomic
def open_account(person: Person, by: Actor) -> User:
    """Give the person a key: the same one if there is one already.

    The e-mail becomes the sign-in address if nobody else signs in with it. Two who share an address cannot both:
    the second signs in with a personal invitation and a passkey. Raises `Refused`.
    """
    current = Person.objects.select_for_update(of=("self",)).select_related("unit", "user").get(pk=person.pk)
    require(by, branch.may_open_account(by.user, current))
    if current.merged_into_id or current.erased_at:
        raise Refused(_("This person's data has been merged or removed: there is nobody to open an account for."))
    user = current.user
    if user is None:
        user = User(username=f"p{current.pk}-{token_hex(3)}")
        user.set_unusable_password()
        user.save()
    elif user.is_active:
        person.user = user
        return user
    User.objects.filter(pk=user.pk).update(is_active=True)
    user.is_active = True
    for target in (current, person):
        target.user = user
    current.save(update_fields=["user"])
    follow_email(current)
    group.keep_in_step(current)
    audit.log(current, "kuuluviin.changed", by, {"account": "opened"})
    return user


@transaction.atomic
def close_account(person: Person, by: Actor) -> None:
    """The key opens nothing from the next page on; its address is free for another. Raises `Refused`."""
    require(by, branch.may_open_account(by.user, person))
    if person.user_id is None:
        return
    User.objects.filter(pk=person.user_id).update(is_active=False, email="")
    EmailAddress.objects.filter(user=person.user_id).delete()
    audit.log(person, "kuuluviin.changed", by, {"account": "closed"})


@transaction.atomic
def forget_keys(person: Person, by: Actor) -> int:
    """For one who lost the phone or the key: removes every passkey, code generator and recovery code.

    Returns how many. Raises `Refused`.
    """
    require(by, branch.may_open_account(by.user, person))
    count, __ = Authenticator.objects.filter(user=person.user_id).delete() if person.user_id else (0, {})
    audit.log(person, "kuuluviin.changed", by, {"keys_removed": count})
    return count


def follow_email(person: Person) -> bool:
    """Make the person's e-mail the address they sign in with, if it is free. Returns whether it is."""
    if person.user_id is None or not person.user.is_active:
        return False
    EmailAddress.objects.filter(user=person.user_id).exclude(email=person.email).delete()
    is_free = (
        bool(person.email) and not EmailAddress.objects.filter(email=person.email).exclude(user=person.user_id).exists()
    )
    if is_free:
        EmailAddress.objects.update_or_create(
            user=person.user, email=person.email, defaults={"verified": True, "primary": True}
        )
    # allauth also finds users by this column: an address that is not theirs alone must not stand in it.
    User.objects.filter(pk=person.user_id).update(email=person.email if is_free else "")
    return is_free
