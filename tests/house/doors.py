"""The doors of the house: every URL, and who gets in by it. A URL without a row here fails `test_doors.py`.

A row names roles of the cast in `PEOPLE`. Someone "gets in" when the answer is a page, a file or a step onward; one is
kept out by the sign-in page, a refusal, "not found" or, in the back office, the way back to its home.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.factories import councils, experts, people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.urls import URLPattern, URLResolver

    from coordination.people.models import Person

PEOPLE: dict[str, Callable[[], Person | None]] = {
    "stranger": lambda: None,
    "outsider": people.olli,
    "member": lambda: councils.matti().person,
    "expert": lambda: experts.aino().person,
    "other_expert": lambda: experts.in_folder("Toini", "Toinen").person,
    "staff": people.sari,
    "other_staff": lambda: people.staff_of(people.unit("Vanhusten palvelut")),
    "coordinator": people.kaisa,
    "neighbour": people.stranger_coordinator,
    "leader": councils.elina,
    "other_leader": councils.other_leader,
    "editor": people.editor,
    "finance": people.finance,
    "admin": people.admin,
    "superuser": people.superuser,
}
EVERYBODY = frozenset(PEOPLE)
NOBODY: frozenset[str] = frozenset()
SIGNED_IN = EVERYBODY - {"stranger"}
BACK_OFFICE = frozenset(
    {"coordinator", "neighbour", "leader", "other_leader", "editor", "finance", "admin", "superuser"}
)


@dataclass(frozen=True)
class Door:
    """`who` gets in; `keys` makes the address's arguments in the test's own database; `method` is how it is knocked at.

    `acts` are those of them who may also send something (POST); everybody, unless told.
    """

    who: frozenset[str]
    keys: Callable[[], dict[str, object]] = dict
    method: str = "get"
    acts: frozenset[str] | None = None

    @property
    def actors(self) -> frozenset[str]:
        return self.who if self.acts is None else self.acts


@dataclass(frozen=True)
class Block:
    """Doors of somebody else's making, named by a pattern: nobody outside `who` gets in by any of them."""

    names: str
    who: frozenset[str]
    why: str


BLOCKS = [
    Block(
        r"account_(login|request_login_code|confirm_login_code|inactive|reauthenticate|logout|signup)",
        EVERYBODY,
        "the way in",
    ),
    Block(r"account_(email_verification_sent|reset_password.*)", EVERYBODY, "the way in"),
    Block(r"mfa_(authenticate|login_webauthn)", EVERYBODY, "the way in"),
    Block(
        r"socialaccount_(login_cancelled|login_error|signup)|openid_connect_\w+", EVERYBODY, "the employer's sign-in"
    ),
    Block(r"/tili/social/.*", EVERYBODY, "old addresses of the employer's sign-in"),
    Block(r"account_\w+|mfa_\w+|socialaccount_connections", SIGNED_IN, "one's own account"),
    Block(
        r"wagtailadmin_(login|sprite|javascript_catalog)",
        EVERYBODY,
        "leads to the sign-in; icons and words of the admin",
    ),
    Block(r"/hallinta/login/", EVERYBODY, "leads to the sign-in"),
    Block(r"wagtailadmin_password_reset\w*", EVERYBODY, "Wagtail's passwords are off; see the test of passwords"),
    Block(
        r"wagtailcore_(login|authenticate_with_password)|wagtaildocs_authenticate_with_password",
        EVERYBODY,
        "private pages",
    ),
    Block(r"wagtail_serve|wagtaildocs_serve", EVERYBODY, "the public site"),
    Block(r"wagtail(users|sites|redirects|snippets|settings|embeds)\w*:.*", BACK_OFFICE, "Wagtail's own rights"),
    Block(r"wagtail(admin|images|docs)\w*(:.*)?|wagtail_bulk_action", BACK_OFFICE, "Wagtail's own rights"),
    Block(r"/tili/\^\(.*", NOBODY, "allauth's pages for addresses and passwords, closed"),
    Block(r"simple_translation:.*", BACK_OFFICE, "Wagtail's own rights"),
    Block(r"/hallinta/(test404/|\^.*)", BACK_OFFICE, "not found"),
]


def walk(patterns: Iterable[URLPattern | URLResolver], route: str = "", spaces: tuple[str, ...] = ()) -> dict[str, str]:
    """Every door's name and route; a door without a name goes by its route."""
    found: dict[str, str] = {}
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            found |= walk(pattern.url_patterns, here, (*spaces, *filter(None, [pattern.namespace])))
        else:
            found[":".join([*spaces, pattern.name]) if pattern.name else f"/{here}"] = here
    return found


def block_of(name: str) -> Block | None:
    return next((block for block in BLOCKS if re.fullmatch(block.names, name)), None)


def undeclared(names: Iterable[str], doors: dict[str, Door]) -> list[str]:
    return sorted(name for name in names if name not in doors and block_of(name) is None)
