from collections.abc import Callable
from datetime import timedelta

from coordination.calendar.models import Entry
from coordination.events.domain import event as verbs
from coordination.events.domain import programme, registration, series, task
from coordination.events.models import Event, EventSeries, Registration
from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from tests.factories import councils, events, people
from tests.house.door_table import Keys, only
from tests.house.doors import EVERYBODY, SIGNED_IN, Door

COORDINATORS = only("coordinator", "neighbour")
BACK = only("coordinator", "neighbour", "leader", "other_leader")
KAISA = only("coordinator")
SARI_AND_KAISA = only("coordinator", "staff")
INVITED = only("coordinator", "member", "staff")
HOUSE = Actor.worker()


def event() -> Event:
    """Of the invited alone, on now; Sari helps at the door and Matti is invited."""
    made = events.event(is_public=False, starts_at=clock.now() + timedelta(hours=1))
    events.organiser(made, people.sari())
    return made


def keys(**more: object) -> Callable[[], Keys]:
    return lambda: {"pk": event().pk, **more}


def matti() -> Registration:
    person = councils.matti().person
    return registration.invite(event(), [person], HOUSE)[0] if not Entry.objects.exists() else _known(person)


def _known(person: object) -> Registration:
    return Registration.objects.select_related("link", "event").get(person=person)


def token() -> Keys:
    return {"token": safe_link.token(matti().link)}


def own() -> Keys:
    return {"pk": matti().event_id}


def row(**more: object) -> Callable[[], Keys]:
    return lambda: {"pk": matti().event_id, "row": matti().pk, **more}


def public() -> Keys:
    return {"pk": events.event("Julkinen").pk}


def line() -> Keys:
    made = event()
    return {"pk": made.pk, "row": programme.add(made, HOUSE, titles="Kahvi", starts_at=made.starts_at).pk}


def job() -> Keys:
    made = event()
    return {"pk": made.pk, "row": task.add(made, HOUSE, what="Kahvit", due_on=clock.today()).pk}


def helper() -> Keys:
    made = event()
    return {"pk": made.pk, "row": events.organiser(made, people.kaisa()).pk}


def year() -> EventSeries:
    found = EventSeries.objects.first()
    starts = clock.now() + timedelta(days=7)
    dates = [(starts, starts + timedelta(hours=2))]
    facts = {"names": "Työnohjaus", "dates": dates, "place": "Koivu", "coordinator": people.kaisa()}
    return found or series.begin("supervision", people.unit(), HOUSE, **facts)


def times(**more: object) -> Callable[[], Keys]:
    return lambda: {"pk": year().pk, **more}


def draft() -> Keys:
    starts = clock.now() + timedelta(days=30)
    facts = {"kind": "info", "names": "Luonnos", "starts_at": starts, "ends_at": starts + timedelta(hours=1)}
    return {
        "pk": verbs.plan(people.unit(), HOUSE, coordinator=people.kaisa(), place="Koivu", **facts).pk,
        "act": "avaa",
    }


DOORS: dict[str, Door] = {
    "event_link": Door(EVERYBODY, token),
    "event_link_file": Door(EVERYBODY, token),
    "event_link_idea": Door(EVERYBODY, token),
    "event_street:index": Door(EVERYBODY),
    "event_street:event": Door(EVERYBODY, public),
    "event_street:register": Door(EVERYBODY, public),
    "event_street:thanks": Door(EVERYBODY, public),
    "event_street:ideas": Door(EVERYBODY, public),
    "event_feed:calendar": Door(EVERYBODY),
    "event_feed:event": Door(EVERYBODY, public),
    "events:mine": Door(SIGNED_IN),
    "events:event": Door(INVITED, own),
    "events:file": Door(only("member"), own),
    "events:door": Door(SARI_AND_KAISA, keys()),
    "events:door_press": Door(SARI_AND_KAISA, row(act="tuli"), method="post"),
    "events:door_walk_in": Door(SARI_AND_KAISA, keys(), method="post"),
    "events:door_idea": Door(SARI_AND_KAISA, keys(), method="post"),
    "events:door_held": Door(SARI_AND_KAISA, keys(), method="post"),
    "event:index": Door(BACK | {"superuser"}),
    "event:index_results": Door(BACK | {"superuser"}),
    "event_series:index": Door(COORDINATORS | {"superuser"}),
    "event_series:index_results": Door(COORDINATORS | {"superuser"}),
    "event:new": Door(BACK | {"superuser"}),
    "event:figures": Door(BACK | {"superuser"}),
    "event:forgetting": Door(COORDINATORS),
    "event:page": Door(KAISA, keys()),
    "event:change": Door(KAISA, keys()),
    "event:copy": Door(KAISA, keys()),
    "event:cancel": Door(KAISA, keys()),
    "event:press": Door(KAISA, draft, method="post"),
    "event:programme": Door(KAISA, keys()),
    "event:programme_remove": Door(KAISA, line, method="post"),
    "event:task": Door(KAISA, keys()),
    "event:task_tick": Door(KAISA, job, method="post"),
    "event:organiser": Door(KAISA, keys()),
    "event:organiser_remove": Door(KAISA, helper, method="post"),
    "event:people": Door(KAISA, keys()),
    "event:invite": Door(KAISA, keys()),
    "event:write_down": Door(KAISA, keys()),
    "event:enter": Door(KAISA, row()),
    "event:list": Door(KAISA, keys(form="csv")),
    "event_series:new": Door(COORDINATORS | {"superuser"}),
    "event_series:page": Door(KAISA, times()),
    "event_series:add": Door(KAISA, times()),
    "event_series:invite": Door(KAISA, times()),
    "event_series:press": Door(KAISA, times(act="paata"), method="post"),
}
