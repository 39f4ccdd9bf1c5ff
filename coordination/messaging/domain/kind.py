"""What a kind of message is: its name, what it is about, the places its text may have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Theme(TextChoices):
    """How the back office groups the texts."""

    OFFER = "offer", _("Offers to experts")
    ORDER = "order", _("Orders")
    BOOKING = "booking", _("Bookings: confirmed, changed, cancelled, reminded")
    DEBRIEF = "debrief", pgettext_lazy("message theme", "Debriefs")
    CV = "cv", _("CVs and consents")
    TALK = "talk", _("Conversations and concerns")
    COUNCIL = "council", _("Client councils")
    RECRUITMENT = "recruitment", _("Recruitment and events")
    PERSON = "person", _("People and signing in")


class Notice(TextChoices):
    """The groups of notices one may switch off or have in a digest. What is in no group is a service message."""

    WORK = "work", _("Answers and new work, for those who coordinate")
    REMINDER = "reminder", _("Reminders to tell how a meeting went")
    CV = "cv", _("Reminders to keep the CV up to date")
    TALK = "talk", _("New messages in conversations")
    COUNCIL = "council", _("News of one's own client council")
    NEWS = "news", _("News of the activity")


@dataclass(frozen=True)
class Piece:
    """A place in a text, `{{ meeting_time }}`: what it is in plain words, and where its words come from.

    `source` is a snippet of the product's own template language over the message's context. It is ours and trusted;
    what a coordinator writes never is.
    """

    name: str
    label: Promise | str
    source: str


@dataclass(frozen=True)
class Kind:
    """One kind of message. `notice` is its group, empty for a service message, which nobody can switch off.

    `settles`: tells of a change, and waits a little while for more of them. `private`: may hold what one person wrote to
    another, for the reader and for whoever posts or tells it, and for nobody else. `sample` adds to the shared sample context,
    a mapping or a function that makes one.
    """

    name: str
    label: Promise | str
    about: Promise | str
    theme: Theme
    pieces: str = ""
    required: str = ""
    notice: str = ""
    settles: bool = False
    private: bool = False
    sample: dict[str, Any] | Callable[[], dict[str, Any]] = field(default_factory=dict)

    @property
    def is_service(self) -> bool:
        return not self.notice

    @property
    def places(self) -> list[str]:
        """The names of the places its text may have, in the order they are shown."""
        return ["first_name", "full_name", *(name for name in self.pieces.split() if name not in COMMON)]

    @property
    def must_have(self) -> list[str]:
        return self.required.split()

    @property
    def path(self) -> str:
        """Its template under `templates/messages/`, without ending."""
        return self.name.replace(".", "/")


COMMON = ("first_name", "full_name")
