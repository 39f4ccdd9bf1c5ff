from coordination.feedback.domain import suggestion
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from tests.factories import councils
from tests.house.door_table import Keys, only
from tests.house.doors import EVERYBODY, Door

MATTI = only("member")
LEADERS = only("leader", "coordinator")


def board() -> Keys:
    return {"council": councils.staffed().pk}


def public() -> Keys:
    councils.council()
    return {}


def topic(**keys: object) -> Keys:
    row = councils.topic()
    return {"council": row.council_id, "pk": row.pk, **keys}


def waiting() -> Keys:
    council = councils.staffed()
    row = suggestion.leave(council.unit, Actor(), origin="site", text="Ovi on raskas.", meant_for=cause(council))
    return {"council": council.pk, "pk": row.pk}


DOORS: dict[str, Door] = {
    "councils:topics": Door(MATTI),
    "councils:topic_support": Door(MATTI, lambda: {"pk": councils.topic().pk}, method="post"),
    "council_topic:index": Door(LEADERS, board),
    "council_topic:new": Door(LEADERS, board),
    "council_topic:page": Door(LEADERS, topic),
    "council_topic:press": Door(LEADERS, lambda: topic(act="nayta"), method="post"),
    "council_topic:suggestion": Door(LEADERS, waiting),
    "council_street:suggest": Door(EVERYBODY, board),
    "council_street:suggest_any": Door(EVERYBODY, public),
    "council_street:suggested": Door(EVERYBODY),
}
