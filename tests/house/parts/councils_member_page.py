from coordination.foundation import clock
from councils.models import Bulletin
from tests.factories import councils, fares
from tests.house.door_table import Keys, only
from tests.house.doors import SIGNED_IN, Door

MATTI = only("member")
LEADERS = only("leader", "coordinator")
CIRCLE = MATTI | LEADERS


def opened() -> Keys:
    return {"pk": councils.opened().pk}


def told() -> Keys:
    row = Bulletin.objects.create(
        council=councils.staffed(), title={"fi": "Tila muuttuu"}, text={"fi": "Koivu."}, told_at=clock.now()
    )
    return {"pk": row.pk}


def of_council(**keys: object) -> Keys:
    return {"council": councils.staffed().pk, **keys}


def seat() -> Keys:
    return of_council(pk=councils.matti().pk)


def confirmed() -> Keys:
    row = fares.present(fare_signed="paper", fare_amount=0)
    return {"pk": row.meeting_id, "attendance": row.pk}


DOORS: dict[str, Door] = {
    "councils:home": Door(MATTI),
    "councils:sheet": Door(MATTI),
    "councils:choices": Door(MATTI),
    "councils:fares": Door(MATTI),
    "councils:meetings": Door(SIGNED_IN),
    "councils:meeting": Door(CIRCLE, opened),
    "councils:bulletin": Door(CIRCLE, told),
    "council_bulletin:index": Door(LEADERS, of_council),
    "council_bulletin:new": Door(LEADERS, of_council),
    "council_bulletin:page": Door(LEADERS, lambda: of_council(**told())),
    "council_member:sheet": Door(LEADERS, seat),
    "council_member:choices": Door(LEADERS, seat),
    "meeting_fares:page": Door(LEADERS, opened),
    "meeting_fares:slips": Door(LEADERS, opened),
    "meeting_fares:correct": Door(LEADERS, confirmed),
}
