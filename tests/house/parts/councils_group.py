from councils.models import Problem
from tests.factories import developer_group
from tests.house.door_table import Keys, only
from tests.house.doors import Door

LEADERS = only("leader", "coordinator")


def group(**keys: object) -> Keys:
    return {"council": developer_group.group().pk, **keys}


def row(**keys: object) -> Keys:
    made = developer_group.group()
    return group(pk=Problem.objects.create(council=made, problem="Puhelimeen ei vastata").pk, **keys)


def earned() -> Keys:
    return group(person=developer_group.attended(6).person_id)


DOORS: dict[str, Door] = {
    "council_group:page": Door(LEADERS, group),
    "council_group:certificate": Door(LEADERS, earned),
    "council_group:problems": Door(LEADERS, group),
    "council_group:export": Door(LEADERS, lambda: group(ending="xlsx")),
    "council_group:problem": Door(LEADERS, row, method="post"),
    "council_group:press": Door(LEADERS, lambda: row(act="valitse"), method="post"),
}
