"""Planning, opening, changing, cancelling and holding an event, its door, its tasks, its series."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from coordination.calendar.models import Action, Entry
from coordination.events.domain import (
    door,
    entry,
    event_telling,
    idea,
    programme,
    registration,
    reminder,
    series,
    task,
    todo,
)
from coordination.events.domain import event as verbs
from coordination.events.domain import organiser as organisers
from coordination.events.mails import event as mails
from coordination.events.models import Event, Organiser, Registration
from coordination.feedback.models import Suggestion
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from tests.factories import events, people

pytestmark = pytest.mark.django_db
Status = Registration.Status


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def planned(**fields: object) -> Event:
    starts = clock.now() + timedelta(days=40)
    given = {"kind": "theme_day", "names": "Arjen päivä", "starts_at": starts, "ends_at": starts + timedelta(hours=4)}
    return verbs.plan(people.unit(), kaisa(), **{**given, **fields})


def today(**fields: object) -> Event:
    """An event that began an hour ago."""
    return events.event(starts_at=clock.now() - timedelta(hours=1), **fields)


def refused(act) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


def told(kind: str) -> list[str]:
    return sorted(Message.objects.filter(kind=kind).values_list("person__first_name", flat=True))


def test_an_event_begins_as_a_draft_with_the_tasks_of_its_kind_for_one_named_coordinator():
    event = planned()

    assert (event.status, event.coordinator) == (Event.Status.DRAFT, people.kaisa())
    assert {row.owner for row in task.of(event)} == {people.kaisa()}
    assert task.of(event).count() == len(task.TEMPLATES["theme_day"])
    assert min(row.due_on for row in task.of(event)) >= clock.today()


def test_a_leader_of_councils_arranges_what_they_begin_and_an_employee_begins_nothing():
    leader = people.person("Elina", unit=people.unit(), email="elina@example.org")
    people.user_for(leader)
    people.role_for(leader, Role.Kind.LEADER)
    starts = clock.now() + timedelta(days=9)
    facts = {"kind": "kick_off", "names": "Alku", "starts_at": starts, "ends_at": starts + timedelta(hours=1)}

    made = verbs.plan(people.unit(), people.actor(leader), **facts)
    code = refused(lambda: verbs.plan(people.unit(), people.actor(people.sari()), **facts))

    assert list(Organiser.objects.values_list("event", "person")) == [(made.pk, leader.pk)]
    assert code == "stranger"


@pytest.mark.parametrize(
    ("facts", "code"), [({}, "place"), ({"mode": "remote"}, "online"), ({"mode": "hybrid", "place": "Koivu"}, "online")]
)
def test_nobody_is_told_of_an_event_before_it_is_known_where(facts, code):
    assert refused(lambda: verbs.open_(planned(**facts), kaisa())) == code


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"ends_at": clock.now() - timedelta(days=1)}, "backwards"),
        ({"ends_at": clock.now() + timedelta(days=60)}, "long"),
        ({"names": ""}, "name"),
        ({"leads": {"fi": "Soita 131052-308T"}}, "identity_code"),
    ],
)
def test_unsound_facts_are_refused(facts, code):
    assert refused(lambda: planned(**facts)) == code


def test_an_hour_that_the_clock_leaps_over_in_spring_ends_no_event_before_it_begins():
    starts = datetime(2027, 3, 28, 3, 45, tzinfo=clock.HELSINKI)

    assert refused(lambda: planned(starts_at=starts, ends_at=starts.replace(hour=4, minute=5))) == "backwards"


def test_a_title_of_any_length_fits_into_the_subject_of_a_mail():
    event = events.event(neutral_title={"fi": "Tapaaminen " * 60})

    registration.invite(event, [people.matti()], kaisa())

    assert len(Message.objects.get(kind=mails.INVITED).subject) == 200


def test_a_change_of_place_is_told_once_to_all_concerned_and_raises_the_sequence():
    event = events.event()
    registration.invite(event, [people.matti()], kaisa())
    first = Entry.objects.get(uid=entry.uid_of(event)).sequence

    verbs.change(event, kaisa(), place="Toinen talo")
    verbs.change(event, kaisa(), leads={"fi": "Tule mukaan."})
    verbs.change(event, kaisa(), place="Kolmas talo")

    kept = Message.objects.filter(kind=mails.CHANGED).exclude(status=Message.Status.SUPERSEDED)
    assert [row.person.first_name for row in kept] == ["Matti"]
    assert Entry.objects.get(uid=entry.uid_of(event)).sequence == first + 2


def test_more_places_move_the_waiting_list_up_and_fewer_than_are_taken_are_refused():
    event = events.event(capacity=1)
    for name in ("Anni", "Bertta", "Cecilia"):
        person = people.person(name, email=f"{name.lower()}@example.org")
        registration.register(event, person, kaisa().acting_for(person))

    verbs.change(event, kaisa(), capacity=2)
    code = refused(lambda: verbs.change(event, kaisa(), capacity=1))

    assert told(mails.MOVED_UP) == ["Bertta"]
    assert code == "taken"
    assert sorted(event.registrations.exclude(seat=None).values_list("seat", flat=True)) == [1, 2]


def test_cancelling_tells_why_once_clears_calendars_and_drops_the_tasks():
    event = verbs.open_(planned(place="Koivu"), kaisa())
    registration.invite(event, [people.matti()], kaisa())

    verbs.cancel(event, kaisa(), reason="Sali ei ole vapaa.")

    assert told(mails.CANCELLED) == ["Matti"]
    assert not Message.objects.filter(kind=mails.INVITED).exclude(status=Message.Status.SUPERSEDED).exists()
    assert Entry.objects.get(uid=entry.uid_of(event)).cancelled_at is not None
    assert not task.of(event).filter(status=Action.Status.OPEN).exists()
    assert refused(lambda: verbs.cancel(event, kaisa(), reason="Taas")) == "moved"


def test_who_is_not_marked_by_the_end_was_not_there_and_those_who_were_get_thanks():
    event = today()
    matti, sari = (events.registration(event, person) for person in (people.matti(), people.sari()))
    door.mark(matti, kaisa(), attended=True)
    door.walk_in(event, kaisa(), first_name="Ohi")

    verbs.held(event, kaisa())

    sari.refresh_from_db()
    assert sari.status == Status.ABSENT
    assert told(mails.THANKS) == ["Matti", "Ohi"]
    assert refused(lambda: verbs.held(event, kaisa())) == "moved"


def test_the_door_opens_on_the_day_and_takes_back_a_slip():
    early = events.event("Ensi kuussa")
    row = events.registration(today(), people.matti())

    assert refused(lambda: door.walk_in(early, kaisa(), first_name="Aikainen")) == "early"
    assert door.mark(row, kaisa(), attended=False).status == Status.ABSENT
    assert door.unmark(row, kaisa()).status == Status.REGISTERED
    assert refused(lambda: door.mark(row, people.actor(people.sari()), attended=True)) == "not_organiser"


@pytest.mark.parametrize("status", [Status.INVITED, Status.WAITING, Status.REGISTERED, Status.DECLINED])
def test_a_slip_at_the_door_leaves_everybody_as_they_were(status):
    row = events.registration(today(), people.matti(), status)

    door.unmark(door.mark(row, kaisa(), attended=True), kaisa())

    assert Registration.objects.get(pk=row.pk).status == status


def test_who_was_marked_absent_at_the_end_stands_as_before_once_that_is_taken_back():
    event = today(series=events.series())
    row = events.registration(event, people.matti(), Status.INVITED)
    verbs.held(event, kaisa())

    assert door.unmark(row, kaisa()).status == Status.INVITED


@pytest.mark.parametrize("status", [Status.DECLINED, Status.REGISTERED, Status.INVITED])
def test_what_is_not_marked_is_not_taken_back(status):
    row = events.registration(today(), people.matti(), status)

    assert refused(lambda: door.unmark(row, kaisa())) == "moved"
    assert Registration.objects.get(pk=row.pk).status == status


def test_a_place_numbered_at_the_door_is_free_again_when_the_mark_is_taken_back():
    event = today(capacity=5)
    row = door.mark(events.registration(event, people.matti(), Status.DECLINED), kaisa(), attended=True)
    verbs.change(event, kaisa(), capacity=4)

    row = door.unmark(row, kaisa())

    assert (row.status, row.seat) == (Status.DECLINED, None)


def test_nothing_stays_of_somebody_written_down_at_the_door_by_mistake():
    event = today()
    row = door.walk_in(event, kaisa(), first_name="Ohi")

    door.unmark(row, kaisa())

    assert (event.registrations.count(), Person.objects.filter(first_name="Ohi").count()) == (0, 0)
    event.refresh_from_db()
    assert (event.forgotten_there, event.forgotten_absent) == (0, 0)


def test_one_at_the_door_who_is_known_otherwise_stays_known():
    event, other = today(), events.event("Toinen")
    ben = door.walk_in(event, kaisa(), first_name="Ben")
    place = events.registration(other, ben.person)

    for row in (ben, door.walk_in(event, kaisa(), people.matti())):
        door.unmark(row, kaisa())

    assert (event.registrations.count(), list(other.registrations.all())) == (0, [place])
    assert Person.objects.filter(pk=people.matti().pk).exists()


def test_one_who_was_thanked_already_is_not_struck_from_the_list():
    event = today()
    row = door.walk_in(event, kaisa(), first_name="Ohi")
    verbs.held(event, kaisa())

    assert refused(lambda: door.unmark(row, kaisa())) == "moved"
    assert event.registrations.get() == row


def test_an_employee_named_to_the_door_marks_and_one_from_outside_cannot_be_named():
    event = today()
    row = events.registration(event, people.matti())

    organisers.name(event, people.sari(), kaisa(), duty="Ovi")
    code = refused(lambda: organisers.name(event, people.matti(), kaisa()))

    assert door.mark(row, people.actor(people.sari()), attended=True).status == Status.ATTENDED
    assert code == "stranger"


def test_an_idea_waits_for_the_council_whose_event_it_is_without_who_said_it():
    event = today(meant_for="councils.council:3")

    idea.leave(event, Actor(), text="Valot päälle jo kahdeksalta.")

    row = Suggestion.objects.get()
    assert (row.origin, row.meant_for, row.unit) == ("event", "councils.council:3", event.unit)


def test_the_programme_stays_within_the_event():
    event = events.event()

    programme.add(event, kaisa(), titles="Kahvi", starts_at=event.starts_at, who="Elina")
    code = refused(lambda: programme.add(event, kaisa(), titles="Jatkot", starts_at=event.ends_at + timedelta(hours=1)))

    assert [str(row.titles) for row in event.programme.all()] == ["Kahvi"]
    assert code == "outside"


def test_a_line_of_the_programme_ends_no_hour_before_it_begins_when_the_clock_leaps():
    night = {"starts_at": datetime(2027, 3, 28, 1, tzinfo=clock.HELSINKI)}
    event = planned(**night, ends_at=datetime(2027, 3, 28, 8, tzinfo=clock.HELSINKI))
    starts = datetime(2027, 3, 28, 3, 45, tzinfo=clock.HELSINKI)

    code = refused(
        lambda: programme.add(
            event, kaisa(), titles="Yötee", starts_at=starts, ends_at=starts.replace(hour=4, minute=5)
        )
    )

    assert code == "backwards"


@pytest.mark.parametrize(("hours", "minutes"), [(2, [0, 15, 35, 50, 80, 105]), (1, [0, 10, 20, 25, 40, 50])])
def test_a_kick_off_gets_the_usual_programme_once_in_every_language_and_within_its_time(hours, minutes):
    """Coffee, what, how often, those who took part tell, contact details at the end (CC-09)."""
    starts = clock.now() + timedelta(days=9)
    event = events.event(starts_at=starts, ends_at=starts + timedelta(hours=hours))

    programme.usual(event, people.actor(people.kaisa()))

    rows = list(event.programme.all())
    assert [(row.starts_at - event.starts_at) // timedelta(minutes=1) for row in rows] == minutes
    assert all(row.titles.in_language(code) for row in rows for code in ("fi", "sv", "en"))
    with pytest.raises(Refused) as refusal:
        programme.usual(event, people.actor(people.kaisa()))
    assert refusal.value.code == "has_one"


def test_a_copy_is_a_draft_with_the_programme_moved_along_and_nobody_invited():
    event = events.event()
    programme.add(event, kaisa(), titles="Kahvi", starts_at=event.starts_at)
    registration.invite(event, [people.matti()], kaisa())

    made = verbs.copy(event, kaisa(), starts_at=event.starts_at + timedelta(days=7))

    assert (made.status, made.names, made.registrations.count()) == (Event.Status.DRAFT, event.names, 0)
    assert made.programme.get().starts_at == event.starts_at + timedelta(days=7)


def test_a_series_is_told_in_one_message_and_everybody_invited_is_expected():
    starts = [clock.now() + timedelta(days=7 * week) for week in (1, 2, 3)]
    dates = [(start, start + timedelta(hours=2)) for start in starts]
    made = series.begin("supervision", people.unit(), kaisa(), names="Työnohjaus", dates=dates, place="Koivu")
    series.open_all(made, kaisa())

    rows = series.invite(made, [people.matti()], kaisa())

    assert len(rows) == 3
    assert told(mails.SERIES_INVITED) == ["Matti"]
    assert not told(mails.INVITED)
    first = made.events.first()
    Event.objects.filter(pk=first.pk).update(starts_at=clock.now() - timedelta(hours=1))
    verbs.held(first, kaisa())
    assert first.registrations.get().status == Status.ABSENT
    assert refused(
        lambda: series.add(series.end(made, kaisa()), kaisa(), starts_at=starts[0], ends_at=dates[0][1])
    ) == ("ended")


def test_reminders_go_once_to_those_who_come_and_to_the_silent():
    event = events.event(starts_at=clock.now() + timedelta(hours=47))
    long_ago = clock.now() - timedelta(days=20)
    events.registration(event, people.matti(), answered_at=long_ago)
    silent = events.event("Hiljainen", starts_at=clock.now() + timedelta(hours=119))
    row = events.registration(silent, people.sari(), Status.INVITED)
    Registration.objects.filter(pk=row.pk).update(made_at=long_ago)

    counts = [reminder.send_due(), reminder.send_due()]

    assert counts == [2, 0]
    assert (told(mails.REMINDER), told(mails.UNANSWERED)) == (["Matti"], ["Sari"])


def test_what_is_told_of_is_what_the_catalogue_of_changes_names():
    assert set(event_telling.LABELS) | {"starts_at", "ends_at", "mode"} == set(event_telling.TOLD)


def test_what_should_have_been_done_before_an_event_waits_for_nobody_once_it_was_held():
    event = events.event(starts_at=clock.local(clock.now()).replace(hour=0, minute=0, second=0))
    kaisa = Actor.of(people.user_for(people.kaisa()))
    for what, days in (("Varaa paikka", 0), ("Kiitä", 2)):
        task.add(event, kaisa, what=what, due_on=clock.today() + timedelta(days=days))

    verbs.held(event, kaisa)

    assert [row.what for row in task.of(event).filter(status=Action.Status.OPEN)] == ["Kiitä"]


def test_a_task_that_is_late_tells_of_which_event_it_is():
    event = events.event("Teemapäivä")
    kaisa = Actor.of(people.user_for(people.kaisa()))
    task.add(event, kaisa, what="Varaa paikka", due_on=clock.today())

    (row,) = todo.for_arranger(kaisa.user)

    assert row.text.split(" · ")[0] == "Teemapäivä"


def test_what_was_marked_before_it_was_kept_is_told_by_its_days():
    event = today()
    rows = [
        events.registration(event, people.matti(), Status.ATTENDED),
        events.registration(event, people.sari(), Status.ABSENT, answered_at=None),
        events.registration(event, people.admin(), Status.ATTENDED, waiting_since=clock.now()),
        events.registration(event, people.olli(), Status.ATTENDED, via=Registration.Via.DOOR),
        events.registration(event, people.kaisa(), Status.REGISTERED),
    ]

    import_module("coordination.events.migrations.0005_how_it_stood_before_the_door").tell_how_it_stood(apps, None)

    found = dict(event.registrations.values_list("pk", "marked_from"))
    assert [found[row.pk] for row in rows] == ["registered", "invited", "waiting", "", ""]
