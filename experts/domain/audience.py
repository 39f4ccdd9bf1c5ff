"""How much of the person each audience sees (L-02, CV-01, CV-02). Whether at all is the consent's to say."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from coordination.privacy.models import Purpose
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked
from coordination.records.models import StoredFile
from experts.models import Audience, Expert
from experts.permissions import expert as permissions

PURPOSES = {
    Audience.Kind.OWN: Purpose.CV_OWN,
    Audience.Kind.PARTNERS: Purpose.CV_PARTNERS,
    Audience.Kind.PUBLIC: Purpose.CV_PUBLIC,
}


@dataclass(frozen=True)
class ShownPerson:
    """The person as one audience sees. `tile_key` is that audience's own, so that tiles cannot be matched between them."""

    audience: str
    name: str
    born: str
    town: str
    photo: StoredFile | None
    photo_words: str
    tile_key: str


def shown_as(expert: Expert, kind: str) -> ShownPerson:
    """The person as the audience sees: the expert's choices, and never the town of a protected address (L-10).

    Reads `expert.person`, `expert.photo` and `expert.audiences`: fetch them with a list.
    """
    choice = choice_of(expert, kind)
    photo = expert.photo if choice.photo else None
    shows_town = choice.locality and not expert.person.protected_address
    return ShownPerson(
        audience=kind,
        name=_name(expert, choice),
        born=_born(expert.person.birth_year, choice.birth),
        town=expert.locality if shows_town else "",
        photo=photo,
        photo_words=expert.photo_words if photo else "",
        tile_key=expert.public_key if kind == Audience.Kind.PUBLIC else expert.staff_key,
    )


def choice_of(expert: Expert, kind: str) -> Audience:
    """The expert's choices for the audience; untold, the careful ones: first name, decade, no photo."""
    rows = expert.audiences.all()
    return next((row for row in rows if row.kind == kind), None) or Audience(expert=expert, kind=kind)


def kind_for(expert: Expert, user) -> str:
    """As which audience a signed-in reader sees the expert: own organisation, a partner, or everybody."""
    kinds = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.ADMIN)
    roles = [role for role in getattr(user, "open_roles", []) if role.kind in kinds]
    if any(expert.unit.path.startswith(role.unit.organisation_path) for role in roles):
        return Audience.Kind.OWN
    return Audience.Kind.PARTNERS if roles else Audience.Kind.PUBLIC


@transaction.atomic
def keep(expert: Expert, kind: str, by: Actor, *, name: str, birth: str, photo: bool, locality: bool, alias: str = "") -> Audience:
    """Keep the choices for one audience. Raises `Refused` where another name is wished and none is told."""
    if not permissions.may_keep(by, expert):
        raise Refused(gettext_lazy("Only the expert chooses what is shown, alone or together with the coordinator."), code="not_yours")
    if name == Audience.Name.ALIAS and not alias.strip():
        raise Refused(gettext_lazy("Write the name to be shown."), field="alias", code="alias")
    identity_code.refuse(alias, "alias")
    locked(expert)
    choices = {"name": name, "birth": birth, "photo": photo, "locality": locality, "alias": alias.strip()}
    row, __ = Audience.objects.update_or_create(expert=expert, kind=kind, defaults=choices)
    audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": [f"audience.{kind}"]})
    return row


def _name(expert: Expert, choice: Audience) -> str:
    person = expert.person
    names = {
        Audience.Name.FIRST: person.first_name,
        Audience.Name.FULL: person.full_name,
        Audience.Name.ALIAS: choice.alias,
    }
    return names[choice.name]


def _born(year: int | None, choice: str) -> str:
    if year is None or choice == Audience.Birth.HIDDEN:
        return ""
    if choice == Audience.Birth.YEAR:
        return str(year)
    return _("in the %(decade)ss") % {"decade": year // 10 * 10}
