"""Inviting, registering, the waiting list: who has a place and who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Entry
from coordination.events.domain import entry, newcomer, registration
from coordination.events.mails import event as mails
from coordination.events.models import Event, Registration
from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from tests.factories import events, people

pytestmark = pytest.mark.django_db
Status = Registration.Status


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def told(kind: str) -> list[str]:
    return sorted(Message.objects.filter(kind=kind).values_list("person__first_name", flat=True))


def comes(event: Event, first_name: str) -> Registration:
    person = people.person(first_name, email=f"{first_name.lower()}@example.org")
    return registration.register(event, person, kaisa().acting_for(person))


def test_the_invited_get_a_link_a_calendar_entry_and_one_message_each_in_their_own_channel():
    event = events.event()
    matti, irja = people.matti(), people.person("Irja", phone="0401", channel=Person.Channel.PHONE)

    first = registration.invite(event, [matti, irja], kaisa())
    again = registration.invite(event, [matti, irja], kaisa())

    assert [row.person.first_name for row in first] == ["Matti", "Irja"]
    assert again == []
    channels = Message.objects.filter(kind=mails.INVITED).values_list("person__first_name", "channel")
    assert sorted(channels) == [("Irja", "phone"), ("Matti", "email")]
    assert not event.registrations.filter(link=None).exists()
    assert Entry.objects.get(uid=entry.uid_of(event)).guests.count() == 2


@pytest.mark.parametrize(("is_public", "told_of"), [(True, True), (False, False)])
def test_the_programme_goes_with_the_invitation_to_what_everybody_may_know_of(is_public, told_of):
    """A letter's reader opens no link (ND-02); what else an event is for, a mail does not tell."""
    event = events.event(is_public=is_public, starts_at=clock.now() + timedelta(days=9))
    starts = clock.local(event.starts_at)
    event.programme.create(starts_at=event.starts_at, titles={"fi": "Kahvi"})
    event.programme.create(starts_at=event.starts_at, titles={"fi": "Tulevaisuusverstas"}, who="Aino")

    registration.invite(event, [people.person("Irja", channel=Person.Channel.POST)], kaisa())

    lines = [f"{formats.column_clock(starts)} {words}" for words in ("Kahvi", "Tulevaisuusverstas, Aino")]
    body = Message.objects.get().body
    assert ("\n".join(lines) in body) is told_of
    assert ("Tulevaisuusverstas" in body) is told_of


@pytest.mark.parametrize(("status", "code"), [("draft", "draft"), ("cancelled", "cancelled"), ("held", "began")])
def test_nobody_is_invited_to_what_is_not_open(status, code):
    with pytest.raises(Refused) as refusal:
        registration.invite(events.event(status=status), [people.matti()], kaisa())

    assert refusal.value.code == code


def test_a_stranger_neither_invites_nor_registers_another():
    event, olli = events.event(), people.actor(people.olli())

    with pytest.raises(Refused) as inviting:
        registration.invite(event, [people.matti()], olli)
    with pytest.raises(Refused) as answering:
        registration.register(event, people.matti(), olli.acting_for(people.matti()))

    assert [inviting.value.code, answering.value.code] == ["not_organiser", "stranger"]


def test_one_does_not_register_to_what_is_neither_public_nor_ones_own():
    event, olli = events.event(is_public=False), people.olli()

    with pytest.raises(Refused) as refusal:
        registration.register(event, olli, people.actor(olli))

    assert refusal.value.code == "stranger"


def test_when_a_place_comes_free_the_one_who_has_waited_longest_gets_it_and_hears_of_it():
    event = events.event(capacity=1)
    anni = comes(event, "Anni")
    comes(event, "Bertta"), comes(event, "Cecilia")

    registration.decline(anni, kaisa().acting_for(anni.person))

    states = dict(event.registrations.values_list("person__first_name", "status"))
    assert states == {"Anni": Status.DECLINED, "Bertta": Status.REGISTERED, "Cecilia": Status.WAITING}
    assert told(mails.MOVED_UP) == ["Bertta"]
    assert told(mails.WAITING) == ["Bertta", "Cecilia"]
    assert list(event.registrations.exclude(seat=None).values_list("person__first_name", "seat")) == [("Bertta", 1)]


def test_what_one_needs_may_be_changed_without_a_second_message_or_place():
    event, matti = events.event(capacity=5), people.matti()

    registration.register(event, matti, people.actor(matti), needs=["lift"])
    row = registration.register(event, matti, people.actor(matti), needs=["diet", "lift"], needs_note="Ei pähkinää")

    assert (row.needs, row.needs_note, row.seat) == (["diet", "lift"], "Ei pähkinää", 1)
    assert told(mails.CONFIRMED) == ["Matti"]


def test_after_the_last_day_only_the_organisers_write_somebody_down():
    yesterday = clock.now() - timedelta(days=1)
    event, matti = events.event(registration_until=yesterday), people.matti()

    with pytest.raises(Refused) as refusal:
        registration.register(event, matti, people.actor(matti))
    row = registration.register(event, matti, kaisa().acting_for(matti))

    assert refusal.value.code == "too_late"
    assert (row.status, row.via) == (Status.REGISTERED, Registration.Via.PHONE)


def test_one_who_registers_twice_on_the_site_has_one_place():
    event = events.event(capacity=2)
    who = {"first_name": "Tuuli", "last_name": "Tuulinen", "email": "tuuli@example.org"}

    first, second = newcomer.register(event, **who), newcomer.register(event, **{**who, "first_name": "TUULI"})

    assert first.pk == second.pk
    assert first.person.is_unconfirmed
    assert not Person.objects.visible_to(people.user_for(people.kaisa())).filter(pk=first.person_id).exists()


def test_whoever_writes_another_s_name_and_address_takes_away_nothing_that_was_asked_for():
    event = events.event()
    who = {"first_name": "Tuuli", "last_name": "Tuulinen", "email": "tuuli@example.org"}
    newcomer.register(event, needs=["interpreter"], needs_note="Tulkki arabiaksi", **who)

    row = newcomer.register(event, needs=["hearing"], needs_note="Ei mitään", **who)

    assert (row.needs, row.needs_note) == (["hearing", "interpreter"], "Tulkki arabiaksi; Ei mitään")


def test_an_identity_code_is_refused_among_needs():
    with pytest.raises(Refused) as refusal:
        registration.register(events.event(), people.matti(), people.actor(people.matti()), needs_note="131052-308T")

    assert refusal.value.code == "identity_code"


def test_the_subjects_name_no_event():
    registration.invite(events.event(name="Mielenterveysraadin aloitus"), [people.matti()], kaisa())

    message = Message.objects.get(kind=mails.INVITED)
    assert "raadin" not in message.subject
