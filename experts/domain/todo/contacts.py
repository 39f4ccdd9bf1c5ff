"""What waits of the contact persons: details that nobody has looked at for so long (GC-10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Contact, Role, User
from coordination.records.domain import rule

SHOWN = 5


def to_check(user: User) -> Iterator[Todo]:
    """Contacts of the branches the user coordinates, the oldest first."""
    if not user.has_role(Role.Kind.COORDINATOR):
        return
    limit = _months_ago(int(rule.on(None, "contact.check_months")))
    rows = Contact.objects.visible_to(user).open().filter(checked_on__lt=limit, unit__closed_on=None)
    for contact in rows.select_related("unit", "person").order_by("checked_on")[:SHOWN]:
        yield Todo(
            title=f"{contact.person.full_name}, {contact.unit}",
            text=_("Known to be right %(day)s. Call, and press “Still right”.")
            % {"day": formats.day(contact.checked_on)},
            url=reverse("people_unit:page", args=[contact.unit_id]),
            button=_("Look"),
            group=_("Contact persons to check"),
        )


def _months_ago(months: int) -> date:
    today = clock.today()
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, 28))
