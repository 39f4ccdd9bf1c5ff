"""The topic bank: proposed, gathered into themes, put aside with a reason, taken to an agenda, talked over (CC-01, CC-05, CC-13)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.feedback.domain import suggestion as suggestions
from coordination.feedback.models import Suggestion
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, workflow
from councils.mails import topic as mails
from councils.models import AgendaItem, Council, Meeting, Topic, TopicTheme
from councils.permissions import council as permissions

from . import agenda, neutral

Origin, Status = Topic.Origin, Topic.Status
LONGEST_TITLE, LONGEST_TEXT = 120, 2000
ORIGINS = {
    Suggestion.Origin.INTERVIEW: Origin.INTERVIEW,
    Suggestion.Origin.EVENT: Origin.EVENT,
    Suggestion.Origin.SITE: Origin.CLIENT,
    Suggestion.Origin.STAFF: Origin.UNIT,
}
"""What a suggestion's origin is called in the bank."""


@transaction.atomic
def propose(
    council: Council,
    by: Actor,
    *,
    title: str,
    text: str = "",
    origin: str = Origin.MEMBER,
    for_person: Person | None = None,
    from_unit: Unit | None = None,
) -> Topic:
    """Put a topic into the bank.

    A member proposes for themselves. The leaders write down what a member said on the phone or on paper (`for_person`, or
    an actor on behalf of the member), what a unit or the management brings (CC-05), and their own. Raises `Refused`.
    """
    if for_person:
        by = by if by.on_behalf_of == for_person else by.acting_for(for_person)
    if by.on_behalf_of or origin != Origin.MEMBER:
        permissions.require_leader(by, council)
    proposer = by.subject if origin in (Origin.MEMBER, Origin.LEADER) else None
    if origin == Origin.MEMBER and not permissions.is_member(proposer, council):
        raise Refused(_("Topics are proposed by the members. Call the leaders of the council."), code="stranger")
    if origin == Origin.UNIT and from_unit is None:
        raise Refused(_("Choose the unit that brings the topic."), field="from_unit", code="unit")
    facts = {"origin": origin, "from_unit": from_unit if origin == Origin.UNIT else None, "proposed_by": proposer}
    return _make(council, by, title, text, **facts)


@transaction.atomic
def take_suggestion(council: Council, suggestion: Suggestion, by: Actor, *, title: str, text: str = "") -> Topic:
    """Take what waits in the office into the bank: the words and the origin, never a name (CC-12).

    `text` empty means the suggestion as it was written. Of two who take the same one at once, the second is refused.
    """
    permissions.require_leader(by, council)
    _require_for(council, suggestion)
    taken = suggestions.pass_on(suggestion, by)
    origin = ORIGINS[taken.origin]
    return _make(
        council,
        by,
        title,
        text or taken.text,
        origin=origin,
        from_unit=taken.unit if origin == Origin.UNIT else None,
        proposed_by=None,
    )


@transaction.atomic
def dismiss_suggestion(council: Council, suggestion: Suggestion, by: Actor, because: str) -> Suggestion:
    """Put aside what waits for this council. Raises `Refused`."""
    permissions.require_leader(by, council)
    _require_for(council, suggestion)
    return suggestions.dismiss(suggestion, by, because)


@transaction.atomic
def cluster(
    council: Council, by: Actor, topics: Iterable[Topic], *, theme: TopicTheme | None = None, new_name: str = ""
) -> TopicTheme | None:
    """Gather topics under a theme, an old one or a new; under none, they stand alone again. Empty themes go (CC-13)."""
    permissions.require_leader(by, council)
    identity_code.refuse(new_name, field="new_name")
    chosen = list(_in_order(council, topics))
    if not chosen:
        raise Refused(_("Tick the topics first."), field="topics", code="none")
    if theme is not None and theme.council_id != council.pk:
        raise Refused(_("Choose a theme of this council."), field="theme", code="theme")
    if new_name.strip():
        theme = TopicTheme.objects.create(
            council=council, names={council.main_language: new_name.strip()}, position=council.themes.count()
        )
    for row in chosen:
        row.theme = theme
        row.save(update_fields=["theme"])
        audit.log(row, "kuuluviin.changed", by, {"theme": theme.pk if theme else None})
    council.themes.filter(topics=None).delete()
    return theme


@transaction.atomic
def park(topic: Topic, by: Actor, because: str) -> Topic:
    """Put a topic aside; its proposer hears why, in their own channel. Its votes are free again."""
    permissions.require_leader(by, topic.council)
    identity_code.refuse(because, field="because")
    if not because.strip():
        raise Refused(_("Write why it is put aside. The proposer reads it."), field="because", code="because")
    workflow.move(topic, Status.PARKED, by, parked_because=because.strip())
    if topic.proposed_by:
        mails.parked(topic, neutral.title(topic.council, topic.proposed_by))
    return topic


@transaction.atomic
def bring_back(topic: Topic, by: Actor) -> Topic:
    """A topic that was put aside, or is taken off an agenda, waits in the bank again."""
    permissions.require_leader(by, topic.council)
    return workflow.move(topic, Status.PROPOSED, by, parked_because="")


@transaction.atomic
def take(topic: Topic, by: Actor, meeting: Meeting | None = None) -> AgendaItem:
    """Take a topic to a meeting's agenda, or to the items that wait for a meeting. Raises `Refused`."""
    if meeting is None:
        return agenda.wait(topic.council, by, topic=topic)
    return agenda.add(meeting, by, topic=topic)


@transaction.atomic
def handle(topic: Topic, by: Actor) -> Topic:
    """It has been talked over; the votes given to it are free again."""
    permissions.require_leader(by, topic.council)
    if workflow.locked(topic).status == Status.HANDLED:
        return topic
    return workflow.move(topic, Status.HANDLED, by)


def settle(meeting: Meeting, by: Actor) -> list[Topic]:
    """The topics of a meeting whose items ended in something and that wait for no other meeting: talked over now."""
    ended = meeting.items.exclude(outcome__in=["", AgendaItem.Outcome.POSTPONED])
    found = Topic.objects.filter(status=Status.TAKEN, items__in=ended).distinct()
    open_ = [Meeting.Status.PLANNED, Meeting.Status.OPEN]
    ahead = AgendaItem.objects.filter(Q(meeting=None) | Q(meeting__status__in=open_), topic__isnull=False)
    waiting = ahead.exclude(meeting=meeting).values("topic")
    return [handle(topic, by) for topic in found.exclude(pk__in=waiting).order_by("pk")]


@transaction.atomic
def show(topic: Topic, by: Actor, *, is_public: bool) -> Topic:
    """Tell of the topic on the council's public page, or no longer. Who proposed it is never told there."""
    permissions.require_leader(by, topic.council)
    current = workflow.locked(topic)
    current.is_public = topic.is_public = is_public
    current.save(update_fields=["is_public"])
    audit.log(current, "kuuluviin.changed", by, {"is_public": is_public})
    return topic


def _in_order(council: Council, topics: Iterable[Topic]) -> QuerySet[Topic]:
    """The council's own of these, locked one after another by key, so that two who gather them never wait in a ring."""
    rows = Topic.objects.select_for_update(of=("self",)).filter(council=council, pk__in=[row.pk for row in topics])
    return rows.order_by("pk")


def _make(council: Council, by: Actor, title: str, text: str, **facts: object) -> Topic:
    title, text = title.strip(), text.strip()
    identity_code.refuse(title, field="title")
    identity_code.refuse(text, field="text")
    if council.status == Council.Status.ENDED:
        raise Refused(_("The term of this council has ended. Bring the topic to another council."), code="ended")
    if not title:
        raise Refused(_("Write in a few words what it is about."), field="title", code="title")
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        field = "title" if len(title) > LONGEST_TITLE else "text"
        raise Refused(_("The text is too long. Write it shorter."), field=field, code="long")
    made = Topic.objects.create(council=council, title=title, text=text, proposed_at=clock.now(), **facts)
    audit.log(made, "kuuluviin.made", by, {"council": council.pk, "origin": made.origin})
    return made


def _require_for(council: Council, suggestion: Suggestion) -> None:
    if not Suggestion.objects.for_body(cause(council), council.unit).filter(pk=suggestion.pk).exists():
        raise Refused(_("This idea waits for another council."), code="elsewhere")
