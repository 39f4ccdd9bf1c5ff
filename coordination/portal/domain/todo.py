"""What should I do now: every role's matters of one user, joined."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock
from coordination.foundation.todo import Todo
from coordination.messaging.models import Message
from coordination.people.models import Role, Unit, UnitAgreement, User
from experts.domain import todo as experts

TONES = ("first", "late", "act", "wait")


def own(user: User) -> list[Todo]:
    """One's own matters as expert and orderer: late ones first, then by due time."""
    person = user.as_person()
    if person is None:
        return []
    return in_order([*experts.for_expert(person), *experts.for_orderer(person), *experts.unread_of(person)])


def office(user: User) -> list[Todo]:
    """The office's matters of a coordinator, grouped by the kind of work."""
    if not user.has_role(Role.Kind.COORDINATOR):
        return []
    return [*experts.for_coordinator(user), *_messages(user), *_units(user)]


def in_order(todos: list[Todo]) -> list[Todo]:
    return sorted(todos, key=lambda todo: (TONES.index(todo.tone), todo.due.timestamp() if todo.due else float("inf")))


def _messages(user: User) -> list[Todo]:
    states = {
        Message.Status.BY_HAND: _("Messages to post or tell by phone"),
        Message.Status.FAILED: _("Messages that did not go"),
        Message.Status.UNCERTAIN: _("Messages that may not have gone"),
    }
    seen = Message.objects.visible_to(user)
    found = []
    for state, title in states.items():
        # A reminder to be told by phone waits for its day, as a mail would.
        due = Q(not_before=None) | Q(not_before__lte=clock.now())
        count = seen.filter(due, status=state).count()
        if count:
            url = f"{reverse('outbox:index')}?status={state}"
            found.append(Todo(title=f"{title}: {count}", url=url, button=_("Open the outbox"), group=_("Outbox")))
    return found


def _units(user: User) -> list[Todo]:
    branch = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
    covered = list(UnitAgreement.objects.in_force().values_list("unit__path", flat=True))
    bare = [unit for unit in branch if not any(unit.path.startswith(path) for path in covered)]
    if not bare:
        return []
    title = _("Units that cannot order before the agreement is made: %(count)s") % {"count": len(bare)}
    return [
        Todo(
            title=title,
            text=", ".join(str(unit) for unit in bare[:3]),
            url=reverse("people_unit:index"),
            button=_("Open the units"),
            group=_("Units"),
            tone="wait",
        )
    ]
