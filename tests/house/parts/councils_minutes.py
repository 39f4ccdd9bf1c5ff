from coordination.calendar.domain import action
from coordination.foundation import clock
from councils.domain import live, minutes_archive
from councils.models import Meeting, Minutes
from tests.factories import councils, people
from tests.house.door_table import Keys, only
from tests.house.doors import Door

LEADERS = only("leader", "coordinator")
MATTI = only("member")


def begun() -> Meeting:
    found = Meeting.objects.filter(status="open", began_at__isnull=False).first()
    if found:
        return found
    made = councils.opened(days=0)
    live.begin(made, people.actor(councils.elina()))
    return Meeting.objects.get(pk=made.pk)


def meeting() -> Keys:
    return {"meeting": begun().pk}


def item() -> Keys:
    made = begun()
    return {"meeting": made.pk, "item": made.items.first().pk}


def offered() -> Minutes:
    found = Minutes.objects.filter(status="commentable").first()
    return found or councils.minutes()


def commentable() -> Keys:
    return {"meeting": offered().meeting_id}


def readable() -> Keys:
    return {"pk": offered().pk}


def archived() -> Keys:
    row = offered()
    facts = {"status": Minutes.Status.APPROVED, "approved_in": begun(), "approved_at": clock.now()}
    Minutes.objects.filter(pk=row.pk).update(**facts)
    minutes_archive.keep(Minutes.objects.get(pk=row.pk))
    return {"meeting": row.meeting_id}


def taken() -> int:
    made = begun().items.first()
    by = people.actor(councils.elina())
    facts = {"what": "Kysyy ovista", "owner": people.matti(), "due_on": clock.today()}
    return action.take(about=made, unit=made.council.unit, by=by, **facts).pk


def actions(**keys: object) -> Keys:
    return {"council": councils.staffed().pk, **keys}


DOORS: dict[str, Door] = {
    "meeting_live:page": Door(LEADERS, meeting),
    "meeting_live:keep": Door(LEADERS, item, method="post"),
    "meeting_live:attend": Door(LEADERS, meeting, method="post"),
    "meeting_live:begin": Door(LEADERS, meeting, method="post"),
    "meeting_live:end": Door(LEADERS, meeting),
    "meeting_live:action": Door(LEADERS, item, method="post"),
    "meeting_minutes:page": Door(LEADERS, commentable),
    "meeting_minutes:plain": Door(LEADERS, commentable),
    "meeting_minutes:public": Door(LEADERS, commentable),
    "meeting_minutes:approve": Door(LEADERS, commentable),
    "meeting_minutes:history": Door(LEADERS, commentable),
    "meeting_minutes:archive": Door(LEADERS, archived),
    "meeting_minutes:metadata": Door(LEADERS, archived),
    "council_action:index": Door(LEADERS, actions),
    "council_action:end": Door(LEADERS, lambda: actions(action=taken())),
    "councils:minutes": Door(MATTI | only("leader", "coordinator"), readable),
    "councils:action": Door(MATTI, lambda: {"pk": taken()}),
}
