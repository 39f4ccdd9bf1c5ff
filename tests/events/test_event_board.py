"""Events in the back office: the list, the page, who comes, figures, what the coordinator is reminded of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.events.domain import event as verbs
from coordination.events.domain import figures, registration, task, todo
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.records.models import AccessEntry
from tests.factories import events, people

pytestmark = pytest.mark.django_db
Status = Registration.Status
LIST_QUERIES = 11


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_as_for_one(kaisa, django_assert_num_queries, count):
    for number in range(count):
        event = events.event(f"Tapahtuma {number}", capacity=4)
        events.registration(event, people.person(f"Tulija{number}"), seat=1)
    kaisa.get(reverse("event:index"))

    with django_assert_num_queries(LIST_QUERIES):
        kaisa.get(reverse("event:index"))


def test_a_new_event_needs_a_finnish_name_and_what_was_typed_stays(kaisa):
    day = clock.today() + timedelta(days=30)
    written = {
        "kind": "info",
        "names_sv": "Infokväll",
        "unit": people.unit().pk,
        "day": f"{day.day}.{day.month}.{day.year}",
        "begins": "19",
        "ends": "17",
    }

    page = kaisa.post(reverse("event:new"), written)
    later = kaisa.post(reverse("event:new"), {**written, "names_fi": "Infoilta"})

    assert list(page.context["form"].errors) == ["names"]
    assert list(later.context["form"].errors) == ["ends"]
    assert later.context["form"]["begins"].value() == "19"
    assert Event.objects.count() == 0


def test_one_found_by_name_is_invited_and_the_search_is_logged(kaisa):
    event = events.event()
    matti = people.matti()

    kaisa.post(reverse("event:invite", args=[event.pk]), {"reach": "Meriläinen", "invite": "1", "who": [matti.pk]})

    assert event.registrations.get().person == matti
    assert AccessEntry.objects.get().action == AccessEntry.Action.SEARCH


def test_who_called_is_written_down_by_post_too(kaisa):
    event = events.event()
    facts = {"first_name": "Posti", "street": "Kuja 1", "postcode": "00000", "town": "Koivu", "channel": "post"}

    kaisa.post(reverse("event:write_down", args=[event.pk]), {**facts, "via": "post"})

    row = event.registrations.get()
    assert (row.via, row.status, row.person.channel) == ("post", Status.REGISTERED, "post")


def test_the_figures_count_visits_and_different_people():
    for number in (1, 2):
        event = events.event(f"Päivä {number}", kind="theme_day", starts_at=clock.now() - timedelta(hours=number))
        events.registration(event, people.matti(), Status.ATTENDED)
        events.registration(event, people.sari(), Status.ABSENT)
        Event.objects.filter(pk=event.pk).update(status=Event.Status.HELD)

    (line,) = figures.of_year(Event.objects.all(), clock.local(event.starts_at).year)

    assert (line.events, line.visits, line.people, line.absent, line.average) == (2, 2, 1, 2, 1.0)


def test_an_invitation_and_an_unmarked_door_wait_until_they_are_seen_to():
    coming, past = events.event(), events.event("Eilen", starts_at=clock.now() - timedelta(days=1))
    kaisa, matti = Actor.of(people.user_for(people.kaisa())), people.matti()
    registration.invite(coming, [matti], kaisa)
    before = [len(list(todo.for_person(matti))), len(list(todo.for_arranger(kaisa.user)))]

    registration.register(coming, matti, people.actor(matti))
    verbs.held(past, kaisa)
    after = [len(list(todo.for_person(matti))), len(list(todo.for_arranger(kaisa.user)))]

    assert (before, after) == ([1, 1], [0, 0])


def test_a_task_is_ticked_and_taken_back(kaisa):
    event = events.event()
    row = task.add(event, Actor.worker(), what="Tilaa kahvit", due_on=clock.today())
    address = reverse("event:task_tick", args=[event.pk, row.pk])

    kaisa.post(address, {"done": "1"})
    done = task.of(event).get().status
    kaisa.post(address, {"done": "0"})

    assert (done, task.of(event).get().status) == ("done", "open")
