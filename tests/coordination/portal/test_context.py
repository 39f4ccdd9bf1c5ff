import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from cms.models import OrganisationSettings
from coordination.portal import context
from tests.factories import councils, experts, people

pytestmark = pytest.mark.django_db


def request_of(user, path="/fi/oma/"):
    request = RequestFactory().get(path)
    request.user = user
    return request


def names(user, path="/fi/oma/") -> list[str]:
    with translation.override("en"):
        return [tab["icon"] for tab in context.portal_tabs(request_of(user, path))]


def test_staff_have_the_folder_orders_and_calendar():
    sari = people.sari()

    assert names(people.user_for(sari)) == ["home", "doc", "inbox", "calendar"]


def test_an_expert_has_bookings_a_cv_and_money():
    aino = experts.aino()

    assert names(people.user_for(aino.person)) == ["home", "voice", "person", "euro", "calendar"]


def test_the_coordinator_has_a_door_to_the_back_office():
    kaisa = people.kaisa()

    assert names(people.user_for(kaisa)) == ["home", "settings", "doc", "calendar"]


def test_a_member_has_the_council_its_meetings_and_ideas():
    seat = councils.matti()

    assert names(people.user_for(seat.person)) == ["home", "people", "chat", "voice", "calendar"]


def test_an_expert_in_a_council_has_one_door_to_it():
    aino = experts.aino()
    councils.seat(aino.person)

    assert names(people.user_for(aino.person)) == ["home", "people", "voice", "person", "euro"]


def test_of_two_doors_the_nearer_is_current():
    councils.matti()

    with translation.override("fi"):
        tabs = context.portal_tabs(request_of(people.user_for(people.matti()), "/fi/oma/raati/kokous/"))

    assert [tab["icon"] for tab in tabs if tab["current"]] == ["chat"]


def test_a_stranger_has_no_tabs():
    assert names(AnonymousUser()) == []


def test_the_tab_of_this_page_is_current():
    sari = people.sari()

    with translation.override("fi"):
        tabs = context.portal_tabs(request_of(people.user_for(sari), "/fi/oma/"))

    assert [tab["current"] for tab in tabs] == ["page", False, False, False]


def test_the_languages_stay_on_the_page():
    with translation.override("fi"):
        found = context.languages(request_of(AnonymousUser(), "/fi/oma/?page=2"))

    assert [(each["name"], each["url"], each["current"]) for each in found] == [
        ("Suomi", "/fi/oma/?page=2", True),
        ("Svenska", "/sv/oma/?page=2", False),
        ("English", "/en/oma/?page=2", False),
    ]


def test_a_page_outside_the_trees_takes_the_language_in_its_address():
    with translation.override("fi"):
        found = context.languages(request_of(AnonymousUser(), "/tili/login/?next=/fi/oma/"))

    assert [each["url"] for each in found] == [
        "/tili/login/?next=/fi/oma/",
        "/tili/login/?next=%2Ffi%2Foma%2F&kieli=sv",
        "/tili/login/?next=%2Ffi%2Foma%2F&kieli=en",
    ]


def test_the_person_to_ask_is_the_coordinator_of_ones_unit():
    sari = people.sari()
    kaisa = people.kaisa()
    kaisa.phone = "0400000011"
    kaisa.save()
    people.agreement_for(sari.unit, kaisa)

    frame = context.page_frame(request_of(people.user_for(sari)))

    assert frame["helper"] == {"name": "Kaisa", "phone": "0400000011"}


def test_one_without_a_unit_of_ones_own_asks_the_office():
    OrganisationSettings.objects.create(office={"fi": "Osallisuuden toimisto"}, phone="0400000010")

    with translation.override("fi"):
        helper = dict(context.page_frame(request_of(AnonymousUser()))["helper"])

    assert helper == {"name": "Osallisuuden toimisto", "phone": "0400000010"}


def test_the_frame_reads_nothing_until_a_template_shows_it(django_assert_num_queries):
    sari = people.user_for(people.sari())

    with django_assert_num_queries(0):
        context.page_frame(request_of(sari))


def test_sign_in_speaks_the_language_chosen(client):
    answer = client.get("/tili/login/?kieli=sv")

    assert answer.wsgi_request.LANGUAGE_CODE == "sv"
    assert answer.cookies["django_language"].value == "sv"
    assert 'lang="sv"' in answer.text.split("<head>")[0]


def test_a_page_in_a_tree_keeps_the_language_of_its_address(client):
    answer = client.get("/fi/oma/?kieli=sv")

    assert "django_language" not in answer.cookies
