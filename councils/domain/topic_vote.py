"""Members support topics: a few votes each, one for a topic, free again when the topic has been talked over (CC-01)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule
from councils.models import Council, Membership, Topic, TopicVote
from councils.permissions import council as permissions

OPEN = (Topic.Status.PROPOSED, Topic.Status.TAKEN)
RULE = "council.topic_votes"


@transaction.atomic
def vote(topic: Topic, by: Actor) -> TopicVote:
    """Support a topic of the bank; the same press again changes nothing.

    The member's own seat is locked first, so that two presses at once never give a vote too many. A leader may note what
    a member says on the phone (an actor on behalf of the member). Raises `Refused`.
    """
    seat = _seat(topic.council, by)
    given = TopicVote.objects.filter(topic=topic, membership=seat).first()
    if given:
        return given
    if not Topic.objects.filter(pk=topic.pk, status=Topic.Status.PROPOSED).exists():
        raise Refused(_("This topic is not in the topic bank any more, so it needs no votes."), code="moved")
    if left(seat) < 1:
        raise Refused(
            _("All your votes are in use. Take one back from another topic, and give it to this one."), code="votes"
        )
    made = TopicVote.objects.create(topic=topic, membership=seat)
    audit.log(topic, "kuuluviin.changed", by, {"vote": "given"})
    return made


@transaction.atomic
def unvote(topic: Topic, by: Actor) -> None:
    """Take the support back; where there is none, nothing happens."""
    seat = _seat(topic.council, by)
    gone, __ = TopicVote.objects.filter(topic=topic, membership=seat).delete()
    if gone:
        audit.log(topic, "kuuluviin.changed", by, {"vote": "taken back"})


def allowed(council: Council) -> int:
    """How many open votes each member has, by the rule of the council's branch."""
    return rule.on(council.unit, RULE)


def left(seat: Membership) -> int:
    """How many votes the member may still give."""
    used = TopicVote.objects.filter(membership=seat, topic__status__in=OPEN).count()
    return max(0, allowed(seat.council) - used)


def _seat(council: Council, by: Actor) -> Membership:
    if by.on_behalf_of:
        permissions.require_leader(by, council)
    rows = Membership.objects.open().select_for_update(of=("self",)).select_related("council__unit")
    seat = rows.filter(council=council, person=by.subject).first() if by.subject else None
    if seat is None:
        raise Refused(_("Only the members of this council give votes."), code="stranger")
    return seat
