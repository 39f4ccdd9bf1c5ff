"""How much of the person each audience sees (L-02, CV-01, CV-02). Whether at all is the consent's to say."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role, User
from coordination.privacy.models import Purpose
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked
from experts.models import Audience, Expert
from experts.models.shown import ShownPerson, choice_of, shown_as
from experts.permissions import expert as permissions
from experts.permissions.booking_request import coordinates

__all__ = ["PURPOSES", "ShownPerson", "choice_of", "keep", "kind_for", "shown_as", "staff_name"]

PURPOSES = {
    Audience.Kind.OWN: Purpose.CV_OWN,
    Audience.Kind.PARTNERS: Purpose.CV_PARTNERS,
    Audience.Kind.PUBLIC: Purpose.CV_PUBLIC,
}


def kind_for(expert: Expert, user) -> str:
    """As which audience a signed-in reader sees the expert: own organisation, a partner, or everybody."""
    kinds = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.ADMIN)
    roles = [role for role in getattr(user, "open_roles", []) if role.kind in kinds]
    if any(expert.unit.path.startswith(role.unit.organisation_path) for role in roles):
        return Audience.Kind.OWN
    return Audience.Kind.PARTNERS if roles else Audience.Kind.PUBLIC


@transaction.atomic
def keep(
    expert: Expert, kind: str, by: Actor, *, name: str, birth: str, photo: bool, locality: bool, alias: str = ""
) -> Audience:
    """Keep the choices for one audience. Raises `Refused` where another name is wished and none is told."""
    if not permissions.may_keep(by, expert):
        raise Refused(
            gettext_lazy("Only the expert chooses what is shown, alone or together with the coordinator."),
            code="not_yours",
        )
    if name == Audience.Name.ALIAS and not alias.strip():
        raise Refused(gettext_lazy("Write the name to be shown."), field="alias", code="alias")
    identity_code.refuse(alias, "alias")
    locked(expert)
    choices = {"name": name, "birth": birth, "photo": photo, "locality": locality, "alias": alias.strip()}
    row, __ = Audience.objects.update_or_create(expert=expert, kind=kind, defaults=choices)
    audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": [f"audience.{kind}"]})
    return row


def staff_name(expert: Expert, user: User) -> str:
    """As a coordinator names the expert: one's own by the whole name, a partner's as partners see them."""
    if coordinates(user, expert.unit):
        return expert.person.full_name
    return shown_as(expert, Audience.Kind.PARTNERS).name
