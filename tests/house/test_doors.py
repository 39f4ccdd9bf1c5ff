"""Every URL x every role: a door nobody declared fails, and so does one that lets in others than it says."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, path, reverse

from tests.conftest import LONG
from tests.factories import people
from tests.house.doors import EVERYBODY, NOBODY, PEOPLE, Door, block_of, undeclared, walk
from tests.house.every_door import DOORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# The short form leaves out those who are like another of the cast; `make check` knocks as everybody.
LIKE_ANOTHER = frozenset({"other_expert", "other_staff", "editor", "finance", "admin", "superuser"})
# Each has less than the other: where the other is kept out, the short form does not try the lesser one.
LESSER = {"outsider": "member", "neighbour": "coordinator", "other_leader": "leader"}
KEYS: dict[str, SimpleCookie] = {}
# What an attacker would send: the buttons' names, and columns nobody may assign.
GUESSES = {"answer": "no", "act": "outcome", "status": "approved", "unit": "1", "is_superuser": "on", "kind": "admin"}
WRITES = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# A reader's visit may leave these: the session, and the access log.
MAY_BE_WRITTEN = {"django_session", "records_accessentry"}
SAMPLE = {"int": 987654, "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def doors() -> dict[str, str]:
    return walk(get_resolver(settings.ROOT_URLCONF).url_patterns)


@pytest.fixture(scope="module", autouse=True)
def keys_of_the_cast(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Everybody signs in once for the whole module; each test's own changes are taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        for role, make in PEOPLE.items():
            person = make()
            KEYS[role] = people.sign_in(Client(), person).cookies if person else SimpleCookie()
        yield
        transaction.set_rollback(True)


def client_of(role: str) -> Client:
    client = Client()
    client.cookies = SimpleCookie(KEYS[role].output(header="", sep=";"))
    return client


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
    """Each knocks at the door of an untouched house: what one's knock changes is taken back."""
    return {role for role in roles if knocked(role, address, door.method)[0]}


def knocked(role: str, address: str, method: str, data: dict | None = None) -> tuple[bool, set[str]]:
    """Whether the role gets in, and the tables its knock wrote to, the session and the access log aside."""
    written: set[str] = set()

    def note(execute: Callable, sql: str, *rest: object) -> object:
        if hit := WRITES.match(sql):
            written.add(hit[2])
        return execute(sql, *rest)

    with transaction.atomic(), connection.execute_wrapper(note):
        response = knock(role, address, method, data)
        transaction.set_rollback(True)
    return gets_in(response, address), written - MAY_BE_WRITTEN


def knock(role: str, address: str, method: str, data: dict | None = None) -> HttpResponseBase:
    response = getattr(client_of(role), method)(address, data)
    if response.streaming:
        b"".join(response.streaming_content)
    return response


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
def test_a_door_lets_in_whom_it_says_and_a_knock_without_the_right_changes_nothing(name):
    """A POST by one who may not act writes nothing; neither does a GET, by anybody: mail scanners open links."""
    door = DOORS[name]
    address = address_of(name, door.keys())
    roles = knocking(door)

    tries = {role: knocked(role, address, "post", GUESSES) for role in trying(name, door, roles)}
    told = tries if door.method == "post" and not LONG else {}
    knocks = told | {role: knocked(role, address, door.method) for role in roles - told.keys()}
    looks = knocks if door.method == "get" else {role: knocked(role, address, "get") for role in sorted(door.who)[:1]}

    assert {role for role, (is_in, __) in knocks.items() if is_in} == door.who & roles
    assert {role: written for role, (__, written) in looks.items() if written} == {}
    assert {role: written for role, (__, written) in tries.items() if written} == {}


def knocking(door: Door) -> frozenset[str]:
    """Who knocks: in the short form all sorts who are to be kept out, and two of those who are to get in."""
    if LONG:
        return EVERYBODY
    lesser = {role for role, other in LESSER.items() if other not in door.who}
    kept_out = EVERYBODY - LIKE_ANOTHER - lesser - door.who
    let_in = sorted(door.who, key=lambda role: (role in LIKE_ANOTHER, role not in door.actors, role))
    readers = [role for role in let_in if role not in door.actors]
    return kept_out | frozenset(let_in[:2]) | frozenset(readers[:1])


def trying(name: str, door: Door, roles: frozenset[str]) -> frozenset[str]:
    """Who may not act and sends something all the same: in the short form, at a page, its readers and two others by turns."""
    silent = roles - door.actors
    if LONG or door.method == "post":
        return silent
    others = sorted(silent - door.who)
    turn = crc32(name.encode()) % max(len(others), 1)
    return silent & door.who | frozenset((others + others)[turn : turn + 2])


def test_every_page_of_the_back_office_asks_for_a_right():
    """Being in the back office is not enough: our views say what they ask, Wagtail's own ask by their class."""
    ours = {name for name, route in doors().items() if name in DOORS and ":" in name and route.startswith("hallinta/")}
    views = {name: view for name, view in callbacks(get_resolver(settings.ROOT_URLCONF).url_patterns) if name in ours}
    open_to_all = [name for name, view in views.items() if not asks(view)]

    assert sorted(views) == sorted(ours)
    assert open_to_all == []


def callbacks(patterns: Iterable, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, Callable]]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from callbacks(pattern.url_patterns, (*spaces, *filter(None, [pattern.namespace])))
        elif pattern.name:
            yield ":".join([*spaces, pattern.name]), pattern.callback


def asks(view: Callable) -> object:
    made_by = getattr(view, "view_class", None)
    keywords = getattr(view, "view_initkwargs", {})
    by_class = getattr(made_by, "permission_required", None) or getattr(made_by, "any_permission_required", None)
    return getattr(view, "asks", None) or (keywords.get("model") and by_class)


@pytest.mark.django_db
def test_the_demo_has_no_door_outside_the_demo(client):
    assert [name for name in doors() if name.startswith("demo")] == []
    assert client.get("/demo/").status_code == 404


@pytest.mark.django_db
def test_a_block_keeps_out_who_is_outside_it():
    clients = {role: client_of(role) for role in ("stranger", "expert", "staff")}
    found = []
    for name, route in doors().items():
        block = block_of(name)
        address = sample_address(name, route) if block and name not in DOORS else None
        if address is None:
            continue
        found += [
            f"{role} gets in by {name}"
            for role in clients.keys() - block.who
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
    found = who_gets_in(Door(NOBODY), "/planted/")

    assert undeclared(walk(urlpatterns), DOORS) == ["planted"]
    assert found == EVERYBODY
    assert knocked("stranger", "/planted/", "get") == (True, {"people_role"})


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
