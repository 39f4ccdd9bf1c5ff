"""Verbs of somebody who is interested: comes by the form, by a recruiter's hand or by a worker's word; corrects (CC-06…CC-08, EX-06).

Who comes from outside is a person nobody else sees (`people.domain.outsider`) until admitted. Nobody is taken for another
by an address alone: doubles are shown to those who recruit and merged by them (`double`, `merging`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import outsider
from coordination.people.domain import person as people
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Channel, Service
from coordination.recruitment.permissions import applicant as permissions
from coordination.recruitment.permissions.campaign import require_recruiter

from . import channel as channels
from . import told

HOUSE = Actor.worker()
LONGEST = 2000
WAYS = ("email", "phone", "street")
Source = Applicant.Source


@dataclass(frozen=True)
class Said:
    """What somebody tells of oneself besides how to be reached. All of it may be left untold."""

    motivation: str = ""
    services: list[str] = field(default_factory=list)
    age_band: str = ""
    area: str = ""
    is_first_timer: bool | None = None
    is_employee: bool = False
    is_in_body: bool = False


TOLD = frozenset(item.name for item in fields(Said))


@transaction.atomic
def register(
    campaign: Campaign,
    by: Actor,
    who: dict[str, Any] | Person,
    said: Said | None = None,
    *,
    source: str = Source.FORM,
    channel: Channel | None = None,
    event: Event | None = None,
) -> Applicant:
    """Anybody leaves their details; a signed-in person comes as `who`. They hear from us at once, in their own channel.

    Raises `Refused` for a campaign that takes nobody, one who cannot be reached, one who is in it already, an identity code.
    """
    made = _write(campaign, by, who, said or Said(), source=source, channel=channel, event=event)
    told.tell("recruitment.applicant.received", made)
    return made


@transaction.atomic
def write_down(
    campaign: Campaign,
    by: Actor,
    who: dict[str, Any],
    said: Said | None = None,
    *,
    source: str,
    channel: Channel | None = None,
    event: Event | None = None,
    told_by_mouth: bool = False,
) -> Applicant:
    """A recruiter writes down one who came on paper, by phone or at an event. `told_by_mouth`: who asks for their data
    and why has been told already, so that nothing is sent. Raises `Refused`."""
    require_recruiter(by, campaign)
    made = _write(campaign, by, who, said or Said(), source=source, channel=channel, event=event)
    if told_by_mouth:
        told.stamp([made])
    else:
        told.tell("recruitment.applicant.received", made)
    return made


@transaction.atomic
def recommend(
    campaign: Campaign, by: Actor, who: dict[str, Any], *, permission_on: date | None, life_situation: str
) -> Applicant:
    """A worker recommends somebody with the person's permission, and tells whether the life situation lets them take part
    now or later: nothing more is asked or kept (CC-06, CC-11). The person is told at once who has their details.

    Raises `Refused` without a permission, or with one of a day to come.
    """
    permissions.require_worker(by, campaign)
    if permission_on is None:
        raise Refused(
            _("Ask the person first, and write the day when they said yes."), field="permission_on", code="permission"
        )
    if permission_on > clock.today():
        raise Refused(_("Write the day when they said yes: today or earlier."), field="permission_on", code="future")
    if life_situation not in Applicant.Situation.values:
        raise Refused(_("Choose now or later."), field="life_situation", code="situation")
    way = channels.of_kind(campaign, Channel.Kind.OWN_WORKER)
    facts = {"permission_on": permission_on, "life_situation": life_situation, "recommended_by": by.person}
    made = _write(campaign, by, who, Said(), source=Source.RECOMMENDED, channel=way, **facts)
    told.tell("recruitment.applicant.recommended", made)
    return made


@transaction.atomic
def correct(applicant: Applicant, by: Actor, who: dict[str, Any] | None = None, said: dict | None = None) -> Applicant:
    """The applicant, or a recruiter for them, corrects how they are reached and what they told. Raises `Refused`.

    One who is known besides this has the details in their own service: what stands there they change themselves, signed
    in. The link of an application may have gone to an address that somebody else wrote, and opens nothing but that.
    """
    current = workflow.locked(applicant, "campaign__unit", "campaign__contact", "person__unit", "link")
    permissions.require_own_or_recruiter(by, current)
    if who and not may_correct_reach(current, by):
        raise Refused(_("Your coordinator keeps these details: call them if something is wrong."), code="known")
    changed = sorted(who or {})
    if who:
        people.change(current.person, HOUSE if current.person.is_unconfirmed else by, **who)
        _refuse_unreachable(current.person)
    fresh = {name: value for name, value in _checked(said or {}).items() if getattr(current, name) != value}
    for name, value in fresh.items():
        setattr(current, name, value)
        setattr(applicant, name, value)
    current.save(update_fields=[*fresh])
    if fresh or changed:
        audit.log(current, "kuuluviin.changed", by, {"fields": sorted([*fresh, *changed])})
    return current


def may_correct_reach(applicant: Applicant, by: Actor) -> bool:
    """Not behind a link, where the person is known besides the application."""
    return applicant.person.is_unconfirmed or by.person is None or by.user is not None


def _write(campaign: Campaign, by: Actor, who: dict[str, Any] | Person, said: Said, **facts: object) -> Applicant:
    _refuse_closed(campaign)
    _refuse_strange_channel(campaign, facts.get("channel"))
    person = who if isinstance(who, Person) else _introduced(campaign, who)
    now = clock.now()
    try:
        with transaction.atomic():
            made = Applicant.objects.create(
                campaign=campaign,
                person=person,
                came_at=now,
                notice_told_at=now,
                **_checked(asdict(said)),
                **facts,
            )
    except IntegrityError:
        raise Refused(_("You are in this already. Look under your own matters."), code="already") from None
    audit.log(made, "kuuluviin.made", by, {"campaign": campaign.pk, "source": made.source})
    return made


def _introduced(campaign: Campaign, who: dict[str, Any]) -> Person:
    details = {name: value for name, value in who.items() if value not in ("", None)}
    if not details.get("first_name"):
        raise Refused(_("Write at least a first name."), field="first_name", code="name")
    details.setdefault("channel", _way(details))
    person = outsider.introduce(campaign.unit, **details)
    _refuse_unreachable(person)
    return person


def _way(details: dict[str, Any]) -> str:
    if details.get("email"):
        return Person.Channel.EMAIL
    return Person.Channel.PHONE if details.get("phone") else Person.Channel.POST


def _refuse_unreachable(person: Person) -> None:
    """An e-mail, a phone number or a postal address: one is enough, and the chosen way has what it needs."""
    has = {
        Person.Channel.EMAIL: bool(person.email),
        Person.Channel.PHONE: bool(person.phone),
        Person.Channel.SMS: bool(person.phone),
        Person.Channel.POST: person.has_postal_address,
    }
    if not any(has.values()):
        raise Refused(
            _("Write one way to reach you: an e-mail address, a phone number, or the whole postal address."),
            field="email",
            code="unreachable",
        )
    if not has[Person.Channel(person.channel)]:
        raise Refused(
            _("The way you chose needs its address. Write it, or choose another way."), field="channel", code="channel"
        )


def _refuse_closed(campaign: Campaign) -> None:
    if not Campaign.objects.taking().filter(pk=campaign.pk).exists():
        raise Refused(_("Nobody is taken in here any more. Ask us what else there is."), code="closed")


def _refuse_strange_channel(campaign: Campaign, channel: object) -> None:
    if isinstance(channel, Channel) and channel.campaign_id != campaign.pk:
        raise Refused(_("Choose a way of this recruitment."), field="channel", code="other_campaign")


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    if strangers := set(said) - TOLD:
        raise Refused(_("That cannot be changed here."), field=min(strangers), code="not_allowed")
    if "services" in said:
        said = {**said, "services": [code for code in said["services"] if code in Service.values]}
    for name in ("motivation", "area"):
        identity_code.refuse(said.get(name) or "", field=name)
    if len(said.get("motivation") or "") > LONGEST:
        raise Refused(_("That is very long. Shorten it a little."), field="motivation", code="long")
    return said
