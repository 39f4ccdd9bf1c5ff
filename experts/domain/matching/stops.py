"""Hard stops: what no reason overrules, in words."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.people.models import User
from coordination.privacy.models import Purpose
from experts.models import Expert

from . import care
from .facts import Facts
from .need import Need
from .times import Fit, fits
from .words import Reason, when


def of(need: Need, facts: Facts, user: User | None = None) -> list[Reason]:
    """Every hard stop of one expert for the order; `user` is the coordinator, who cannot ask oneself."""
    return [
        *_oneself(need, facts, user),
        *_standing(facts),
        *_consent(need, facts),
        *_unit(facts),
        *care.stopped(need, facts),
        *_taken(fits(need, facts)),
    ]


def _oneself(need: Need, facts: Facts, user: User | None) -> Iterator[Reason]:
    person = facts.expert.person
    if person.pk == need.order.orderer_id:
        yield Reason(_("made this order"), "orderer")
    elif user is not None and person.user_id == user.pk:
        yield Reason(_("is you: another coordinator makes this offer"), "self")


def _standing(facts: Facts) -> Iterator[Reason]:
    state = facts.expert.status
    words = {
        Expert.Status.TRAINING: _("is still in training"),
        Expert.Status.LEAVE: _("is on leave"),
        Expert.Status.ENDED: _("has ended as an expert"),
    }
    if state != Expert.Status.ACTIVE:
        yield Reason(words[state], "inactive")


def _consent(need: Need, facts: Facts) -> Iterator[Reason]:
    inside = facts.expert.unit.organisation_path == need.unit.organisation_path
    wanted = Purpose.CV_OWN if inside else Purpose.CV_PARTNERS
    if wanted not in facts.consents:
        yield Reason(_lost(facts, wanted) or _("has not given consent to show the CV"), "consent")
    if need.order.task_type.is_media and Purpose.MEDIA not in facts.consents:
        lost = facts.withdrawn.get(Purpose.MEDIA)
        words = (
            _("withdrew the consent for media on %(day)s") % {"day": formats.day(lost)}
            if lost
            else _("has not consented to media")
        )
        yield Reason(words, "media")


def _lost(facts: Facts, purpose: str) -> str:
    lost = facts.withdrawn.get(purpose)
    return _("withdrew the consent on %(day)s") % {"day": formats.day(lost)} if lost else ""


def _unit(facts: Facts) -> Iterator[Reason]:
    if facts.refuses_unit:
        yield Reason(_("has asked not to be sent to this unit"), "unit")


def _taken(found: list[Fit]) -> Iterator[Reason]:
    if found and all(fit.taken_by for fit in found):
        clash = found[0].taken_by
        yield Reason(_("has a confirmed booking at the same time, %(when)s") % {"when": when(*clash)}, "busy")
