"""The minutes as they stood at each telling, and what changed between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from coordination.foundation import clock
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from councils.models import Minutes, MinutesRevision

FIELDS = ("title", "notes", "plain_notes", "public_notes", "outcome_text")
_PIECES = re.compile(r"\s+|[^\s]+")
SAME, ADDED, GONE = "same", "added", "gone"


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """What changed in one text of one item between two revisions."""

    title: str
    field: str
    pieces: list[Piece]


def keep(minutes: Minutes, by: Actor) -> MinutesRevision:
    """Keep the words as they stand now; inside the caller's transaction, with the minutes locked."""
    last = minutes.revisions.order_by("-number").first()
    return MinutesRevision.objects.create(
        minutes=minutes,
        number=last.number + 1 if last else 1,
        kept_at=clock.now(),
        kept_by=by.user,
        status=minutes.status,
        content=[_content(item) for item in minutes.meeting.items.all()],
    )


def changes(older: MinutesRevision | None, newer: MinutesRevision, language: str) -> list[Change]:
    """What is otherwise in the newer one, item by item; everything where there is no older."""
    before = {row["item"]: row for row in older.content} if older else {}
    after = {row["item"]: row for row in newer.content}
    found = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key, {}), after.get(key, {})
        title = Texts.of((now or was)["title"]).in_language(language)
        for field in (*FIELDS, "outcome"):
            old, new = _text(was, field, language), _text(now, field, language)
            if old != new:
                found.append(Change(title, field, compared(old, new)))
    return found


def compared(old: str, new: str) -> list[Piece]:
    """The two texts by words: what stayed, what went, what came."""
    a, b = _PIECES.findall(old), _PIECES.findall(new)
    found = []
    for what, a1, a2, b1, b2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece(SAME, "".join(a[a1:a2])))
            continue
        found += [Piece(kind, text) for kind, text in ((GONE, "".join(a[a1:a2])), (ADDED, "".join(b[b1:b2]))) if text]
    return found


def _content(item: object) -> dict:
    texts = {field: dict(getattr(item, field)) for field in FIELDS}
    return {"item": item.pk, "outcome": item.outcome, "whom": item.outcome_whom, **texts}


def _text(row: dict, field: str, language: str) -> str:
    value = row.get(field, "")
    return value if isinstance(value, str) else Texts.of(value).in_language(language)
