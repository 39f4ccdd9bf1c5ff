"""Consents: asked, given, withdrawn; in force on the next read and not after."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE
from coordination.people.models import User
from coordination.privacy.domain import consent, consent_text
from coordination.privacy.models import Consent, ConsentText, Purpose
from tests.factories import people

pytestmark = pytest.mark.django_db

SCREEN, PAPER = Consent.Channel.SCREEN, Consent.Channel.PAPER


def own(person, **more):
    return consent.give(person, Purpose.CV_OWN, people.actor(person), channel=SCREEN, **more)


def in_force(person):
    return Consent.objects.in_force().filter(person=person).count()


def test_the_words_are_written_once_in_every_language():
    made, again = consent_text.seed(), consent_text.seed()

    assert (made, again) == (15, 0)
    assert sorted(set(ConsentText.objects.values_list("language", flat=True))) == ["en", "fi", "sv"]


def test_given_in_ones_own_language_for_a_year():
    matti = people.matti()
    matti.language = "sv"
    matti.save()

    given = own(matti)

    today = clock.today()
    assert (given.text.language, given.text.version) == ("sv", 1)
    assert given.expires_on in {today.replace(year=today.year + 1, day=day) for day in (today.day, 28)}
    assert in_force(matti) == 1


def test_the_last_of_a_shorter_month_is_the_last_day():
    given = datetime(2024, 2, 29, 12, tzinfo=UTC)

    consented = own(people.matti(), given_at=given)

    assert consented.expires_on == date(2025, 2, 28)


def test_withdrawal_works_on_the_next_read():
    matti = people.matti()
    own(matti)
    before = in_force(matti)

    consent.withdraw(matti, Purpose.CV_OWN, people.actor(matti))

    assert (before, in_force(matti)) == (1, 0)


def test_withdrawing_what_was_not_given_does_nothing():
    matti = people.matti()

    assert consent.withdraw(matti, Purpose.MEDIA, people.actor(matti)) is None


def test_one_withdrawn_is_given_again_and_the_history_stays():
    matti = people.matti()
    own(matti)
    consent.withdraw(matti, Purpose.CV_OWN, people.actor(matti))

    own(matti)

    assert (in_force(matti), Consent.objects.filter(person=matti).count()) == (1, 2)


def test_one_given_after_midnight_in_finland_is_another_days():
    matti, evening = people.matti(), datetime(2026, 11, 19, 21, 30, tzinfo=UTC)

    given = [own(matti, given_at=evening + timedelta(hours=hours)) for hours in (0, 0.25, 2)]

    assert (given[0] == given[1], given[1] == given[2], in_force(matti)) == (True, False, 1)


def test_two_presses_give_one_consent():
    matti = people.matti()

    assert own(matti) == own(matti)


def test_one_that_ran_out_is_renewed():
    matti = people.matti()
    old = own(matti, given_at=clock.now() - timedelta(days=800))
    ran_out = in_force(matti)

    own(matti)

    old.refresh_from_db()
    assert (ran_out, in_force(matti)) == (0, 1)
    assert clock.local(old.withdrawn_at).date() == old.expires_on + timedelta(days=1)


def test_asked_is_not_given():
    matti = people.matti()

    asked = consent.ask(matti, Purpose.CV_OWN, people.actor(people.kaisa()))

    assert (asked.given_at, in_force(matti)) == (None, 0)
    own(matti)
    assert (in_force(matti), Consent.objects.filter(person=matti).count()) == (1, 1)


def test_a_coordinator_writes_down_a_paper_but_does_not_press_the_button():
    matti, kaisa = people.matti(), people.actor(people.kaisa())

    with pytest.raises(Refused) as refusal:
        consent.give(matti, Purpose.CV_OWN, kaisa.acting_for(matti, via=PHONE), channel=SCREEN)
    recorded = consent.give(matti, Purpose.CV_OWN, kaisa.acting_for(matti, via=PHONE), channel=PAPER)

    assert refusal.value.code == "not_own"
    assert recorded.recorded_by == kaisa.user


@pytest.mark.parametrize("who", [people.sari, people.olli, people.finance, people.stranger_coordinator])
def test_others_neither_give_nor_withdraw(who):
    matti, other = people.matti(), people.actor(who())
    own(matti)

    for channel in (SCREEN, PAPER):
        with pytest.raises(Refused):
            consent.give(matti, Purpose.MEDIA, other, channel=channel)
    with pytest.raises(Refused):
        consent.withdraw(matti, Purpose.CV_OWN, other)

    assert in_force(matti) == 1


def test_not_in_the_future():
    with pytest.raises(Refused):
        own(people.matti(), given_at=clock.now() + timedelta(hours=1))


@pytest.mark.parametrize(
    ("who", "seen"), [(people.kaisa, 1), (people.admin, 1), (people.matti, 1), (people.sari, 0), (people.olli, 0)]
)
def test_who_sees_the_consents(who, seen):
    own(people.matti())

    user = User.objects.get(pk=who().user_id)

    assert Consent.objects.visible_to(user).count() == seen
