"""Who did it: every verb of every domain takes an `Actor` as `by=`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coordination.people.models import Person, User

SCREEN, LINK, PHONE, POST, WORKER, IMPORT = "screen", "link", "phone", "post", "worker", "import"
CALENDAR = "calendar"


@dataclass(frozen=True)
class Actor:
    """A signed-in user, a person who came by a safe link, or the worker.

    `on_behalf_of` is the person whose matter it is when somebody else (a coordinator on the phone) acts.
    `via` is the way the act came in: screen, link, phone, post, worker, import, calendar (a reply from a calendar program).
    """

    user: User | None = None
    person: Person | None = None
    on_behalf_of: Person | None = None
    via: str = SCREEN

    @classmethod
    def of(cls, user: User) -> Actor:
        """The signed-in user at a screen."""
        return cls(user=user, person=user.as_person())

    @classmethod
    def by_link(cls, person: Person) -> Actor:
        return cls(person=person, via=LINK)

    @classmethod
    def worker(cls) -> Actor:
        return cls(via=WORKER)

    def acting_for(self, person: Person, via: str = PHONE) -> Actor:
        return replace(self, on_behalf_of=person, via=via)

    @property
    def subject(self) -> Person | None:
        """The person whose will this is."""
        return self.on_behalf_of or self.person

    @property
    def is_house(self) -> bool:
        """The worker, or a command at the server. A visitor without an account is nobody too, and is not the house."""
        return self.user is None and self.person is None and self.via in {WORKER, IMPORT}

    def facts(self) -> dict:
        """What the log keeps beside the user: keys, never names."""
        return {
            "via": self.via,
            "person": self.person.pk if self.person else None,
            "on_behalf_of": self.on_behalf_of.pk if self.on_behalf_of else None,
        }
