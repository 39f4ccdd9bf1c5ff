"""Whose an event is: its council's leaders say so, and the ideas noted there come to that council (TD-06, CC-12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.events.domain import event as verbs
from coordination.events.domain import idea, series
from coordination.events.models import Event
from coordination.feedback.models import Suggestion
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.permissions import desk
from tests.factories import councils, events, people

pytestmark = pytest.mark.django_db


def elina() -> Actor:
    return people.actor(councils.elina())


def other_leader() -> Actor:
    return people.actor(councils.other_leader())


def key(name: str = councils.NAME) -> str:
    return desk.of(councils.council(name))


def planned(by: Actor, **facts: object) -> Event:
    starts = clock.now() + timedelta(days=7)
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    return verbs.plan(people.unit(), by, kind="info", names="Avoimet ovet", **when, **facts)


def refused(press: object) -> str:
    with pytest.raises(Refused) as refusal:
        press()
    return refusal.value.code


def sent(**more: object) -> dict:
    day = clock.local(clock.now() + timedelta(days=7))
    when = {"day": f"{day.day}.{day.month}.{day.year}", "begins": "13", "ends": "15"}
    return {"kind": "info", "names_fi": "Avoimet ovet", "unit": people.unit().pk, **when, **more}


def plan_on_screen(client, who: Person, **more: object) -> Event | None:
    people.sign_in(client, who).post(reverse("event:new"), sent(**more))
    return Event.objects.first()


def test_a_leader_plans_an_event_for_the_council_from_its_page(client):
    elina_ = councils.elina()
    address = f"{reverse('event:new')}?kenelle={key()}"

    page = people.sign_in(client, elina_).get(reverse("council:page", args=[councils.council().pk]))
    form = client.get(address).context["form"]
    made = plan_on_screen(client, elina_, meant_for=key())

    assert address in page.content.decode()
    assert (form["meant_for"].value(), form["unit"].value()) == (key(), people.unit().pk)
    assert made.meant_for == key()
    assert client.get(reverse("event:page", args=[made.pk])).context["owner"] == councils.NAME


def test_an_idea_noted_at_the_event_comes_to_that_council_alone():
    event = planned(elina(), meant_for=key())
    Event.objects.update(status=Event.Status.OPEN)
    event.refresh_from_db()

    idea.leave(event, Actor(), text="Valot päälle jo kahdeksalta.")

    waiting = Suggestion.objects.waiting()
    waits = [waiting.for_body(key(name), people.unit()).count() for name in (councils.NAME, "Toinen raati")]
    assert waits == [1, 0]


def test_another_leader_cannot_give_an_event_to_a_council_nor_take_it_away(client):
    own, board = planned(elina(), meant_for=key()), councils.other_leader()
    events.organiser(own, board)

    taken = refused(lambda: verbs.change(own, other_leader(), meant_for=""))
    given = refused(lambda: planned(other_leader(), meant_for=key()))
    Event.objects.filter(pk=own.pk).delete()

    assert (taken, given) == ("not_leader", "not_leader")
    assert plan_on_screen(client, board, meant_for=key()) is None
    assert client.get(f"{reverse('event:new')}?kenelle={key()}").context["form"]["meant_for"].value() is None


def test_one_who_arranges_it_changes_the_rest_and_it_stays_the_council_s(client):
    event = planned(elina(), meant_for=key())
    events.organiser(event, councils.other_leader())

    verbs.change(event, other_leader(), place="Koivu")

    event.refresh_from_db()
    assert (event.place, event.meant_for) == ("Koivu", key())


def test_a_council_that_has_ended_gets_no_more_events():
    councils.elina()
    councils.council().__class__.objects.update(status="ended")

    assert refused(lambda: planned(elina(), meant_for=key())) == "not_leader"


def test_a_copy_and_the_times_of_a_series_stay_the_council_s():
    starts = clock.now() + timedelta(days=7)
    dates = [(starts + timedelta(days=day), starts + timedelta(days=day, hours=2)) for day in (0, 7)]
    kaisa = people.actor(people.kaisa())
    event = planned(elina(), meant_for=key())
    events.organiser(event, councils.other_leader())

    copied = verbs.copy(event, other_leader(), starts_at=starts + timedelta(days=14))
    made = series.begin("discussion", people.unit(), kaisa, names="Keskustelu", dates=dates, meant_for=key())
    more = series.add(made, kaisa, starts_at=starts + timedelta(days=30), ends_at=starts + timedelta(days=30, hours=1))

    assert copied.meant_for == key()
    assert {row.meant_for for row in made.events.all()} == {key()}
    assert more.series == made


def test_another_leader_of_the_council_sees_its_event_and_nobody_who_comes(client):
    """Named to nothing: the page opens, also of a draft that the site does not tell of; the door stays its arrangers'."""
    event = planned(elina(), meant_for=key())
    ville = people.sign_in(client, councils.ville())

    page = ville.get(reverse("events:event", args=[event.pk]))
    shown = ville.get(reverse("council:page", args=[councils.council().pk])).content.decode()

    assert page.status_code == 200
    assert (page.context["looks_on"], page.context["form"], page.context["owner"]) == (True, None, councils.NAME)
    assert reverse("events:event", args=[event.pk]) in shown
    assert reverse("event:page", args=[event.pk]) not in shown
    assert ville.get(reverse("events:door", args=[event.pk])).status_code == 404
    assert ville.get(reverse("event:page", args=[event.pk])).status_code == 404


def test_leaders_of_other_councils_do_not_see_it_and_its_own_arranger_is_not_told_that_registering_has_closed(client):
    event = planned(elina(), meant_for=key())
    address = reverse("events:event", args=[event.pk])

    own = people.sign_in(client, councils.elina()).get(address).context
    others = people.sign_in(client, councils.other_leader()).get(address).status_code

    assert (own["arranges"], own["looks_on"], others) == (True, True, 404)
