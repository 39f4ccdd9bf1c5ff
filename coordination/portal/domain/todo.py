"""What should I do now: every role's matters of one user, joined."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.events.domain import todo as events
from coordination.fees.domain import claim_todo
from coordination.fees.domain import todo as money
from coordination.foundation.todo import Todo
from coordination.messaging.domain import waiting
from coordination.messaging.models import Message
from coordination.people.models import Role, Unit, UnitAgreement, User
from coordination.privacy.domain import todo as consents
from coordination.recruitment.domain import todo as recruiting
from councils.domain import todo as councils
from experts.domain import todo as experts

SHOWN = 10
TONES = ("first", "late", "act", "wait")


def own(user: User) -> list[Todo]:
    """One's own matters as expert, orderer and member of a council: late ones first, then by due time."""
    person = user.as_person()
    if person is None:
        return []
    return in_order(
        [
            *experts.for_expert(person),
            *experts.for_orderer(person),
            *consents.for_person(person),
            *money.for_approver(person),
            *claim_todo.for_person(person),
            *experts.for_updater(person),
            *experts.unread_of(person),
            *councils.for_person(person),
            *recruiting.for_person(person),
            *recruiting.for_worker(user),
            *events.for_person(person),
        ]
    )


def office(user: User) -> list[Todo]:
    """The office's matters of a coordinator and of a council's leader, grouped by the kind of work."""
    if not user.has_role(Role.Kind.COORDINATOR):
        return [
            *money.for_office(user),
            *claim_todo.for_office(user),
            *councils.for_leader(user),
            *recruiting.for_recruiter(user),
            *events.for_arranger(user),
        ]
    return [
        *experts.for_coordinator(user),
        *consents.for_coordinator(user),
        *money.for_office(user),
        *claim_todo.for_office(user),
        *councils.for_leader(user),
        *recruiting.for_recruiter(user),
        *events.for_arranger(user),
        *_messages(user),
        *_units(user),
        *_uninsured(user),
    ]


def in_order(todos: list[Todo]) -> list[Todo]:
    return sorted(todos, key=lambda todo: (TONES.index(todo.tone), todo.due.timestamp() if todo.due else float("inf")))


def _messages(user: User) -> list[Todo]:
    return [*_by_hand(user), *_in_trouble(user)]


def _by_hand(user: User) -> Iterator[Todo]:
    """What leaves only by somebody's hands: letters to print, envelopes to post, people to call."""
    counts = waiting.by_channel(user)
    if counts.letters:
        title = ngettext("%(count)s letter to print", "%(count)s letters to print", counts.letters)
        yield _of_outbox(title, counts.letters, "print_run:waiting", _("Print the letters"))
    if counts.runs:
        title = ngettext("%(count)s print run to post", "%(count)s print runs to post", counts.runs)
        yield _of_outbox(title, counts.runs, "print_run:waiting", _("Open the print runs"))
    if counts.people:
        title = ngettext("%(count)s person to call", "%(count)s people to call", counts.people)
        yield _of_outbox(title, counts.people, "outbox:calls", _("Open the call list"))


def _of_outbox(title: str, count: int, url: str, button: str) -> Todo:
    return Todo(title=title % {"count": count}, url=reverse(url), button=button, group=_("Outbox"))


def _in_trouble(user: User) -> Iterator[Todo]:
    states = {
        Message.Status.FAILED: _("Messages that did not go"),
        Message.Status.UNCERTAIN: _("Messages that may not have gone"),
    }
    seen = Message.objects.visible_to(user)
    for state, title in states.items():
        count = seen.filter(status=state).count()
        if count:
            url = f"{reverse('outbox:index')}?status={state}"
            yield Todo(title=f"{title}: {count}", url=url, button=_("Open the outbox"), group=_("Outbox"))


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


def _uninsured(user: User) -> Iterator[Todo]:
    """Agreements in force, made before it was asked who insures the expert (L-43), one matter each."""
    branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
    rows = UnitAgreement.objects.in_force().filter(branch, insurer="", unit__closed_on=None).select_related("unit")
    for row in rows.order_by("unit__path")[:SHOWN]:
        yield Todo(
            title=_("%(unit)s: the agreement does not say who insures the expert") % {"unit": row.unit},
            text=_("Ask the unit, and write it into the agreement. The orderer and the expert read it."),
            url=reverse("people_unit:agree", args=[row.unit_id]),
            button=_("Open the agreement"),
            group=_("Units"),
            tone="wait",
        )
