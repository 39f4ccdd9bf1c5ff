"""What waits about travel: one's own claims that came back or were left half done, those to decide on, rates that end."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.fees.models import TravelClaim
from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, Role, User

from . import travel_rate

Status = TravelClaim.Status
SHOWN = 3


def for_person(person: Person) -> list[Todo]:
    """Claims that came back first, then those begun and not sent. One query."""
    rows = TravelClaim.objects.filter(person=person, status__in=[Status.RETURNED, Status.DRAFT], entered_by=None)
    return [_own(row) for row in rows.order_by("-status", "day")[:SHOWN]]


def for_office(user: User) -> list[Todo]:
    """Claims that wait for one's decision, and rates that end with nothing after them."""
    return [*_to_decide(user), *_ending(user)]


def _to_decide(user: User) -> list[Todo]:
    """Never one's own, nor one that one has written down for a caller."""
    if not user.has_role(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.LEADER):
        return []
    rows = TravelClaim.objects.handled_by(user).filter(status=Status.SUBMITTED)
    count = rows.exclude(person__user=user).exclude(entered_by=user).count()
    if not count:
        return []
    title = ngettext("%(count)s travel claim waits", "%(count)s travel claims wait", count) % {"count": count}
    url = f"{reverse('fees_claim:index')}?status={Status.SUBMITTED}"
    return [Todo(title=title, url=url, button=_("Look and approve"), group=_("Money matters"))]


def _ending(user: User) -> list[Todo]:
    """For whoever pays. One query."""
    last = travel_rate.ending(user) if user.has_role(Role.Kind.FINANCE, Role.Kind.ADMIN) else None
    if last is None:
        return []
    return [
        Todo(
            title=_("Travel rates end on %(day)s") % {"day": formats.day(last)},
            text=_(
                "After that day nobody can claim kilometres, meals or days by them. Write the new rates and who decided."
            ),
            url=reverse("fees_rate:index"),
            button=_("Write the new rates"),
            tone="late" if last < clock.today() else "wait",
            group=_("Money matters"),
        )
    ]


def _own(row: TravelClaim) -> Todo:
    came_back = row.status == Status.RETURNED
    words = (
        _("Your travel claim of %(day)s came back") if came_back else _("Your travel claim of %(day)s is not sent yet")
    )
    return Todo(
        title=words % {"day": formats.day(row.day)},
        text=row.returned_because if came_back else "",
        url=reverse("fees:claim", args=[row.pk]),
        button=_("Mend it and send") if came_back else _("Finish it"),
        tone="act" if came_back else "wait",
    )
