from collections.abc import Callable

from django.core import signing

from cms.models import CouncilIndexPage
from coordination.foundation import clock
from councils.models import Minutes
from tests.factories import councils, people, site
from tests.house.door_table import COORDINATORS, Keys, only
from tests.house.doors import EVERYBODY, Door

LEADERS = only("leader", "coordinator")
LOOKERS = only("leader", "other_leader", "coordinator", "neighbour", "superuser")


def board(**keys: object) -> Callable[[], Keys]:
    return lambda: {"pk": councils.staffed().pk, **keys}


def ville() -> Keys:
    return {"pk": councils.staffed().pk, "row": councils.council().staff.get(person=councils.ville()).pk}


def matti() -> Keys:
    return {"pk": councils.staffed().pk, "row": councils.matti().pk}


def irja() -> Keys:
    councils.council(ground_rules={"fi": "Rauha"}, rules_version=1)
    return {"pk": councils.staffed().pk, "row": councils.irja().pk}


def somebody_found() -> Keys:
    pk = councils.staffed().pk
    return {"pk": pk, "token": signing.dumps([pk, people.sari().pk], salt="councils.found")}


def public() -> Keys:
    return {"council": councils.staffed().pk}


def on_site() -> Keys:
    """A public council gets its page when it is saved."""
    if not CouncilIndexPage.objects.exists():
        site.council_index()
    keys = public()
    councils.council().save()
    return keys


def published() -> Keys:
    record = Minutes.objects.first() or councils.minutes()
    Minutes.objects.filter(pk=record.pk).update(
        status="approved",
        approved_in=record.meeting,
        approved_at=clock.now(),
        published_at=clock.now(),
        plain_read_on=clock.today(),
    )
    record.meeting.items.update(plain_notes={"fi": "Tila on ahdas."}, public_notes={"fi": "Tila on ahdas."})
    return {**public(), "pk": record.pk}


DOORS: dict[str, Door] = {
    "council:index": Door(LOOKERS),
    "council:index_results": Door(LOOKERS),
    "council:found": Door(COORDINATORS),
    "council:page": Door(LEADERS, board()),
    "council:change": Door(LEADERS, board(part="tiedot")),
    "council:promise": Door(LEADERS, board()),
    "council:move_on": Door(LEADERS, board(), method="post"),
    "council:renew": Door(LEADERS, board()),
    "council:end": Door(LEADERS, board()),
    "council:staff_add": Door(LEADERS, board()),
    "council:staff_change": Door(LEADERS, ville),
    "council:staff_hand_over": Door(LEADERS, ville, method="post"),
    "council:staff_end": Door(LEADERS, ville),
    "council:staff_hours": Door(LEADERS, ville),
    "council:members": Door(LEADERS, board()),
    "council:member_find": Door(LEADERS, board()),
    "council:member_admit": Door(LEADERS, somebody_found),
    "council:member_write": Door(LEADERS, board()),
    "council:member_role": Door(LEADERS, matti),
    "council:member_agree": Door(LEADERS, irja),
    "council:member_leave": Door(LEADERS, matti),
    "cms:council": Door(EVERYBODY, on_site),
    "council_street:minutes": Door(EVERYBODY, published),
    "council_street:plain": Door(EVERYBODY, published),
    "council_feed:calendar": Door(EVERYBODY, public),
    "council_feed:minutes": Door(EVERYBODY, public),
    "council_feed:minutes_rss": Door(EVERYBODY, public),
}
