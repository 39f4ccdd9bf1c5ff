"""What everybody may see of a council: that it meets, what was published of it, what came of it. Never who its members are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councils.models import AgendaItem, Council, Meeting, Minutes, Statement, Topic, follow_up_filter

if TYPE_CHECKING:
    from django.http import QueryDict

    from cms.models import CouncilPage

MINUTES_SHOWN = 12
TOPICS_SHOWN = 2
FIRST_SHOWN = 8


def cards(pages: list[CouncilPage]) -> list[dict]:
    """Each council with its page, what it is for and when it meets next; one query for the meetings of all."""
    councils = [page.council_id for page in pages]
    coming = Meeting.objects.public().upcoming().filter(council__in=councils, status=Meeting.Status.OPEN)
    following: dict[int, Meeting] = {}
    for meeting in coming.order_by("starts_at"):
        following.setdefault(meeting.council_id, meeting)
    rows = [{"page": page, "council": page.council, "meeting": following.get(page.council_id)} for page in pages]
    return sorted(rows, key=lambda row: (row["council"].status == Council.Status.ENDED, str(row["council"].names)))


def facts(council: Council, asked: QueryDict) -> dict:
    """The context of a council's page; `?nayta=` narrows what came of it, `?kaikki=1` shows all of it."""
    minutes = Minutes.objects.public().filter(meeting__council=council).select_related("meeting")
    return {
        "council": council,
        "has_ended": council.status == Council.Status.ENDED,
        "meeting": _next_meeting(council),
        "minutes": [_row(record) for record in minutes.prefetch_related("meeting__items")[:MINUTES_SHOWN]],
        **_came_of_it(council, asked),
        "leader": council.staff.open().filter(is_responsible=True).select_related("person").first(),
    }


def _came_of_it(council: Council, asked: QueryDict) -> dict:
    """The chips, and the newest of what they let through."""
    rows = list(Statement.objects.public().filter(council=council).with_ways())
    found = follow_up_filter.narrow(rows, _topics(council), asked.get("nayta", ""))
    many = len(found.proposed) + len(found.statements)
    shown = many if "kaikki" in asked else FIRST_SHOWN
    proposed = found.proposed[:shown]
    return {
        "topics": proposed,
        "statements": found.statements[: shown - len(proposed)],
        "filters": found.filters if len(found.filters) > 2 else [],
        "chosen": found.chosen,
        "hidden": max(0, many - shown),
        "many": many,
    }


def _row(record: Minutes) -> dict:
    """One published minutes: what it was about, of what the public text tells, and whether there is a plain version."""
    items = list(record.meeting.items.all())
    told = [item for item in items if item.role == AgendaItem.Role.ORDINARY and item.public_notes]
    main = [item for item in told if item.is_main] or told[:TOPICS_SHOWN]
    has_plain = bool(record.plain_read_on) and any(item.plain_notes for item in items)
    return {"record": record, "topics": ", ".join(str(item.title) for item in main), "has_plain": has_plain}


def _next_meeting(council: Council) -> dict | None:
    meeting = (
        Meeting.objects.public()
        .upcoming()
        .filter(council=council, status=Meeting.Status.OPEN)
        .order_by("starts_at")
        .first()
    )
    if meeting is None:
        return None
    # An item is told of where its topic is public: a title alone may tell of somebody.
    shown = AgendaItem.objects.filter(meeting=meeting, topic__is_public=True)
    return {"row": meeting, "items": list(shown)}


def _topics(council: Council) -> list[Topic]:
    waiting = [Topic.Status.PROPOSED, Topic.Status.TAKEN]
    return list(Topic.objects.public().filter(council=council, status__in=waiting).with_support())
