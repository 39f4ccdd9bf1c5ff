"""What waits for those who recruit; the roof adds it up (`portal.domain.todo`). Another part of the room adds its own to `PARTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation.todo import Todo
from coordination.people.models import Person, Role, User
from coordination.recruitment.models import Applicant

from . import desk_todo, interview_todo, selection_todo, waiting

OFFICE = (Role.Kind.COORDINATOR, Role.Kind.LEADER)


def for_recruiter(user: User) -> list[Todo]:
    """The matters of the campaigns one recruits for, in the back office; none for others, without asking the database."""
    return _all(user) if user.has_role(*OFFICE) else []


def for_worker(user: User) -> list[Todo]:
    """The same for one who recruits without the back office: on the page of one's own matters."""
    return _all(user) if user.has_role(Role.Kind.STAFF) and not user.has_role(*OFFICE) else []


def for_person(person: Person) -> Iterator[Todo]:
    """One's own applications that are still open: where they stand is one press away. One query."""
    rows = Applicant.objects.standing().filter(person=person).select_related("campaign")
    for row in rows.order_by("came_at", "pk"):
        yield Todo(
            title=_("You left your details: %(name)s") % {"name": row.campaign.names},
            text=_("See where things stand. You need not do anything."),
            url=reverse("recruitment:application", args=[row.pk]),
            button=_("See where things stand"),
            tone="wait",
        )


def _all(user: User) -> list[Todo]:
    return [todo for part in PARTS for todo in part(user)]


def silent(user: User) -> Iterator[Todo]:
    """One matter a campaign in which somebody has heard nothing for too long."""
    in_office = user.has_role(*OFFICE)
    for campaign, count in waiting.counts(user).items():
        title = ngettext(
            "%(name)s: %(count)s person has heard nothing for too long",
            "%(name)s: %(count)s people have heard nothing for too long",
            count,
        )
        url = reverse("campaign_applicant:index", args=[campaign.pk]) + "?late=1" if in_office else ""
        yield Todo(
            title=title % {"name": campaign.names, "count": count},
            text=_("Tell them where things stand, even if nothing has been decided."),
            url=url or reverse("recruitment:applicants", args=[campaign.pk]),
            button=_("See who waits"),
            tone="late",
            group=pgettext("to do", "Recruitment"),
        )


PARTS: tuple[Callable[[User], Iterable[Todo]], ...] = (
    silent,
    interview_todo.for_interviewer,
    selection_todo.for_recruiter,
    desk_todo.for_recruiter,
)
