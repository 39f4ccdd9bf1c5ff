"""Verbs of a campaign: make, change, open, close, end, name who recruits (CC-06, CC-07, EX-03, EX-06, DG-03)."""

from __future__ import annotations

from collections.abc import Container, Iterable

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.domain.authority import refuse_unsound
from coordination.people.models import Person, Role, Unit
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Channel, Recruiter
from coordination.recruitment.permissions import campaign as permissions

from . import channel, desk, ended, guide, starting_text

TEXTS = ("names", "leads", "texts", "plain", "offers", "aims")
FACTS = frozenset({*TEXTS, "seats", "starts_on", "ends_on", "languages", "contact", "kick_off", "is_public"})
BELONGS = frozenset({"meant_for", "admission_url_name", "admission_key"})
"""What a wing says once, when it begins a campaign: for which body it is, and where the chosen are admitted."""
EMPLOYED = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)
UNANSWERED = (
    Applicant.Status.INTERESTED,
    Applicant.Status.INVITED,
    Applicant.Status.INTERVIEWED,
    Applicant.Status.SELECTED,
)


@transaction.atomic
def make(*, kind: str, unit: Unit, by: Actor, recruiters: Iterable[Person] = (), **facts: object) -> Campaign:
    """Begin a campaign as a draft, with the usual texts, the usual questions of an interview, the site and own workers as channels.

    `facts` are those of `FACTS` and, from a wing, of `BELONGS`. Whom to call is the actor unless told. Raises `Refused`:
    who may not recruit in the unit, dates the wrong way round, an identity code in a text, a recruiter who is no employee.
    """
    if not (by.is_house or permissions.may_recruit_in(by.user, unit)):
        raise Refused(
            _("Coordinators and leaders of councils begin recruitments in their own branch. Ask your coordinator."),
            field="unit",
            code="not_here",
        )
    given = _sound(facts, FACTS | BELONGS)
    base = {**starting_text.of(kind), "languages": [code for code, _name in settings.LANGUAGES], "contact": by.person}
    campaign = Campaign(kind=kind, unit=unit, **{**base, **given})
    _refuse_wrong_dates(campaign)
    if campaign.contact is None:
        raise Refused(_("Say whom one may call and ask."), field="contact", code="no_contact")
    refuse_unsound(campaign)
    campaign.save()
    if campaign.kick_off:
        desk.gather(campaign.kick_off)
    Channel.objects.bulk_create(Channel(campaign=campaign, kind=way) for way in channel.ALWAYS)
    guide.seed(campaign)
    _set_recruiters(campaign, list(recruiters))
    audit.log(campaign, "kuuluviin.made", by, {"unit": unit.pk, "kind": kind})
    return campaign


@transaction.atomic
def change(campaign: Campaign, by: Actor, **facts: object) -> Campaign:
    """Change what is told of a campaign; what was written of the event that becomes its kick-off is closed to others.

    Raises `Refused`: not a recruiter, wrong dates, an identity code, one that has ended.
    """
    current = workflow.locked(campaign)
    permissions.require_recruiter(by, current)
    ended.refuse(current)
    given = _sound(facts, FACTS)
    changed = sorted(name for name, value in given.items() if getattr(current, name) != value)
    if not changed:
        return campaign
    for target in (current, campaign):
        for name in changed:
            setattr(target, name, given[name])
    _refuse_wrong_dates(current)
    refuse_unsound(current)
    if current.status == Campaign.Status.OPEN:
        _refuse_unready(current, set(changed))
    current.save(update_fields=changed)
    if "kick_off" in changed and current.kick_off:
        desk.gather(current.kick_off)
    audit.log(current, "kuuluviin.changed", by, {"fields": changed})
    return campaign


@transaction.atomic
def open_(campaign: Campaign, by: Actor) -> Campaign:
    """Open a draft, or a closed one again. Raises `Refused` while something a reader needs is missing, and after the last day."""
    permissions.require_recruiter(by, campaign)
    current = workflow.locked(campaign)
    _refuse_unready(current)
    if current.ends_on and current.ends_on < clock.today():
        raise Refused(_("The last day to apply has passed. Change it first."), field="ends_on", code="past")
    return workflow.move(campaign, Campaign.Status.OPEN, by)


@transaction.atomic
def close(campaign: Campaign, by: Actor) -> Campaign:
    """Take no new ones any more; those who applied go on."""
    permissions.require_recruiter(by, campaign)
    return workflow.move(campaign, Campaign.Status.CLOSED, by)


@transaction.atomic
def end(campaign: Campaign, by: Actor) -> Campaign:
    """End a closed campaign. Raises `Refused` while somebody waits for an answer: nobody is left without one.

    A choice that has not been settled and an offered place wait for theirs, too: nothing could be done about them any more.
    """
    permissions.require_recruiter(by, campaign)
    workflow.locked(campaign)
    open_ = Q(status__in=UNANSWERED) | ~Q(choice="") | Q(place_offered_at__isnull=False)
    waiting = Applicant.objects.standing().filter(open_, campaign=campaign).count()
    if waiting:
        words = ngettext_lazy(
            "%(count)s applicant still waits for an answer. Answer first, then end the recruitment.",
            "%(count)s applicants still wait for an answer. Answer them first, then end the recruitment.",
            waiting,
        )
        raise Refused(words % {"count": waiting}, code="unanswered")
    return workflow.move(campaign, Campaign.Status.ENDED, by)


@transaction.atomic
def name_recruiters(campaign: Campaign, by: Actor, people: Iterable[Person]) -> Campaign:
    """Say who recruit and interview; the whole list. Raises `Refused` for nobody, and for one who is no employee here."""
    current = workflow.locked(campaign)
    permissions.require_recruiter(by, current)
    ended.refuse(current)
    chosen = list(people)
    if not chosen:
        raise Refused(_("Choose at least one who recruits. Two is better."), field="people", code="nobody")
    _set_recruiters(current, chosen)
    audit.log(current, "kuuluviin.changed", by, {"recruiters": sorted(person.pk for person in chosen)})
    return campaign


def employed() -> QuerySet[Role]:
    """The roles of today of those who may be named to recruit."""
    return Role.objects.open().filter(kind__in=EMPLOYED)


def lacks(campaign: Campaign) -> list[str]:
    """What a reader of the public page would miss, as the names of facts; all of them stop the opening."""
    missing = []
    if not str(campaign.leads).strip():
        missing.append("leads")
    if not str(campaign.texts).strip():
        missing.append("texts")
    if not campaign.contact.phone:
        missing.append("contact")
    return missing


def _refuse_unready(campaign: Campaign, among: Container[str] = (*TEXTS, "contact")) -> None:
    """Raises `Refused` for what is missing first, `among` these facts."""
    words = {
        "leads": _("Write first in a sentence or two what this is."),
        "texts": _("Write first what it is about and whom you look for."),
        "contact": _("The one whom people may call has no phone number. Choose somebody who has, or add the number."),
    }
    for field in filter(among.__contains__, lacks(campaign)):
        raise Refused(words[field], field=field, code=f"no_{field}")


def _refuse_wrong_dates(campaign: Campaign) -> None:
    if campaign.ends_on and campaign.ends_on < campaign.starts_on:
        raise Refused(_("The last day to apply is before the first one."), field="ends_on", code="dates")


def _set_recruiters(campaign: Campaign, people: list[Person]) -> None:
    wanted = {person.pk for person in people}
    known = set(campaign.recruiters.values_list("person", flat=True))
    at_work = set(employed().filter(person__in=wanted).values_list("person", flat=True))
    if strangers := wanted - known - at_work:
        name = next(person.full_name for person in people if person.pk in strangers)
        raise Refused(
            _("%(name)s has no role here today. Those who recruit are employees: give a role first.") % {"name": name},
            field="people",
            code="not_employed",
        )
    campaign.recruiters.exclude(person__in=wanted).delete()
    Recruiter.objects.bulk_create(Recruiter(campaign=campaign, person_id=key) for key in sorted(wanted - known))


def _sound(facts: dict, known: frozenset[str]) -> dict:
    if strangers := set(facts) - known:
        raise ValueError(f"no facts of a campaign: {sorted(strangers)}")
    for name in TEXTS:
        if name in facts:
            facts[name] = Texts.of(facts[name])
    for name, value in facts.items():
        words = " ".join(value.values()) if isinstance(value, dict) else value
        if isinstance(words, str) and not isinstance(value, models.Model):
            identity_code.refuse(words, field=name)
    return facts
