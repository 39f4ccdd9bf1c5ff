"""Recruitments in the back office: listed, changed, opened, their papers printed, by those who recruit in them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.people.models import Person
from coordination.recruitment.forms.campaign import RecruitersForm
from coordination.recruitment.models import Campaign, Channel
from tests.factories import councils, events, people, recruitment

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    Person.objects.filter(pk=people.kaisa().pk).update(phone="040 000 0011")
    return people.sign_in(client, people.kaisa())


def address(name: str, row: Campaign, *more: object) -> str:
    return reverse(f"campaign:{name}", args=[row.pk, *more])


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_whatever_the_number(number, office, django_assert_num_queries):
    for each in range(number):
        recruitment.applicant(campaign=recruitment.campaign(f"Haku {each}"))
    office.get("/hallinta/rekrytoinnit/")

    with django_assert_num_queries(11):
        office.get("/hallinta/rekrytoinnit/")


def test_the_next_step_is_the_kick_off_while_it_is_ahead(office):
    row = recruitment.campaign(kick_off=events.event())
    recruitment.applicant(campaign=row)

    asked = [office.get(address("page", row)).context["to_kick_off"]]
    Event.objects.update(starts_at=clock.now() - timedelta(hours=3), ends_at=clock.now() - timedelta(hours=1))
    asked.append(office.get(address("page", row)).context["to_kick_off"])

    assert asked == [1, 0]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_whatever_the_number(number, office, django_assert_num_queries):
    row = recruitment.campaign()
    for each in range(number):
        recruitment.applicant(f"Hakija{each}", campaign=row, channel=recruitment.channel(row), age_band="25_39")
        recruitment.channel(row, Channel.Kind.PARTNER, f"Kumppani {each}")
    office.get(address("page", row))

    with django_assert_num_queries(20):
        office.get(address("page", row))


def test_a_draft_without_words_says_what_to_mend_and_does_not_open(office):
    row = recruitment.campaign(status=Campaign.Status.DRAFT)

    page = office.get(address("page", row))
    answer = office.post(address("move", row, "avaa"))

    assert (len(page.context["lacks"]), bool(answer.context["form"].errors)) == (2, True)
    assert Campaign.objects.get().status == Campaign.Status.DRAFT


@pytest.mark.parametrize("state", ["draft", "open", "over", "closed", "ended"])
def test_the_page_says_what_to_do_in_every_state(state, office):
    past = {"ends_on": clock.today() - timedelta(days=1)} if state == "over" else {}
    words = {"leads": {"fi": "Tule"}, "texts": {"fi": "Tule mukaan."}}
    row = recruitment.campaign(status="open" if state == "over" else state, **words, **past)

    page = office.get(address("page", row)).content.decode()

    assert ('class="next-step' in page) == (state != "ended")


def test_a_ready_draft_opens_on_post_alone(office):
    row = recruitment.campaign(status=Campaign.Status.DRAFT, leads={"fi": "Tule"}, texts={"fi": "Tule mukaan."})

    states = [Campaign.objects.get().status for ask in (office.get, office.post) if ask(address("move", row, "avaa"))]

    assert states == ["draft", "open"]


def test_what_was_typed_stays_where_a_date_is_wrong(office):
    row = recruitment.campaign()
    typed = {"seats": "7", "starts_on": "1.12.2026", "ends_on": "1.11.2026", "contact": people.kaisa().pk}

    page = office.post(address("frame", row), {**typed, "languages": ["fi"]})

    form = page.context["form"]
    assert (list(form.errors), form["ends_on"].value(), Campaign.objects.get().seats) == (["ends_on"], "1.11.2026", 15)


def test_words_are_changed_a_language_at_a_time_and_the_others_stay(office):
    row = recruitment.campaign(leads={"fi": "Tule", "sv": "Kom"}, texts={"fi": "Tule mukaan."})

    office.post(address("words", row, "sv"), {"leads": "Kom med", "plain": "Kom.\r\nRing."})

    row.refresh_from_db()
    assert (row.leads, row.plain, row.names) == (
        {"fi": "Tule", "sv": "Kom med"},
        {"sv": "Kom.\nRing."},
        {"fi": recruitment.NAME},
    )


@pytest.mark.parametrize("paper", ["ilmoitus", "esite"])
def test_each_way_has_its_papers_in_the_languages_of_the_campaign(paper, office):
    row = recruitment.campaign(languages=["fi"])
    way = recruitment.channel(row)

    found, missing = (office.get(address("paper", row, way.pk, paper, code)) for code in ("fi", "sv"))

    assert (found["Content-Type"], found.getvalue()[:5], missing.status_code) == ("application/pdf", b"%PDF-", 404)


def test_a_new_way_is_added_and_one_nobody_used_is_taken_away(office):
    row = recruitment.campaign()

    office.post(address("ways", row), {"kind": "newspaper", "note": "Sanomat"})
    made = row.channels.get()
    office.post(address("way_remove", row, made.pk))

    assert (made.kind, made.note, row.channels.exists()) == ("newspaper", "Sanomat", False)


def test_a_leader_sees_the_ones_they_recruit_in_alone(client):
    elina, row = councils.elina(), recruitment.campaign()
    people.sign_in(client, elina)

    before = client.get(address("page", row)).status_code
    recruitment.recruiter(row, elina)

    assert (before, client.get(address("page", row)).status_code) == (404, 200)


def test_a_leader_names_those_near_and_a_coordinator_anybody_at_work():
    row = recruitment.campaign()
    far = people.staff_of(people.unit("Vanhusten palvelut"))
    near = people.sari()

    offered = [
        {near, far} & set(RecruitersForm(campaign=row, by=people.actor(person)).fields["people"].queryset)
        for person in (councils.elina(), people.kaisa())
    ]

    assert offered == [{near}, {near, far}]
