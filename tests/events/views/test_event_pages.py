"""The pages of an event as people use them: on the site, behind a link, in the portal, at the door."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse

from coordination.events.domain import registration, someone
from coordination.events.forms.answer import RegisterForm
from coordination.events.forms.idea import StreetIdeaForm
from coordination.events.models import Event, Organiser, Registration
from coordination.feedback.models import Suggestion
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.street import StreetForm
from coordination.messaging.domain import safe_link
from coordination.people.models import Contact, Person, Unit
from tests.factories import councils, events, outside, people

pytestmark = pytest.mark.django_db
Status = Registration.Status


def minute_ago(form: StreetForm) -> str:
    """A form opened a minute ago."""
    signer = form._signer()
    value = f"form:{signing.b62_encode(int(signing.time.time()) - 60)}"
    return f"{value}:{signer.signature(value)}"


def registering(event: Event, **facts: str) -> dict:
    return {"first_name": "Tuuli", "began": minute_ago(RegisterForm(event=event)), **facts}


def test_a_visitor_registers_with_a_phone_number_alone(client):
    event = events.event()

    answer = client.post(
        reverse("event_street:register", args=[event.pk]), registering(event, phone="040 123 4567", needs="lift")
    )

    row = event.registrations.get()
    assert answer.url == reverse("event_street:thanks", args=[event.pk])
    assert (row.status, row.needs, row.person.channel) == (Status.REGISTERED, ["lift"], Person.Channel.PHONE)


@pytest.mark.parametrize(
    ("facts", "box"),
    [
        ({}, "email"),
        ({"phone": "12"}, "phone"),
        ({"email": "tuuli@example.org", "needs_note": "131052-308T"}, "needs_note"),
        ({"email": "tuuli@example.org", "first_name": ""}, "first_name"),
    ],
)
def test_what_is_missing_is_told_beside_its_box_and_nobody_is_written_down(client, facts, box):
    event = events.event()

    page = client.post(reverse("event_street:register", args=[event.pk]), registering(event, **facts))

    assert list(page.context["form"].errors) == [box]
    assert event.registrations.count() == 0


def test_a_machine_is_thanked_and_nothing_is_kept(client):
    event = events.event()

    answer = client.post(
        reverse("event_street:register", args=[event.pk]), registering(event, email="m@example.org", trap="x")
    )

    assert answer.url == reverse("event_street:thanks", args=[event.pk])
    assert event.registrations.count() == 0


def test_a_draft_and_an_event_of_the_invited_are_not_on_the_site(client):
    rows = [events.event("Luonnos", status="draft"), events.event("Kutsutuille", is_public=False)]

    found = [client.get(reverse("event_street:event", args=[row.pk])).status_code for row in rows]

    assert found == [404, 404]
    assert list(client.get(reverse("event_street:index")).context["coming"]) == []


def test_the_invited_answers_by_the_link_and_the_link_alone_changes_nothing(client):
    event, matti = events.event(is_public=False), people.matti()
    row = registration.invite(event, [matti], people.actor(people.kaisa()))[0]
    address = reverse("event_link", args=[safe_link.token(row.link)])

    client.get(address)
    row.refresh_from_db()
    looked = row.status
    client.post(address, {"answer": "yes", "needs": ["diet"]})
    row.refresh_from_db()

    assert (looked, row.status, row.needs, row.via) == (Status.INVITED, Status.REGISTERED, ["diet"], "link")


def test_a_made_up_link_tells_kindly_that_it_does_not_work(client):
    assert client.get(reverse("event_link", args=["abc.def"])).status_code == 410


def test_a_stranger_finds_neither_the_event_of_the_invited_nor_the_door(client):
    event = events.event(is_public=False)
    people.sign_in(client, people.olli())

    found = [client.get(reverse(name, args=[event.pk])).status_code for name in ("events:event", "events:door")]

    assert found == [404, 404]


def test_an_employee_at_the_door_marks_notes_an_idea_and_ends_the_event(client):
    event = events.event(starts_at=clock.now() - timedelta(hours=1))
    Organiser.objects.create(event=event, person=people.sari())
    row = events.registration(event, people.matti())
    people.sign_in(client, people.sari())

    client.post(reverse("events:door_press", args=[event.pk, row.pk, "tuli"]))
    client.post(reverse("events:door_walk_in", args=[event.pk]), {"first_name": "Ohi"})
    client.post(reverse("events:door_idea", args=[event.pk]), {"text": "Lisää penkkejä."})
    client.post(reverse("events:door_held", args=[event.pk]))

    states = sorted(event.registrations.values_list("person__first_name", "status"))
    assert states == [("Matti", Status.ATTENDED), ("Ohi", Status.ATTENDED)]
    assert Suggestion.objects.get().text == "Lisää penkkejä."
    assert Event.objects.get(pk=event.pk).status == Event.Status.HELD


@pytest.mark.parametrize("count", [1, 3])
def test_the_door_asks_the_database_as_often_for_three_as_for_one(client, django_assert_num_queries, count):
    event = events.event(starts_at=clock.now() - timedelta(hours=1))
    Organiser.objects.create(event=event, person=people.sari())
    for number in range(count):
        events.registration(event, people.person(f"Tulija{number}"))
    people.sign_in(client, people.sari())
    client.get(reverse("events:mine"))

    with django_assert_num_queries(10):
        client.get(reverse("events:door", args=[event.pk]))


def test_the_public_calendar_tells_of_public_events_alone(client):
    events.event("Julkinen"), events.event("Salainen", is_public=False)

    body = client.get(reverse("event_feed:calendar")).content.decode()

    assert ("SUMMARY:Julkinen" in body, "Salainen" in body) == (True, False)


def test_an_idea_on_the_site_is_kept_without_a_name(client):
    event = events.event(starts_at=clock.now() - timedelta(hours=1))
    began = minute_ago(StreetIdeaForm(event=event))

    client.post(reverse("event_street:ideas", args=[event.pk]), {"text": "Lamppu.", "began": began})

    assert Suggestion.objects.get().origin == Suggestion.Origin.EVENT


def test_whoever_arranges_and_orders_invites_an_expert_from_the_portal_and_a_leader_does_not(client):
    """The button was drawn only in the back office, to employees, who have none."""
    event = events.event()
    for person in (people.sari(), councils.elina()):
        events.organiser(event, person)

    sari = people.sign_in(client, people.sari())
    shown = [sari.get(reverse(f"events:{name}", args=[event.pk])).context["order_begun"] for name in ("event", "door")]
    elina = people.sign_in(client, councils.elina()).get(reverse("event:page", args=[event.pk])).context
    kaisa = people.sign_in(client, people.kaisa()).get(reverse("event:page", args=[event.pk])).context

    assert [each["known"]["aihe"] for each in (*shown, kaisa["order_begun"])] == [events.NAME] * 3
    assert (elina["order_begun"], elina["may_order"]) == ({}, False)


def partners(*names: str) -> list[Person]:
    """A contact person each at an organisation outside, reached by post."""
    rows = [people.person(name, unit=people.unit(), channel="post") for name in names]
    for person in rows:
        Contact.objects.create(unit=outside.school(), person=person)
    return rows


def test_partners_are_invited_in_one_step_and_the_next_press_finds_those_who_came_since(client):
    """The contact persons one looks after (ND-02), each in their own channel; nobody is asked twice."""
    event, kaisa = events.event(), people.sign_in(client, people.kaisa())
    address = reverse("event:invite", args=[event.pk])
    both = partners("Aila", "Bo")

    shown = kaisa.post(address, {"partners": "1"}).context
    ticked = kaisa.post(address, {"partners": "1", "all": "1"}).context
    kaisa.post(address, {"partners": "1", "invite": "1", "who": [person.pk for person in both]})
    left = kaisa.post(address, {"partners": "1"})

    assert shown["found"] == [(person, False) for person in both]
    assert (shown["all_ticked"], ticked["all_ticked"]) == (False, True)
    assert [row.person for row in event.registrations.all()] == both
    assert (left.context["found"], left.status_code) == ([], 200)


def test_partners_are_contact_persons_of_open_organisations_outside_alone(client):
    """A nurse of the own house who once ordered by phone is a contact person, too."""
    event, kaisa = events.event(), people.sign_in(client, people.kaisa())
    own, closed = (people.person(name, unit=people.unit(), channel="post") for name in ("Oma", "Suljettu"))
    Contact.objects.create(unit=people.unit(), person=own)
    Contact.objects.create(unit=outside.school("3333333-3"), person=closed)
    Unit.objects.filter(business_id="3333333-3").update(closed_on=clock.today())
    (aila,) = partners("Aila")

    page = kaisa.post(reverse("event:invite", args=[event.pk]), {"partners": "1"})

    assert page.context["found"] == [(aila, False)]


def test_with_more_partners_than_are_shown_one_is_told_so(client, monkeypatch):
    monkeypatch.setattr(someone, "MOST_PARTNERS", 1)
    event, kaisa = events.event(), people.sign_in(client, people.kaisa())
    aila, _bo = partners("Aila", "Bo")

    page = kaisa.post(reverse("event:invite", args=[event.pk]), {"partners": "1"})

    assert (page.context["found"], page.context["most"]) == ([(aila, False)], 1)


@pytest.mark.parametrize("asked", [{"partners": "1"}, {"partners": "1", "all": "1"}, {"reach": "Aila"}])
def test_nobody_is_invited_but_by_the_press_that_invites(client, asked):
    """Enter in the box and "Look again" only look: a letter cannot be taken back."""
    event, kaisa = events.event(), people.sign_in(client, people.kaisa())
    (aila,) = partners("Aila")

    page = kaisa.post(reverse("event:invite", args=[event.pk]), {**asked, "who": [aila.pk]})

    assert page.context["found"] == [(aila, False)]
    assert event.registrations.count() == 0


def test_partners_invited_too_late_are_refused_with_the_reason(client):
    """The list was open when the event began."""
    kaisa, event = people.sign_in(client, people.kaisa()), events.event(starts_at=clock.now() - timedelta(minutes=1))
    (aila,) = partners("Aila")
    sent = {"partners": "1", "invite": "1", "who": [aila.pk]}

    page = kaisa.post(reverse("event:invite", args=[event.pk]), sent)

    with pytest.raises(Refused) as refusal:
        registration.refuse_over(event)
    assert [str(each) for each in page.context["messages"]] == [str(refusal.value)]
    assert event.registrations.count() == 0


def test_those_of_a_series_are_invited_by_the_press_that_invites_alone(client):
    kaisa, series = people.sign_in(client, people.kaisa()), events.series()
    event = events.event(series=series)
    (aila,) = partners("Aila")
    address, sent = reverse("event_series:invite", args=[series.pk]), {"reach": "Aila", "who": [aila.pk]}

    kaisa.post(address, sent)
    looked = event.registrations.count()
    kaisa.post(address, {**sent, "invite": "1"})

    assert (looked, event.registrations.count()) == (0, 1)


def test_the_box_one_searches_in_is_not_in_the_form_that_invites(client):
    """Enter presses a form's first button."""
    event, kaisa = events.event(), people.sign_in(client, people.kaisa())
    partners("Aila")

    page = kaisa.post(reverse("event:invite", args=[event.pk]), {"partners": "1"}).content.decode()

    (form,) = [each for each in page.split("<form")[1:] if 'name="invite"' in each.split("</form>")[0]]
    assert 'name="reach"' not in form.split("</form>")[0]


def test_a_year_of_supervision_is_made_remotely_and_the_link_is_asked_for(client):
    """Six times a year, without a place (AN-02)."""
    kaisa = people.sign_in(client, people.kaisa())
    day = clock.local(clock.now() + timedelta(days=7))
    facts = {"kind": "supervision", "names_fi": "Työnohjaus", "unit": people.unit().pk, "mode": "remote", "place": ""}
    when = {"day": f"{day.day}.{day.month}.{day.year}", "begins": "16", "ends": "18", "how_many": "6"}
    sent = {**facts, **when, "rhythm": "two_months"}

    refused = kaisa.post(reverse("event_series:new"), sent).context["form"].errors
    kaisa.post(reverse("event_series:new"), {**sent, "online_url": "https://etana.example/huone"})

    assert list(refused) == ["online_url"]
    made = Event.objects.filter(series__names__fi="Työnohjaus").values_list("mode", "place", "online_url")
    assert list(made) == [("remote", "", "https://etana.example/huone")] * 6
