from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from councils.models import AgendaItem, Council, Material, Meeting
from tests.journeys import pages


def coming() -> Meeting:
    """The adult council's next meeting: two main topics, a paper, tasks."""
    paper = Material.objects.filter(item__meeting__isnull=False).order_by("pk").last()
    return paper.item.meeting


def leader(language: str) -> Iterator[pages.Address]:
    made = coming()
    waiting = AgendaItem.objects.filter(council=made.council, meeting=None).first()
    yield pages.at("meeting:index")
    yield pages.at("meeting:new")
    yield pages.at("meeting:page", made.pk)
    yield pages.at("meeting:change", made.pk)
    yield pages.at("meeting:copy", made.pk)
    yield pages.at("meeting:item_new", made.pk)
    yield pages.at("meeting:take", made.pk)
    item = made.items.filter(materials__isnull=False).first()
    yield pages.at("meeting:item", item.pk)
    yield pages.at("meeting:item_move", item.pk)
    yield pages.at("meeting:item_remove", item.pk)
    yield pages.at("meeting:material_new", item.pk)
    yield pages.at("meeting:material", item.materials.first().pk)
    yield pages.at("meeting:task_new", made.pk)
    yield pages.at("meeting:task", made.tasks.first().pk)
    yield pages.at("council_meeting:index", made.council_id)
    yield pages.at("council_meeting:new", made.council_id)
    yield pages.at("council_meeting:series", made.council_id)
    yield pages.at("council_meeting:wait", made.council_id)
    yield pages.at("meeting:item_move", waiting.pk)


def coordinator(language: str) -> Iterator[pages.Address]:
    """A meeting that lacks much, and one in two languages."""
    unfinished = Meeting.objects.filter(council__mode=Council.Mode.REMOTE, status="planned").first()
    bilingual = next(row for row in Meeting.objects.filter(status="planned") if len(row.council.languages) > 1)
    yield pages.at("meeting:page", unfinished.pk)
    yield pages.at("meeting:item_new", bilingual.pk)


WALKS: dict[str, pages.Walk] = {
    "agenda, leader": (lambda: pages.somebody(cast.ELINA), leader),
    "agenda, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
}
NO_PAGES: dict[str, str] = {
    "meeting:take_along": "a PDF",
    "councils:material": "a file",
}
