from collections.abc import Callable

from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from councils.domain import meeting_open
from councils.models import Invitation, Meeting, Membership
from tests.factories import councils, people
from tests.house.door_table import Keys, only
from tests.house.doors import EVERYBODY, Door

LEADERS = only("leader", "coordinator")
MEMBER = only("member")


def opened() -> Meeting:
    found = Meeting.objects.filter(status=Meeting.Status.OPEN, council=councils.staffed()).first()
    return found or meeting_open.open_(councils.meeting(), Actor.of(councils.elina().user))


def meeting() -> Keys:
    return {"pk": opened().pk}


def matti() -> Invitation:
    return opened().invitations.select_related("link").get(person=councils.matti().person)


def row(**keys: object) -> Callable[[], Keys]:
    return lambda: {**meeting(), "row": matti().pk, **keys}


def substitute() -> Keys:
    councils.staffed()
    stands_in = people.person("Veikko", "Varalla", unit=people.unit(), email="veikko@example.org")
    councils.seat(stands_in, kind=Membership.Kind.SUBSTITUTE, seat=None, substitute_for=councils.matti())
    return {**meeting(), "row": opened().invitations.get(person=stands_in).pk, "act": "pyyda"}


def token() -> Keys:
    return {"token": safe_link.token(matti().link)}


def own() -> Keys:
    return {"pk": matti().pk}


DOORS: dict[str, Door] = {
    "meeting_link": Door(EVERYBODY, token),
    "meeting_link_file": Door(EVERYBODY, token),
    "councils:answer": Door(MEMBER, own),
    "councils:answer_file": Door(MEMBER, own),
    "meeting_answers:page": Door(LEADERS, meeting),
    "meeting_answers:call": Door(LEADERS, meeting, "post"),
    "meeting_answers:guest": Door(LEADERS, meeting),
    "meeting_answers:enter": Door(LEADERS, row()),
    "meeting_answers:press": Door(LEADERS, substitute, "post"),
    "meeting_change:page": Door(LEADERS, meeting),
    "meeting_cancel:page": Door(LEADERS, meeting),
}
