"""Verbs of an applicant: comes, is recommended, corrects, withdraws."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import applicant as verbs
from coordination.recruitment.domain import withdrawing
from coordination.recruitment.domain.applicant import Said
from coordination.recruitment.models import Applicant, Campaign, Channel
from tests.factories import people, recruitment

pytestmark = pytest.mark.django_db
HILLA = {"first_name": "Hilla", "last_name": "Hakija", "email": "Hilla@Example.org"}
CODE = "131052-308T"


def sent() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("kind", "channel"))


def code_of(call) -> str:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value.code


def test_one_who_leaves_details_is_kept_unseen_and_hears_at_once():
    campaign = recruitment.campaign()
    way = recruitment.channel(campaign)

    made = verbs.register(campaign, Actor(), HILLA, Said(services=["housing", "made-up"]), channel=way)

    made.refresh_from_db()
    seen = Person.objects.visible_to(people.kaisa().user).filter(pk=made.person_id).exists()
    assert (made.status, made.source, made.services, made.channel) == ("interested", "form", ["housing"], way)
    assert (made.person.email, made.person.is_unconfirmed, seen) == ("hilla@example.org", True, False)
    assert (sent(), made.told_at is not None, made.link.person) == (
        [("recruitment.applicant.received", "email")],
        True,
        made.person,
    )


@pytest.mark.parametrize(
    ("reach", "channel"),
    [
        ({"email": "h@example.org"}, "email"),
        ({"phone": "040 123 4567"}, "phone"),
        ({"street": "Kuja 1", "postcode": "33100", "town": "Tampere"}, "post"),
    ],
)
def test_one_way_to_be_reached_is_enough(reach, channel):
    made = verbs.register(recruitment.campaign(), Actor(), {"first_name": "Hilla", **reach})

    assert (made.person.channel, sent()) == (channel, [("recruitment.applicant.received", channel)])


@pytest.mark.parametrize(
    ("who", "said", "code"),
    [
        ({"first_name": "Hilla"}, {}, "unreachable"),
        ({"first_name": "", "email": "h@example.org"}, {}, "name"),
        ({"first_name": "Hilla", "email": "h@example.org", "channel": "phone"}, {}, "channel"),
        ({"first_name": "Hilla", "street": "Kuja 1"}, {}, "unreachable"),
        (HILLA, {"motivation": f"Olen {CODE}"}, "identity_code"),
        ({**HILLA, "last_name": CODE}, {}, "identity_code"),
    ],
)
def test_what_is_refused_leaves_nobody_behind(who, said, code):
    campaign = recruitment.campaign()

    refused = code_of(lambda: verbs.register(campaign, Actor(), who, Said(**said)))

    assert (refused, Applicant.objects.count(), Person.objects.filter(is_unconfirmed=True).count(), sent()) == (
        code,
        0,
        0,
        [],
    )


@pytest.mark.parametrize("status", [Campaign.Status.DRAFT, Campaign.Status.CLOSED, Campaign.Status.ENDED])
def test_nobody_is_taken_before_and_after(status):
    campaign = recruitment.campaign(status=status)

    assert code_of(lambda: verbs.register(campaign, Actor(), HILLA)) == "closed"


def test_a_channel_of_another_campaign_is_refused():
    strange = recruitment.channel(recruitment.campaign("Toinen"))

    assert code_of(lambda: verbs.register(recruitment.campaign(), Actor(), HILLA, channel=strange)) == "other_campaign"


def test_one_signed_in_comes_once():
    matti, campaign = people.matti(), recruitment.campaign()
    verbs.register(campaign, people.actor(matti), matti)

    again = code_of(lambda: verbs.register(campaign, people.actor(matti), matti))

    assert (again, Applicant.objects.own(matti.user).count(), matti.is_unconfirmed) == ("already", 1, False)


def test_a_worker_recommends_with_permission_and_now_or_later_and_nothing_more():
    sari, campaign = people.sari(), recruitment.campaign()

    made = verbs.recommend(campaign, people.actor(sari), HILLA, permission_on=clock.today(), life_situation="later")

    kept = (made.recommended_by, made.permission_on, made.life_situation, made.motivation, made.services)
    assert kept == (sari, clock.today(), "later", "", [])
    assert (made.channel.kind, sent()) == (
        Channel.Kind.OWN_WORKER,
        [("recruitment.applicant.recommended", "email")],
    )
    assert Applicant.objects.visible_to(sari.user).count() == 0


@pytest.mark.parametrize(
    ("who", "facts", "code"),
    [
        (people.sari, {"permission_on": None}, "permission"),
        (people.sari, {"permission_on": clock.today() + timedelta(days=2)}, "future"),
        (people.sari, {"life_situation": "no"}, "situation"),
        (people.matti, {}, "not_worker"),
        (people.stranger_coordinator, {}, "not_worker"),
    ],
)
def test_a_recommendation_is_refused(who, facts, code):
    given = {"permission_on": clock.today(), "life_situation": "now", **facts}
    by, campaign = people.actor(who()), recruitment.campaign()

    assert code_of(lambda: verbs.recommend(campaign, by, HILLA, **given)) == code


def test_one_told_by_mouth_gets_no_message_and_has_heard():
    kaisa = people.actor(people.kaisa())

    made = verbs.write_down(recruitment.campaign(), kaisa, HILLA, source="phone", told_by_mouth=True)

    assert (sent(), made.told_at is not None) == ([], True)


def test_only_those_who_recruit_write_down():
    by = people.actor(people.sari())

    assert code_of(lambda: verbs.write_down(recruitment.campaign(), by, HILLA, source="paper")) == "not_recruiter"


def test_one_corrects_what_is_wrong_by_the_link():
    row = recruitment.applicant(area="Tampere")

    verbs.correct(row, Actor.by_link(row.person), {"phone": "040 765 4321", "channel": "phone"}, {"area": "Nokia"})

    row.refresh_from_db()
    assert (row.area, row.person.phone, row.person.channel) == ("Nokia", "040 765 4321", "phone")


def test_a_correction_that_leaves_no_way_is_refused():
    row = recruitment.applicant()

    by = Actor.by_link(row.person)

    assert code_of(lambda: verbs.correct(row, by, {"email": "", "channel": "post"})) == "unreachable"


def test_one_withdraws_hears_it_and_cannot_twice():
    row = recruitment.applicant()

    withdrawing.withdraw(row, Actor.by_link(row.person))

    again = code_of(lambda: withdrawing.withdraw(row, Actor.by_link(row.person)))
    assert (row.status, sent(), again) == ("withdrawn", [("recruitment.applicant.withdrawn", "email")], "moved")


@pytest.mark.parametrize("who", [people.sari, people.matti, people.stranger_coordinator, people.finance])
def test_nobody_else_withdraws_or_corrects(who):
    row, by = recruitment.applicant(), people.actor(who())

    codes = [
        code_of(lambda: withdrawing.withdraw(row, by)),
        code_of(lambda: verbs.correct(row, by, {"phone": "040 123 4567"})),
    ]

    assert codes == ["not_own", "not_own"]
