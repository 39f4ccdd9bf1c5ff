from collections.abc import Callable

from tests.factories import councils, people, recruitment
from tests.house.door_table import KAISA, Keys, only
from tests.house.doors import EVERYBODY, Door

LOOKERS = only("coordinator", "neighbour", "leader", "other_leader", "superuser")
RECRUITERS = only("coordinator", "leader")
WORKERS = only("coordinator", "leader", "other_leader", "staff", "other_staff")


def campaign(**keys: object) -> Callable[[], Keys]:
    """Elina recruits in it, and Sari, who has no back office."""

    def make() -> Keys:
        row = recruitment.campaign()
        recruitment.recruiter(row, councils.elina())
        recruitment.recruiter(row, people.sari())
        return {"pk": row.pk, **keys}

    return make


def way(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        found = campaign(**keys)()
        return {**found, "channel": recruitment.channel(recruitment.campaign()).pk}

    return make


def code() -> Keys:
    return {"code": recruitment.channel(recruitment.campaign()).code}


def board() -> Keys:
    return {"council": councils.staffed().pk}


def advert() -> Keys:
    row = recruitment.campaign()
    recruitment.channel(row, "own_worker")
    return {"campaign": row.pk, "paper": "esite", "language": "fi"}


DOORS: dict[str, Door] = {
    "campaign:index": Door(LOOKERS),
    "campaign:index_results": Door(LOOKERS),
    "campaign:new": Door(LOOKERS),
    "campaign:page": Door(RECRUITERS, campaign()),
    "campaign:frame": Door(RECRUITERS, campaign()),
    "campaign:words": Door(RECRUITERS, campaign(language="fi")),
    "campaign:recruiters": Door(RECRUITERS, campaign()),
    "campaign:guide": Door(RECRUITERS, campaign()),
    "campaign:move": Door(RECRUITERS, campaign(act="sulje")),
    "campaign:ways": Door(RECRUITERS, campaign()),
    "campaign:way_remove": Door(RECRUITERS, way(), "post"),
    "campaign:paper": Door(RECRUITERS, way(paper="ilmoitus", language="fi")),
    "campaign_short": Door(EVERYBODY, code),
    "recruitment:open": Door(WORKERS | only("neighbour")),
    "recruitment:advert": Door(WORKERS, advert),
    "recruitment_street:index": Door(EVERYBODY),
    "recruitment_street:campaign": Door(EVERYBODY, campaign()),
    "council_recruiting:begin": Door(RECRUITERS, board, "post"),
    "expert_recruiting:begin": Door(KAISA | only("neighbour")),
}
