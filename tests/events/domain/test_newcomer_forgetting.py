"""Of somebody who only came to an event nothing stays: not in a table, not in a file, not in a log (L-05)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta

import pytest
from django.db.models.signals import pre_delete
from django.urls import reverse
from wagtail.models import ModelLogEntry

from coordination.events.domain import door, figures, newcomer, newcomer_forgetting, newcomer_retention
from coordination.events.domain import event as verbs
from coordination.events.models import Event, Forgetting, Registration
from coordination.events.tasks import newcomer as tasks
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import call, delivery, outbox, print_run
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import job
from coordination.records.models import AccessEntry, Job
from tests import traces
from tests.factories import councils, events, people, recruitment

pytestmark = pytest.mark.django_db
WORDS = ("Ksylofonia", "Kvanttila", "ksylo@example.org", "0407654321", "+358407654321", "Kvanttikuja")
WHO = {
    "first_name": "Ksylofonia",
    "last_name": "Kvanttila",
    "email": "ksylo@example.org",
    "phone": "040 765 4321",
    "street": "Kvanttikuja 7",
    "postcode": "33100",
    "town": "Tampere",
}


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def was(event: Event, days: int = 181) -> None:
    """The event was so many days ago."""
    ended = clock.local(clock.now()) - timedelta(days=days)
    Event.objects.filter(pk=event.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)


def came(name: str = "Hilla", event: Event | None = None, **fields: object) -> Person:
    """Somebody from outside who was at the event."""
    someone = people.person(name, "Kävijä", is_unconfirmed=True, **fields)
    events.registration(event or events.event(), someone, "attended")
    return someone


def is_gone(person: Person) -> bool:
    return not Person.objects.filter(pk=person.pk).exists()


def whole_way(channel: str) -> Registration:
    """From the form on the site to the thanks, through all that the house writes on the way."""
    event = events.event()
    needs = {"needs": ["diet"], "needs_note": "Kvanttila ei syö"}
    row = newcomer.register(event, channel=channel, **needs, **WHO)
    verbs.change(event, kaisa(), place="Toinen talo")
    now = clock.now()
    Event.objects.update(starts_at=now - timedelta(hours=2), ends_at=now)
    door.mark(row, kaisa(), attended=True)
    verbs.held(Event.objects.get(), kaisa())
    return row


def told_by_every_way(client, row: Registration) -> None:
    """Mails leave, letters are printed, calls are made, the list is read."""
    delivery.deliver()
    heads = [people.organisation()]
    if ringing := list(call.waiting(heads)):
        call.reached(ringing, kaisa(), "Kvanttila vastasi")
    if list(print_run.waiting(heads)):
        printing.make(print_run.begin(people.organisation(), kaisa()).job_id)
        print_run.post(PrintRun.objects.get(), kaisa())
    people.sign_in(client, people.kaisa()).get(reverse("event:people", args=[row.event_id]))


@pytest.mark.parametrize("channel", ["email", "phone", "post"])
def test_nothing_of_the_newcomer_stays_in_any_table_file_or_log(
    client, caplog, channel, django_capture_on_commit_callbacks
):
    caplog.set_level("INFO")
    row = whole_way(channel)
    told_by_every_way(client, row)
    before = set(traces.found(*WORDS))
    was(row.event)

    with django_capture_on_commit_callbacks(execute=True):
        erased = tasks.nightly()

    assert {"people_person.email", "events_registration.needs_note", "messaging_message.body"} <= before
    assert ("file print_run" in before, "messaging_call.note" in before) == (channel == "post", channel == "phone")
    assert (erased, traces.found(*WORDS), [word for word in WORDS if word in caplog.text]) == (1, [], [])


def test_how_many_came_stays_right_and_the_log_tells_how_many_went(client):
    row = whole_way("email")
    was(row.event)
    year = (clock.today() - timedelta(days=181)).year
    before = asdict(figures.of_year(Event.objects.all(), year)[0])
    board = people.sign_in(client, people.kaisa())

    tasks.nightly()

    after = asdict(figures.of_year(Event.objects.all(), year)[0])
    counts = board.get(reverse("event:people", args=[row.event_id])).context["counts"]
    log = Forgetting.objects.get()
    assert (before["visits"], after) == (1, {**before, "people": 0})
    assert (counts["attended"], Registration.objects.count()) == (1, 0)
    assert (log.unit, log.count, log.by) == (row.event.unit, 1, None)


@pytest.mark.parametrize(("days", "erased"), [(180, 1), (179, 0)])
def test_the_days_are_counted_from_the_last_event(days, erased):
    event = events.event()
    someone = came(event=event)
    was(event, days)

    assert (tasks.nightly(), is_gone(someone)) == (erased, bool(erased))


def test_one_who_comes_to_another_event_stays_until_that_is_old_too():
    event, other = events.event(), events.event("Toinen")
    someone = came(event=event)
    place = events.registration(other, someone)
    was(event)

    first = tasks.nightly()
    was(other)

    assert (first, tasks.nightly(), Registration.objects.filter(pk=place.pk).exists()) == (0, 1, False)


def test_those_who_are_known_otherwise_stay():
    event = events.event()
    confirmed = people.person("Aija", "Kävijä")
    events.registration(event, confirmed, "attended")
    applicant = came("Ben", event)
    recruitment.applicant("Ben", person=applicant)
    member = came("Cia", event)
    councils.seat(member)
    joined_in = came("Dan", event)
    recruitment.applicant("Dan", person=people.person("Dan", "Toinen", is_unconfirmed=True, merged_into=joined_in))
    was(event)

    assert tasks.nightly() == 0
    assert Registration.objects.count() == 4


def test_what_was_merged_into_a_newcomer_goes_along():
    event = events.event()
    someone = came(event=event)
    double = came("Ksylofonia", event, merged_into=someone)
    was(event)

    assert (tasks.nightly(), is_gone(someone), is_gone(double)) == (1, True, True)


def test_one_whose_message_is_being_sent_waits_for_the_next_night():
    event = events.event()
    someone = came(event=event, email="hilla@example.org")
    message = outbox.queue("messaging.trial", to=someone, context={}, about=someone)
    Message.objects.filter(pk=message.pk).update(status="sending")
    was(event)

    first = tasks.nightly()
    Message.objects.filter(pk=message.pk).update(status="sent")

    assert (first, Forgetting.objects.count(), tasks.nightly()) == (0, 0, 1)


def test_one_who_became_known_after_the_list_was_made_stays():
    event = events.event()
    someone = came(event=event)
    was(event)
    recruitment.applicant("Hilla", person=someone)

    assert (newcomer_forgetting.forget_one(someone.pk, kaisa(), clock.now()), is_gone(someone)) == (0, False)


def test_the_press_erases_behind_a_bar_and_one_killed_goes_on():
    event = events.event()
    rows = [came(name, event) for name in ("Aija", "Ben", "Cia")]
    was(event)
    work = newcomer_forgetting.begin(kaisa())
    newcomer_forgetting.forget_one(rows[0].pk, kaisa(), Job.objects.get().created_at)
    entries = list(ModelLogEntry.objects.filter(action="kuuluviin.removed"))

    tasks.forget(work.pk)

    work = Job.objects.get(pk=work.pk)
    assert (work.status, work.done, work.total, [is_gone(row) for row in rows]) == ("done", 3, 3, [True] * 3)
    log = Forgetting.objects.get()
    assert (log.count, [entry.data["forgetting"] for entry in entries]) == (3, [log.pk])


@contextmanager
def hindered(person: Person) -> Iterator[None]:
    """Whoever tries to erase this one fails."""

    def stop(instance: Person, **kwargs: object) -> None:
        if instance.pk == person.pk:
            raise ArithmeticError("hindered")

    pre_delete.connect(stop, sender=Person)
    try:
        yield
    finally:
        pre_delete.disconnect(stop, sender=Person)


def test_one_that_cannot_be_erased_stops_neither_the_others_nor_the_bar():
    event = events.event()
    rows = [came(name, event) for name in ("Aija", "Ben")]
    was(event)
    work = newcomer_forgetting.begin(kaisa())

    with hindered(rows[0]), pytest.raises(job.Stumbled):
        tasks.forget(work.pk)

    work.refresh_from_db()
    assert (work.status, [is_gone(row) for row in rows], Forgetting.objects.get().count) == ("failed", [False, True], 1)


def test_another_press_goes_on_with_the_one_that_stumbled_and_counts_nobody_twice():
    event = events.event()
    rows = [came(name, event) for name in ("Aija", "Ben")]
    was(event)
    with hindered(rows[0]), pytest.raises(job.Stumbled):
        tasks.forget(newcomer_forgetting.begin(kaisa()).pk)

    again = newcomer_forgetting.begin(kaisa())
    tasks.forget(again.pk)

    again.refresh_from_db()
    logged = Forgetting.objects.values_list("count", flat=True)
    assert (again.status, again.total, [is_gone(row) for row in rows], list(logged)) == (
        "done",
        1,
        [True, True],
        [1, 1],
    )


def test_another_s_newcomers_are_neither_listed_nor_erased_by_a_press(client):
    event = events.event()
    came(event=event)
    was(event)

    with pytest.raises(Refused) as nobody:
        newcomer_forgetting.begin(people.actor(people.stranger_coordinator()))

    leader = people.sign_in(client, councils.elina()).get(reverse("event:forgetting"))
    assert (nobody.value.code, leader.status_code, newcomer_retention.preview(people.stranger_coordinator().user)) == (
        "nobody",
        302,
        [],
    )


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_beforehand_tells_who_is_next(client, django_assert_num_queries, many):
    event, soon, late = events.event(), events.event("Pian"), events.event("Myöhään")
    rows = [came(f"Hilla{number}", event) for number in range(many)]
    next_one = came("Ben", soon)
    came("Cia", late)
    for each, days in ((event, 181), (soon, 160), (late, 10)):
        was(each, days)
    user = people.kaisa().user

    with django_assert_num_queries(4):
        lines = newcomer_retention.preview(user)
    page = people.sign_in(client, people.kaisa()).get(reverse("event:forgetting"))

    ahead = [(line.person, line.event, line.on - clock.today()) for line in lines]
    assert ahead == [
        *[(row, event, timedelta(days=-1)) for row in rows],
        (next_one, soon, timedelta(days=20)),
    ]
    assert [len(page.context["due"]), len(page.context["soon"])] == [many, 1]
    read = AccessEntry.objects.get(about="events.forgetting")
    assert read.subjects == [f"people.person:{line.person.pk}" for line in lines]


def test_the_press_on_the_page_leads_to_the_bar(client):
    event = events.event()
    came(event=event)
    was(event)

    answer = people.sign_in(client, people.kaisa()).post(reverse("event:forgetting"))

    assert answer.url == reverse("records:job", args=[Job.objects.get().pk])
