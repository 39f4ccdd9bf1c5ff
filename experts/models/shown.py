"""The person as one audience sees (L-02, CV-01, CV-02): read by the folder, the CV and the public site alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.records.models import StoredFile

from .audience import Audience
from .expert import Expert


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

    @property
    def born_line(self) -> str:
        """The year or the decade with its word, where no label stands beside it."""
        return pgettext("year of birth", "born %(when)s") % {"when": self.born} if self.born else ""


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


def shown_outside(expert: Expert) -> ShownPerson:
    """The expert as an orderer from outside sees: as everybody does. One who hides the name in the own house keeps it hidden."""
    rows = {row.kind: row for row in expert.audiences.all()}
    own = rows.get(Audience.Kind.OWN)
    shown = shown_as(expert, Audience.Kind.PUBLIC)
    if Audience.Kind.PUBLIC not in rows and own and own.name == Audience.Name.ALIAS:
        return replace(shown, name=own.alias)
    return shown


def choice_of(expert: Expert, kind: str) -> Audience:
    """The expert's choices for the audience; untold, the careful ones: first name, decade, no photo."""
    rows = expert.audiences.all()
    return next((row for row in rows if row.kind == kind), None) or Audience(expert=expert, kind=kind)


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
