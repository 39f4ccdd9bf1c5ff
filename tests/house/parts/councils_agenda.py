from coordination.people.models import User
from councils.domain import material
from councils.models import AgendaItem, Material, Meeting, MeetingTask
from tests.factories import councils, people
from tests.house.door_table import Keys, only
from tests.house.doors import Door

LEADERS = only("leader", "coordinator")
LOOKERS = only("leader", "other_leader", "coordinator", "neighbour", "superuser")
PLANNERS = LOOKERS


def board() -> Keys:
    return {"council": councils.staffed().pk}


def planned() -> Meeting:
    return Meeting.objects.filter(status="planned").first() or councils.meeting()


def meeting() -> Keys:
    return {"pk": planned().pk}


def an_item() -> AgendaItem:
    made = planned()
    return made.items.filter(role="ordinary").first() or councils.item(made)


def item() -> Keys:
    return {"item": an_item().pk}


def task() -> Keys:
    made = planned()
    return {"task": (made.tasks.first() or MeetingTask.objects.create(meeting=made, what="Varaa tila")).pk}


def _paper(publicity: str) -> Material:
    by = people.actor(councils.elina())
    assert isinstance(by.user, User)
    facts = {"name": "a.pdf", "content": b"%PDF-1.7\n%%EOF", "publicity": publicity}
    return material.add(an_item(), by, **facts)


def paper() -> Keys:
    return {"material": _paper("members").pk}


def sent_paper() -> Keys:
    row = _paper("members")
    Meeting.objects.filter(pk=row.item.meeting_id).update(status="open", opened_at="2026-11-20T10:00Z")
    return {"pk": row.pk}


DOORS: dict[str, Door] = {
    "meeting:index": Door(LOOKERS),
    "meeting:index_results": Door(LOOKERS),
    "meeting:new": Door(PLANNERS),
    "meeting:page": Door(LEADERS, meeting),
    "meeting:change": Door(LEADERS, meeting),
    "meeting:copy": Door(LEADERS, meeting),
    "meeting:take_along": Door(LEADERS, meeting),
    "meeting:item_new": Door(LEADERS, meeting),
    "meeting:item_quick": Door(LEADERS, meeting, method="post"),
    "meeting:take": Door(LEADERS, meeting),
    "meeting:item": Door(LEADERS, item),
    "meeting:put": Door(LEADERS, item, method="post"),
    "meeting:item_move": Door(LEADERS, item),
    "meeting:item_remove": Door(LEADERS, item),
    "meeting:material_new": Door(LEADERS, item),
    "meeting:material": Door(LEADERS, paper),
    "meeting:material_remove": Door(LEADERS, paper, method="post"),
    "meeting:task_new": Door(LEADERS, meeting),
    "meeting:task": Door(LEADERS, task),
    "meeting:task_tick": Door(LEADERS, task, method="post"),
    "meeting:task_remove": Door(LEADERS, task, method="post"),
    "council_meeting:index": Door(LEADERS, board),
    "council_meeting:new": Door(LEADERS, board),
    "council_meeting:series": Door(LEADERS, board),
    "council_meeting:wait": Door(LEADERS, board),
    "councils:material": Door(LEADERS | only("member"), sent_paper),
}
