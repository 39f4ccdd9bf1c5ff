"""Remarks that something is out of date: for the one who mends, and for the coordinator where nobody else does."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from experts.models import OutOfDate

SHOWN = 10


def for_updater(person: Person) -> Iterator[Todo]:
    """Those the person is named to mend."""
    rows = OutOfDate.objects.open().filter(updater=person).select_related("unit", "expert")
    for row in rows.order_by("told_at")[:SHOWN]:
        is_own = row.expert is not None and row.expert.person_id == person.pk
        yield Todo(
            title=_("A reader thinks your CV is out of date")
            if is_own
            else _("A reader thinks something is out of date"),
            text=row.get_wrong_display(),
            url=reverse("experts:remark", args=[row.pk]),
            button=_("Look and answer"),
        )


def for_coordinator(user: User) -> Iterator[Todo]:
    """Those of the branch that wait, oldest first; one's own among them."""
    rows = OutOfDate.objects.coordinated_by(user).open().select_related("expert__person", "unit", "updater")
    for row in rows.order_by("told_at")[:SHOWN]:
        mends = _("%(name)s mends it.") % {"name": row.updater.full_name} if row.updater else ""
        told = _("Told %(day)s.") % {"day": formats.day(row.told_at)}
        yield Todo(
            title=row.about_name,
            text=" ".join(part for part in (f"{row.get_wrong_display()}.", told, mends) if part),
            url=reverse("experts:remark", args=[row.pk]),
            button=_("Look"),
            group=_("Told to be out of date"),
            tone="act" if row.updater is None or row.updater.user_id == user.pk else "wait",
        )
