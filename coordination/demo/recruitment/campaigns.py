"""Four campaigns: one open for experts, one open for a council being built, one closed with many applicants, one ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coordination.demo.cast import ELINA, KAISA, SARI, Member
from coordination.demo.councils.base import Councils
from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import campaign, channel
from coordination.recruitment.models import Campaign, Channel
from councils.domain import council as council_verbs
from councils.domain import recruiting as council_recruiting
from councils.domain import staff
from councils.models import Council
from experts.domain import recruiting as expert_recruiting

from . import texts

Kind = Channel.Kind
CLOSED_WAYS = (
    (Kind.ADVERT, "Päihdepoliklinikan aula"),
    (Kind.NEWSPAPER, "Havukummun Sanomat"),
    (Kind.PARTNER, "Toivon Silta ry"),
)
EXPERTS_WAYS = (
    (Kind.ADVERT, "Kuulaspihan ilmoitustaulu"),
    (Kind.BROCHURE, ""),
    (Kind.SOCIAL_MEDIA, "Facebook"),
    (Kind.NEWSPAPER, "Havukummun Sanomat"),
    (Kind.EMAIL, "Uutiskirje"),
)
YOUTH_WAYS = ((Kind.BROCHURE, "Ohjaamo"), (Kind.SOCIAL_MEDIA, "Instagram"))


@dataclass
class Recruitment:
    """What the rest hangs on. Kaisa coordinates; Sari, who has no back office, interviews for `experts` and `closed`."""

    experts: Campaign
    """Open: experts by experience; recruiters Kaisa and Sari; open since three weeks."""
    youth: Campaign
    """Open: the youth council in its recruiting phase; Elina, who leads it, and Sari recruit."""
    closed: Campaign
    """Closed last week, many applicants: experts for the substance services; recruiters Kaisa and Sari."""
    ended: Campaign
    """Ended: the recruitment of the developer clients, 150 to 100 days ago; its recruiters are the group's leaders."""
    council: Council
    """The youth council, in the phase of recruiting."""
    made: Organisation
    cast: dict[Member, Person]
    coordinator: Actor


def build(made: Organisation, cast: dict[Member, Person], coordinator: Actor, councils: Councils) -> Recruitment:
    today, pair = clock.today(), [cast[KAISA], cast[SARI]]
    with days_ago(59):
        ended = _ended(councils, coordinator, today)
        closed = expert_recruiting.begin(made.clinic, coordinator, **texts.CLOSED, recruiters=pair)
        _open(closed, coordinator, today - timedelta(days=7), *CLOSED_WAYS)
    with days_ago(21):
        experts = expert_recruiting.begin(made.county, coordinator, **texts.EXPERTS, recruiters=pair)
        _open(experts, coordinator, today + timedelta(days=24), *EXPERTS_WAYS)
    with days_ago(14):
        council = _council(made, cast, coordinator)
        recruiters = [cast[ELINA], cast[SARI]]
        youth = council_recruiting.begin(
            council, coordinator, **texts.YOUTH, contact=cast[ELINA], recruiters=recruiters
        )
        _open(youth, coordinator, today + timedelta(days=35), *YOUTH_WAYS)
    with days_ago(7):
        campaign.close(closed, coordinator)
    return Recruitment(experts, youth, closed, ended, council, made, cast, coordinator)


def _ended(councils: Councils, by: Actor, today: date) -> Campaign:
    """The recruitment from which the group of developer clients came."""
    ended = council_recruiting.begin(councils.group, by, **texts.ENDED, starts_on=today - timedelta(days=150))
    _open(ended, by, today - timedelta(days=100), (Kind.BROCHURE, ""))
    campaign.close(ended, by)
    return campaign.end(ended, by)


def _council(made: Organisation, cast: dict[Member, Person], by: Actor) -> Council:
    """A new council that is being gathered; Elina leads it. It has no page of its own yet."""
    today = clock.today()
    term = {"term_starts": today + timedelta(days=90), "term_ends": today + timedelta(days=90 + 365)}
    row = council_verbs.make(unit=made.adult, by=by, payer=made.adult, **term, **texts.COUNCIL)
    staff.add(row, cast[ELINA], by, duty="chair", is_responsible=True, is_social_worker=True)
    return row


def _open(row: Campaign, by: Actor, last: date, *ways: tuple[str, str]) -> None:
    """Open it with its channels; the last day to apply comes after, since one campaign's lies in the past."""
    for kind, note in ways:
        channel.add(row, by, kind=kind, note=note)
    campaign.open_(row, by)
    campaign.change(row, by, ends_on=last)
