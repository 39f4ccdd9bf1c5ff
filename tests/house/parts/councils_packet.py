from coordination.messaging.domain import print_run
from coordination.messaging.models import Message
from coordination.messaging.tasks import print_run as printing
from councils.domain import packet
from councils.models import Meeting
from councils.permissions import desk
from tests.factories import councils, people
from tests.house.door_table import Keys, only
from tests.house.doors import Door

LEADERS = only("leader", "coordinator")
READERS = only("leader", "coordinator", "member")


def planned() -> Keys:
    found = Meeting.objects.filter(status="planned").first()
    if found is None:
        found = councils.meeting()
        councils.item(found)
    return {"meeting": found.pk}


def sent() -> Meeting:
    """A meeting whose packet has been made; Irja gets a letter."""
    found = Meeting.objects.filter(packets__isnull=False).first()
    if found is None:
        found = Meeting.objects.get(pk=planned()["meeting"])
        packet.make(packet.send(found, people.actor(councils.elina())).pk)
    return found


def _letter() -> Message:
    meeting = sent()
    return Message.objects.filter(channel="post", desk=desk.of(meeting.council), kind="councils.packet.sent").latest(
        "pk"
    )


def sent_packet(**keys: object) -> Keys:
    return {"meeting": sent().pk, **keys}


def letter_of_meeting() -> Keys:
    row = _letter()
    return {"meeting": sent().pk, "message": row.pk}


def act() -> Keys:
    return {**letter_of_meeting(), "act": "pysayta"}


def board() -> Keys:
    return {"council": councils.staffed().pk}


def letter() -> Keys:
    return {"council": sent().council_id, "message": _letter().pk}


def run() -> Keys:
    council = sent().council
    found = print_run.PrintRun.objects.at_desk(desk.of(council)).first()
    if found is None:
        found = print_run.begin(council.unit, people.actor(councils.elina()), desk=desk.of(council))
        printing.make(found.job_id)
    return {"council": council.pk, "pk": found.pk}


def about() -> Keys:
    return {"noun": "meeting", "key": sent().pk}


def paper() -> Keys:
    return {"pk": sent().pk, "paper": "agenda", "form": "large"}


DOORS: dict[str, Door] = {
    "meeting_packet:page": Door(LEADERS, planned),
    "meeting_packet:state": Door(LEADERS, sent_packet),
    "meeting_packet:again": Door(LEADERS, sent_packet, method="post"),
    "meeting_packet:letter": Door(LEADERS, letter_of_meeting),
    "meeting_packet:act": Door(LEADERS, act, method="post"),
    "council_letters:waiting": Door(LEADERS, board),
    "council_letters:index": Door(LEADERS, board),
    "council_letters:letter": Door(LEADERS, letter),
    "council_letters:page": Door(LEADERS, run),
    "council_letters:state": Door(LEADERS, run),
    "council_letters:pdf": Door(LEADERS, run),
    "council_letters:post": Door(LEADERS, run, method="post"),
    "council_letters:again": Door(LEADERS, run, method="post"),
    "council_letters:cancel": Door(LEADERS, run, method="post"),
    "council_calls:index": Door(LEADERS, board),
    "council_post:about": Door(LEADERS, about),
    "councils:paper": Door(READERS, paper),
}
