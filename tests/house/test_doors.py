"""Every URL x every role: a door nobody declared fails, and so does one that lets in others than it says."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, path, reverse

from tests.factories import people
from tests.house.door_table import DOORS
from tests.house.doors import EVERYBODY, NOBODY, PEOPLE, Door, block_of, undeclared, walk

WRITES = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# A reader's visit may leave these: the session, and the access log.
MAY_BE_WRITTEN = {"django_session", "records_accessentry"}
SAMPLE = {"int": 987654, "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def doors() -> dict[str, str]:
    return walk(get_resolver(settings.ROOT_URLCONF).url_patterns)


def client_of(role: str) -> Client:
    client = Client()
    person = PEOPLE[role]()
    return people.sign_in(client, person) if person else client


def gets_in(response: HttpResponseBase, address: str) -> bool:
    """Whether the answer lets one through: see the module's words on doors."""
    if response.status_code in {401, 403, 404}:
        return False
    if not 300 <= response.status_code < 400:
        return True
    target = response["Location"].partition("?")[0]
    closed = {resolve_url(settings.LOGIN_URL), "/hallinta/login/", "/hallinta/"} - {address}
    return target not in closed


def who_gets_in(door: Door, address: str, roles: frozenset[str] = EVERYBODY) -> set[str]:
    """Each knocks on the door of an untouched house: what one's knock changes is taken back."""
    found = set()
    for role in roles:
        with transaction.atomic():
            response = getattr(client_of(role), door.method)(address)
            transaction.set_rollback(True)
        found |= {role} if gets_in(response, address) else set()
    return found


def address_of(name: str, keys: dict[str, object]) -> str:
    return name if name.startswith("/") else reverse(name, kwargs=keys)


def sample_address(name: str, route: str) -> str | None:
    """An address of a third party's door with made-up arguments; None where only its own tests know how to make one."""
    keys = {key: SAMPLE[kind or "str"] for kind, key in re.findall(r"<(?:(\w+):)?(\w+)>", route)}
    try:
        return address_of(name, keys) if not name.startswith("/") or "^" not in name else None
    except NoReverseMatch:
        return None


def test_every_door_is_declared():
    assert undeclared(doors(), DOORS) == []


def test_every_declared_door_is_there():
    assert sorted(set(DOORS) - set(doors())) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", DOORS)
def test_a_door_lets_in_whom_it_says_and_nobody_else(name):
    door = DOORS[name]
    address = address_of(name, door.keys())

    assert who_gets_in(door, address) == door.who


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, door in DOORS.items() if door.method == "get" and door.who])
def test_a_look_changes_nothing(name):
    """Mail scanners and prefetching browsers open links: a GET writes nothing but the access log."""
    address = address_of(name, DOORS[name].keys())
    client = client_of(min(DOORS[name].who))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address)

    written = {found[2] for query in queries if (found := WRITES.match(query["sql"]))}
    assert written <= MAY_BE_WRITTEN


@pytest.mark.django_db
def test_the_demo_has_no_door_outside_the_demo(client):
    assert [name for name in doors() if name.startswith("demo")] == []
    assert client.get("/demo/").status_code == 404


@pytest.mark.django_db
def test_a_block_keeps_out_who_is_outside_it():
    clients = {role: client_of(role) for role in PEOPLE}
    found = []
    for name, route in doors().items():
        block = block_of(name)
        address = sample_address(name, route) if block and name not in DOORS else None
        if address is None:
            continue
        found += [
            f"{role} gets in by {name}"
            for role in EVERYBODY - block.who
            for method in ("get", "post")
            if gets_in(getattr(clients[role], method)(address), address)
        ]

    assert found == []


@pytest.mark.django_db
def test_no_password_opens_a_door_past_the_second_factor():
    """Only the one sign-in lets people in; a password on any other form signs nobody in."""
    kaisa = people.user_for(people.kaisa())
    kaisa.set_password("correct horse")
    kaisa.save()
    signed_in = []
    for name, route in doors().items():
        address = sample_address(name, route)
        for username in (kaisa.username, kaisa.email) if address and "login" in address else ():
            client = Client()
            client.post(address, {"username": username, "login": username, "password": "correct horse"})
            signed_in += [name] if "_auth_user_id" in client.session else []

    assert signed_in == []


def planted(request) -> HttpResponse:
    from django.contrib.sessions.models import Session

    Session.objects.all().delete()
    connection.cursor().execute("DELETE FROM people_role WHERE id = 0")
    return HttpResponse("open to everybody")


urlpatterns = [path("planted/", planted, name="planted")]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_planted_door_is_caught(client):
    with CaptureQueriesContext(connection) as queries:
        found = who_gets_in(Door(NOBODY), "/planted/")

    assert undeclared(walk(urlpatterns), DOORS) == ["planted"]
    assert found == EVERYBODY
    assert "people_role" in {hit[2] for query in queries if (hit := WRITES.match(query["sql"]))}


@pytest.mark.parametrize(
    ("status", "location", "expected"),
    [
        (200, "", True),
        (302, "/fi/oma/", True),
        (302, "/tili/login/?next=/fi/oma/", False),
        (302, "/hallinta/", False),
        (403, "", False),
        (404, "", False),
    ],
)
def test_what_counts_as_getting_in(status, location, expected):
    response = HttpResponse(status=status, headers={"Location": location} if location else {})

    assert gets_in(response, "/fi/x/") is expected
