"""Papers of an agenda item: checked, kept apart, handed out to whom they are for (L-14)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access, audit, stored_file, workflow
from coordination.records.models import AccessEntry
from councils.models import AgendaItem, Material, Meeting
from councils.permissions.council import require_leader

from . import material_file, written

KIND = "council-material"
WRITABLE = ("title", "publicity", "is_printed")
MOST = 20


@transaction.atomic
def add(
    item: AgendaItem,
    by: Actor,
    *,
    name: str,
    content: bytes,
    title: str = "",
    publicity: str = Material.Publicity.MEMBERS,
    is_printed: bool = True,
) -> Material:
    """Keep a paper with the item. `name` is the file's, `content` says what it truly is. Raises `Refused`."""
    require_leader(by, item.council)
    _refuse_over(item)
    if item.materials.count() >= MOST:
        raise Refused(_("An item has at most 20 papers. Put some of them together."), field="file", code="many")
    facts = _sound({"title": title or name.rsplit(".", 1)[0], "publicity": publicity, "is_printed": is_printed})
    clean, suffix = material_file.checked(content)
    file = stored_file.store(f"{facts['title']}.{suffix}", clean, KIND)
    made = Material.objects.create(item=item, file=file, **facts)
    audit.log(item, "kuuluviin.changed", by, {"material": made.pk, "publicity": publicity})
    return made


@transaction.atomic
def change(row: Material, by: Actor, **facts: object) -> Material:
    """Another name, other readers, printed or not. Raises `Refused`."""
    require_leader(by, row.item.council)
    current = workflow.locked(row)
    changed = written.write(current, _sound(facts))
    if changed:
        audit.log(row.item, "kuuluviin.changed", by, {"material": row.pk, "fields": changed})
    row.refresh_from_db()
    return row


@transaction.atomic
def remove(row: Material, by: Actor) -> None:
    """Take a paper away; the file goes with its last use. Raises `Refused` once the meeting is over."""
    require_leader(by, row.item.council)
    _refuse_over(row.item)
    file, key = row.file, row.pk
    row.delete()
    if not Material.objects.filter(file=file).exists():
        stored_file.remove(file)
    audit.log(row.item, "kuuluviin.changed", by, {"material_removed": key})


def share(item: AgendaItem, to: AgendaItem) -> None:
    """The papers of an item that moves on, also for the row that goes further; the same files."""
    Material.objects.bulk_create(
        Material(item=to, file_id=row.file_id, title=row.title, publicity=row.publicity, is_printed=row.is_printed)
        for row in item.materials.all()
    )


def read(row: Material, reader: User) -> bytes:
    """The file's bytes; reading a confidential one is logged."""
    if row.publicity == Material.Publicity.CONFIDENTIAL:
        access.record(reader, AccessEntry.Action.VIEW, f"councils.material:{row.pk}")
    with row.file.file.open("rb") as file:
        return file.read()


def _sound(facts: dict) -> dict:
    given = written.sound(Material, facts, WRITABLE)
    if "title" in given:
        # The title names a file and an attachment: a line of its own would end a header.
        given["title"] = " ".join(given["title"].split())[:120]
        if not given["title"]:
            raise Refused(_("Write a name for the paper."), field="title", code="title")
    if given.get("publicity", Material.Publicity.MEMBERS) not in Material.Publicity.values:
        raise Refused(_("Choose who may read it."), field="publicity", code="publicity")
    if given.get("publicity") == Material.Publicity.CONFIDENTIAL:
        given["is_printed"] = False
    return given


def _refuse_over(item: AgendaItem) -> None:
    if item.meeting and item.meeting.status not in (Meeting.Status.PLANNED, Meeting.Status.OPEN):
        raise Refused(_("The meeting is over, so its papers are not changed any more."), code="over")
