"""Steps and erasing: numbers for whoever recruits somewhere, one recruitment's own for those who recruit in it."""

from collections.abc import Callable

from tests.factories import councils, recruitment
from tests.house.door_table import Keys, only
from tests.house.doors import Door

LOOKERS = only("coordinator", "neighbour", "leader", "other_leader", "superuser")
IN_OFFICE = only("coordinator", "leader")


def campaign(**keys: object) -> Callable[[], Keys]:
    """Elina, who leads a council, recruits beside Kaisa."""

    def make() -> Keys:
        found = recruitment.campaign()
        recruitment.recruiter(found, councils.elina())
        return {"campaign": found.pk, **keys}

    return make


DOORS: dict[str, Door] = {
    "campaign_funnel:page": Door(IN_OFFICE, campaign()),
    "campaign_funnel:file": Door(IN_OFFICE, campaign(form="csv")),
    "campaign_funnel:forgetting": Door(IN_OFFICE, campaign()),
    "recruitment_funnel:index": Door(LOOKERS),
    "recruitment_funnel:file": Door(LOOKERS, lambda: {"form": "xlsx"}),
}
