"""The topic bank as it is read: themes with their topics, most supported first, and where one's own proposals stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coordination.people.models import Person
from councils.models import AgendaItem, Council, Meeting, Membership, Statement, Topic, TopicVote


@dataclass
class Cluster:
    """A theme and its topics; `key` and `name` are None for those that stand alone."""

    key: int | None
    name: str | None
    topics: list[Topic] = field(default_factory=list)

    @property
    def support(self) -> int:
        return sum(topic.support for topic in self.topics)


@dataclass(frozen=True)
class Standing:
    """One's own topic and what has become of it: the meetings told of, and what the council took further."""

    topic: Topic
    meetings: list[Meeting]
    statements: list[Statement]


def clusters(topics: Sequence[Topic]) -> list[Cluster]:
    """The topics (`with_support`, theme at hand) by themes, the most supported topic first; those without a theme last."""
    found: dict[int | None, Cluster] = {}
    for topic in sorted(topics, key=lambda row: (-row.support, row.proposed_at, row.pk)):
        theme = topic.theme
        name = str(theme.names) if theme else None
        found.setdefault(topic.theme_id, Cluster(topic.theme_id, name)).topics.append(topic)
    named = [cluster for cluster in found.values() if cluster.key]
    alone = [cluster for cluster in found.values() if not cluster.key]
    return sorted(named, key=lambda cluster: (-cluster.support, cluster.key)) + alone


def supported(seat: Membership) -> set[int]:
    """The keys of the topics the member has given a vote."""
    return set(TopicVote.objects.filter(membership=seat).values_list("topic_id", flat=True))


def own(council: Council, person: Person) -> list[Standing]:
    """The person's own proposals, newest first, and where each stands. Three queries, however many there are."""
    topics = list(Topic.objects.filter(council=council, proposed_by=person).with_support())
    keys = [topic.pk for topic in topics]
    told = AgendaItem.objects.filter(topic__in=keys, meeting__in=Meeting.objects.told())
    items = list(told.exclude(meeting__status=Meeting.Status.CANCELLED).select_related("meeting"))
    taken = Statement.objects.filter(topic__in=keys).exclude(status=Statement.Status.DRAFT)
    statements = list(taken)
    return [
        Standing(
            topic,
            [item.meeting for item in items if item.topic_id == topic.pk],
            [row for row in statements if row.topic_id == topic.pk],
        )
        for topic in topics
    ]
