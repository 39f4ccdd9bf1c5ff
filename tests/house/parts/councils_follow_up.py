from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.models import Forwarding
from tests.factories import councils, people
from tests.house.door_table import Keys, only
from tests.house.doors import EVERYBODY, Door

LEADERS = only("leader", "coordinator")


def board() -> Keys:
    return {"council": councils.staffed().pk}


def taken() -> Forwarding:
    found = Forwarding.objects.first()
    if found:
        return found
    recipient = people.person("Jorma", "Johtaja", email="jorma@example.org")
    councils.staffed()
    by = people.actor(councils.elina())
    return verbs.forward(councils.statement(), by, to="unit", recipient=recipient, recipient_title="Johtaja")


def statement() -> Keys:
    row = taken().statement
    return {"council": row.council_id, "pk": row.pk}


def way() -> Keys:
    return {**statement(), "way": taken().pk}


def answered() -> Keys:
    made = taken()
    verbs.answer(made, Actor.by_link(made.recipient), "Kyllä.", replaces=made.answered_at)
    return way()


def token() -> Keys:
    return {"token": safe_link.token(taken().link)}


DOORS: dict[str, Door] = {
    "council_statement:index": Door(LEADERS, board),
    "council_statement:figures": Door(LEADERS, board),
    "council_statement:new": Door(LEADERS, board),
    "council_statement:page": Door(LEADERS, statement),
    "council_statement:change": Door(LEADERS, statement),
    "council_statement:forward": Door(LEADERS, statement),
    "council_statement:in_use": Door(LEADERS, statement),
    "council_statement:close": Door(LEADERS, statement),
    "council_statement:answer": Door(LEADERS, way),
    "council_statement:called": Door(LEADERS, way),
    "council_statement:publish": Door(LEADERS, answered, method="post"),
    "councils:follow_up": Door(only("member"), lambda: councils.staffed() and {}),
    "statement_link": Door(EVERYBODY, token),
}
