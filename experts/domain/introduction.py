"""What is told to staff of experts by experience: the organisation's own words, or the defaults (CM-04, CM-07)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import price
from coordination.fees.models import PriceClass
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit, User
from coordination.records.domain import audit
from experts.models import Expert, Introduction
from experts.permissions import expert as permissions

from . import shown_cv
from .booking_request import contact
from .shown_cv import ShownCV

SHOWN = 3
FIELDS = ("about", "ordering", "mail", "intranet", "notice")
DEFAULTS = {
    "about": (
        _(
            "An expert by experience knows from the inside what it is to be ill, in debt, an unemployed or a carer, and "
            "what helped. The expert has been trained for the task."
        ),
        _(
            "You may ask one to come to a client meeting, to tell their story to a group, to plan a service with you or "
            "to teach."
        ),
        _("The expert does not replace a professional. You stay responsible for the client's matter."),
    ),
    "ordering": (
        _("Ask the client's permission first. Do not write the client's name or details in the order."),
        _("Choose one to three people you would like, or order without a wish."),
        _("The coordinator asks the experts and confirms one of your times."),
        _("Your unit pays the fee. Reserve a moment after the meeting to talk it over."),
    ),
    "mail": (
        _("Does your client need somebody who has been through the same?"),
        _(
            "You can order an expert by experience for a meeting. Look who there are, ask your client, and order. The "
            "coordinator takes care of the rest."
        ),
    ),
    "intranet": (
        _("Experts by experience are here for your clients"),
        _("Trained people come to client meetings, groups and planning. The CV folder tells who they are."),
    ),
    "notice": (
        _("Somebody has been through this before you."),
        _("Ask a worker whether you could meet an expert by experience."),
    ),
}


@dataclass(frozen=True)
class Told:
    """Everything the page, the sheet and the adverts say, in the language in use."""

    unit: Unit
    about: list[str]
    ordering: list[str]
    mail: list[str]
    intranet: list[str]
    notice: list[str]
    prices: list[PriceClass]
    coordinator: Person | None


def told(unit: Unit) -> Told:
    """The words of the unit's organisation, prices of today, and whom to call."""
    home = unit.organisation()
    row = Introduction.objects.filter(unit=home).first() or Introduction(unit=home)
    return Told(
        unit=home,
        **{name: lines(row, name) for name in FIELDS},
        prices=list(price.classes_for(unit)),
        coordinator=contact(unit),
    )


def ordering(user: User) -> list[str]:
    """How to order, step by step, for this reader: one query and the reader's roles."""
    unit = home_of(user)
    row = Introduction.objects.filter(unit__path=unit.organisation_path).first() if unit else None
    return lines(row or Introduction(), "ordering")


def lines(row: Introduction, name: str) -> list[str]:
    """A text of the introduction as its lines: the organisation's own, else the default."""
    own = getattr(row, name).in_language(get_language() or "fi")
    return [line.strip() for line in own.splitlines() if line.strip()] or [str(line) for line in DEFAULTS[name]]


def default(name: str) -> Texts:
    """The default in every language, a line a paragraph: what one begins to edit from."""
    parts = [Texts.translated(line) for line in DEFAULTS[name]]
    return Texts({code: "\n".join(part[code] for part in parts) for code in parts[0]})


def of(unit: Unit) -> Introduction:
    """The organisation's row with the defaults in the place of what it has not written."""
    home = unit.organisation()
    row = Introduction.objects.filter(unit=home).first() or Introduction(unit=home)
    for name in FIELDS:
        if not any(getattr(row, name).values()):
            setattr(row, name, default(name))
    return row


@transaction.atomic
def keep(unit: Unit, by: Actor, **texts: Texts) -> Introduction:
    """Keep the organisation's own words. A text like the default is not kept, so that the default may grow better.

    Raises `Refused` for others than a coordinator of the organisation.
    """
    home = unit.organisation()
    if not permissions.may_coordinate_in(by, home):
        raise Refused(_("Only a coordinator of the whole organisation writes these."), code="stranger")
    row, __ = Introduction.objects.select_for_update(of=("self",)).get_or_create(unit=home)
    changed = []
    for name in FIELDS:
        written = Texts({code: text.replace("\r\n", "\n").strip() for code, text in texts.get(name, {}).items()})
        for text in written.values():
            identity_code.refuse(text, name)
        usual = default(name)
        own = Texts({code: text for code, text in written.items() if text and text != usual.get(code)})
        if own != getattr(row, name):
            setattr(row, name, own)
            changed.append(name)
    row.save()
    audit.log(row, "kuuluviin.changed", by, {"fields": changed})
    return row


def home_of(user: User) -> Unit | None:
    """The unit in whose name the reader reads: the role as an employee first, then as a coordinator."""
    for kind in (Role.Kind.STAFF, Role.Kind.COORDINATOR):
        if units := user.branches(kind):
            return units[0]
    return None


def presented(user: User, language: str) -> list[ShownCV]:
    """Two or three experts of the reader's own folder; others every week, so that nobody is always the face of it."""
    week = clock.today().strftime("%G-%V")
    keys = Expert.objects.in_folder_of(user).values_list("staff_key", flat=True)
    turn = sorted(keys, key=lambda key: hashlib.sha256(f"{week}:{key}".encode()).digest())
    return shown_cv.chosen(user, turn[:SHOWN], language)
