"""The leaders' pages of a council: found exactly or not at all, admitted, logged."""

import re

import pytest
from django.urls import reverse

from coordination.people.models import Person
from coordination.records.models import AccessEntry
from councils.domain import membership
from councils.forms.council import FoundForm
from councils.models import Council, Membership
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    councils.staffed()
    client.force_login(people.user_for(councils.elina()))
    return client


def address(page: str = "") -> str:
    return f"/hallinta/raadit/{councils.council().pk}/{page}"


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_councils_asks_the_same_whatever_their_number(number, office, django_assert_num_queries):
    for each in range(number):
        councils.council(f"Raati {each}")
    office.force_login(people.user_for(people.kaisa()))
    office.get("/hallinta/raadit/")

    with django_assert_num_queries(11):
        office.get("/hallinta/raadit/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_members_asks_the_same_whatever_their_number(number, office, django_assert_num_queries):
    councils.members(number)
    office.get(address("jasenet/"))

    with django_assert_num_queries(20):
        office.get(address("jasenet/"))


def test_reading_the_members_is_logged_and_the_overview_names_none(office):
    overview, members = office.get(address()).content.decode(), office.get(address("jasenet/")).content.decode()

    names = [("Irja" in page, "Kuvitelma" in page) for page in (overview, members)]
    entry = AccessEntry.objects.get()
    seated = sorted(f"people.person:{row.person_id}" for row in Membership.objects.all())
    assert (names, sorted(entry.subjects)) == ([(False, False), (True, True)], seated)


def test_a_person_is_found_exactly_and_admitted(office):
    found = people.person("Löytyvä", "Näyte", email="loytyva@example.org", unit=people.unit())

    answer = office.post(address("jasenet/etsi/"), {"reach": "loytyva@example.org"})
    [(person, url)] = answer.context["found"]
    office.post(
        url, {"kind": "member", "admitted_before": "Haastateltu 3.2.2026, Kaisa", "admitted_before_on": "3.2.2026"}
    )

    search = AccessEntry.objects.get(action="search")
    assert (person, Membership.objects.get(person=found).seat) == (found, 3)
    assert search.subjects == [f"people.person:{found.pk}"]


def test_nobody_is_admitted_by_guessing(office):
    stranger = people.person("Arvattu")

    assert office.get(address(f"jasenet/loytyi/{stranger.pk}/")).status_code == 404


def test_a_new_member_without_e_mail_is_written_down(office):
    office.post(
        address("jasenet/uusi/"),
        {
            "first_name": "Aune",
            "last_name": "Paperi",
            "channel": "post",
            "street": "Esimerkkikuja 1",
            "postcode": "00000",
            "town": "Havukumpu",
            "language": "sv",
            "format": "large",
            "kind": "member",
            "admitted_before": "Haastateltu 3.2.2026, Kaisa",
            "admitted_before_on": "3.2.2026",
        },
    )

    row = Membership.objects.get(person__first_name="Aune")
    assert (row.seat, row.person.format, row.person.user) == (3, "large", None)


def test_a_full_council_says_so_on_the_form_and_keeps_nobody(office):
    Council.objects.update(seats=2)
    before = Person.objects.count()

    answer = office.post(
        address("jasenet/uusi/"),
        {
            "first_name": "Aune",
            "last_name": "Paperi",
            "channel": "phone",
            "phone": "040 000 0099",
            "language": "fi",
            "format": "normal",
            "kind": "member",
            "admitted_before": "3.2.2026",
            "admitted_before_on": "3.2.2026",
        },
    )

    assert (list(answer.context["form"].errors), Person.objects.count()) == (["__all__"], before)


def test_the_ground_rules_are_changed_and_the_overview_tells_who_has_not_agreed(office):
    office.post(address("muuta/saannot/"), {"ground_rules_fi": "Mikä kerrotaan, jää tänne."})

    lacks = [lack.code for lack, _url, _words in office.get(address()).context["lacks"]]
    assert (Council.objects.get(names__fi=councils.NAME).rules_version, lacks[-1]) == (1, "agreed")


def test_the_commitment_writes_the_sponsor_down_once(office):
    facts = {
        "first_name": "Jorma",
        "last_name": "Johtaja",
        "title": "Palvelujohtaja",
        "email": "jorma@example.org",
        "committed_on": "1.2.2026",
    }

    office.post(address("lupaus/"), facts)
    office.post(address("lupaus/"), {**facts, "title": "Johtaja"})

    assert (Person.objects.filter(last_name="Johtaja").count(), councils.council().sponsor_title) == (1, "Johtaja")


def test_an_earlier_member_goes_on_in_the_new_term_without_a_search(office):
    board = councils.staffed()
    matti = board.memberships.open().order_by("pk").first()
    membership.leave(matti, people.actor(councils.elina()), because="term")

    page = office.get(reverse("council:members", args=[board.pk])).content.decode()
    again = re.search(rf'href="([^"]+)">[^<]+<span class="visually-hidden">: {matti.person.full_name}', page)
    office.post(
        again.group(1), {"kind": "member", "admitted_before": councils.ADMITTED, "admitted_before_on": "3.2.2026"}
    )

    assert board.memberships.open().filter(person=matti.person).count() == 1


@pytest.mark.parametrize(
    ("kind", "seats", "given"), [("developer_group", "", 10), ("panel", "", 15), ("panel", "8", 8)]
)
def test_a_number_of_seats_nobody_gave_is_the_usual_one(kind, seats, given):
    user, unit = people.user_for(people.kaisa()), people.unit()
    facts = {"unit": unit.pk, "kind": kind, "names_fi": "Uusi raati", "languages": ["fi"], "seats": seats}

    form = FoundForm(facts, user=user)

    assert (form.is_valid(), form.cleaned_data.get("seats")) == (True, given)
