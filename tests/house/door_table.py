"""The product's own doors, one row each: its name, who gets in, the address's arguments, how it is knocked at."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from PIL import Image

from coordination.foundation import clock
from coordination.messaging.domain import outbox, safe_link
from coordination.people.models import Partnership
from coordination.records.domain import stored_file
from coordination.records.models import Job, Rule
from experts.domain import expert_photo
from experts.models import Audience, Debrief
from tests.factories import experts, lists, money, orders, people
from tests.house.doors import EVERYBODY, NOBODY, SIGNED_IN, Door

if TYPE_CHECKING:
    from collections.abc import Callable

Keys = dict[str, object]
RULE = "offer.days"


def only(*names: str) -> frozenset[str]:
    assert set(names) <= EVERYBODY
    return frozenset(names)


KAISA = only("coordinator")
SUPERUSER = only("superuser")
COORDINATORS = only("coordinator", "neighbour")
KEEPERS = only("coordinator", "admin", "superuser")
LOOKERS = only("coordinator", "neighbour", "admin", "superuser")
MAIN_USERS = only("admin", "superuser")
AINO = only("expert")
EXPERTS = only("expert", "other_expert")
SARI = only("staff")
STAFF = only("staff", "other_staff")
PAYERS = KEEPERS | only("finance")
ALL_PAYERS = LOOKERS | only("finance")
SARI_AND_KAISA = SARI | KAISA


def fixed(**keys: object) -> Callable[[], Keys]:
    return lambda: keys


def matti(**keys: object) -> Callable[[], Keys]:
    return lambda: {"pk": people.matti().pk, **keys}


def unit() -> Keys:
    return {"pk": people.sari().unit.pk}


def draft(**keys: object) -> Callable[[], Keys]:
    return lambda: {"number": orders.order_draft().number, **keys}


def order(**keys: object) -> Callable[[], Keys]:
    return lambda: {"number": orders.order_sent().number, **keys}


def agreed_unit() -> Keys:
    people.agreement_for(people.sari().unit)
    return {}


def held_order() -> Keys:
    return {"number": orders.booking_held().booking_request.number}


def an_import() -> Keys:
    return {"pk": lists.checked().pk}


def drafting(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        experts.cv_draft(experts.aino())
        return {"language": "fi", **keys}

    return make


def on_board() -> Keys:
    return {"pk": orders.order_sent().pk}


def asked() -> Keys:
    offer = orders.offer_open()
    return {"pk": offer.booking_request_id, "offer": offer.pk}


def booked(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        booking = orders.booking_confirmed()
        return {"pk": booking.booking_request_id, "booking": booking.pk, **keys}

    return make


def debriefed() -> Keys:
    booking = orders.booking_held()
    debrief = Debrief.objects.create(
        booking=booking, side="expert", talked=True, feeling="good", next="call", recorded_at=clock.now()
    )
    return {"pk": booking.booking_request_id, "debrief": debrief.pk}


def aino(**keys: object) -> Callable[[], Keys]:
    return lambda: {"pk": experts.aino().pk, **keys}


def aino_key(name: str, **keys: object) -> Callable[[], Keys]:
    return lambda: {"key": getattr(experts.aino(), name), **keys}


def with_photo() -> Keys:
    expert = experts.aino()
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    expert_photo.put(expert, experts.HOUSE, picture.getvalue(), "Aino hymyilee.")
    Audience.objects.update_or_create(expert=expert, kind="own", defaults={"photo": True})
    return {"kind": "own", "key": expert.staff_key}


def offered() -> Keys:
    return {"pk": orders.offer_open().pk}


def offer_token() -> Keys:
    return {"token": safe_link.token(orders.offer_open().link)}


def booking() -> Keys:
    return {"pk": orders.booking_confirmed().pk}


def booking_token() -> Keys:
    return {"token": safe_link.token(orders.booking_confirmed().link)}


def submitted() -> Keys:
    return {"pk": experts.cv_submitted(experts.aino()).pk}


def fee() -> Keys:
    return {"pk": money.fee_owed().pk}


def price() -> Keys:
    return {"pk": orders.price_class().pk}


def message(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        someone = people.matti()
        row = outbox.queue("messaging.trial", to=someone, context={}, about=someone)
        return {"pk": row.pk, **keys}

    return make


def role() -> Keys:
    someone = people.sari()
    return {"pk": someone.pk, "role_pk": someone.roles.get().pk}


def partnership() -> Keys:
    home, away = people.organisation(), people.organisation("Naapurin hyvinvointialue")
    return {"pk": Partnership.objects.create(owner=home, partner=away, valid_from=people.LONG_AGO).pk}


def job() -> Keys:
    someone = people.matti()
    made = stored_file.store("tulos.csv", b"a;b", "job", someone)
    done = Job.Status.DONE
    return {"pk": Job.objects.create(kind="x", status=done, started_by=people.user_for(someone), result=made).pk}


def rule() -> Keys:
    return {"pk": Rule.objects.create(unit=people.organisation(), key=RULE, value=1, valid_from=people.LONG_AGO).pk}


def area() -> Keys:
    return {"pk": experts.service_area().pk}


def task() -> Keys:
    return {"pk": experts.task_type().pk}


def catalogue(name: str, row: Callable[[], Keys]) -> dict[str, Door]:
    """Wagtail's own screens of a catalogue: looked at by main users, kept by coordinators, emptied by nobody."""
    return {
        f"{name}:index": Door(LOOKERS),
        f"{name}:index_results": Door(LOOKERS),
        f"{name}:add": Door(COORDINATORS | SUPERUSER),
        f"{name}:edit": Door(COORDINATORS | SUPERUSER, row),
        f"{name}:reorder": Door(COORDINATORS | SUPERUSER, row, method="post"),
        f"{name}:delete": Door(SUPERUSER, row),
        f"{name}:history": Door(COORDINATORS | SUPERUSER, row),
        f"{name}:history_results": Door(COORDINATORS | SUPERUSER, row),
        f"{name}:usage": Door(COORDINATORS | SUPERUSER, row),
    }


def picture() -> Keys:
    """One that has been cut for showing."""
    buffer = BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return {"path": default_storage.save("images/door.png", buffer).removeprefix("images/")}


STREET = {
    "/": Door(EVERYBODY),
    "healthz": Door(EVERYBODY),
    "readyz": Door(EVERYBODY),
    "sitemap": Door(EVERYBODY),
    "robots": Door(EVERYBODY),
    "picture": Door(EVERYBODY, picture),
    "cms:search": Door(EVERYBODY),
    "cms:cv": Door(EVERYBODY, aino_key("public_key")),
    "offer_link": Door(EVERYBODY, offer_token),
    "agreement_link": Door(EVERYBODY, booking_token),
    "messaging:code": Door(EVERYBODY),
    "people:invitation": Door(EVERYBODY),
    "people:closed": Door(NOBODY),
    "/tili/3rdparty/": Door(NOBODY),
    "/fi/_util/login/": Door(NOBODY),
    "feed": Door(NOBODY, fixed(token="nobody-made-this-one")),
}

ONES_OWN = {
    "portal:now": Door(SIGNED_IN),
    "me:details": Door(SIGNED_IN),
    "calendar:mine": Door(SIGNED_IN),
    "calendar:renew": Door(SIGNED_IN, method="post"),
    "calendar:revoke": Door(SIGNED_IN, method="post"),
    "privacy:mine": Door(SIGNED_IN),
    "privacy:give": Door(SIGNED_IN, fixed(purpose="cv_own"), method="post"),
    "privacy:withdraw": Door(SIGNED_IN, fixed(purpose="cv_own"), method="post"),
    "experts:my_cv": Door(EXPERTS),
    "experts:my_audience": Door(EXPERTS),
    "experts:my_audience_edit": Door(EXPERTS, fixed(kind="own")),
    "experts:my_photo": Door(EXPERTS),
    "experts:my_photo_remove": Door(EXPERTS, method="post"),
    "experts:my_cv_edit": Door(EXPERTS, fixed(language="fi")),
    "experts:my_cv_autosave": Door(EXPERTS, drafting(), method="post"),
    "experts:my_cv_submit": Door(EXPERTS, drafting()),
    "experts:my_cv_confirm": Door(EXPERTS, fixed(language="fi"), method="post"),
    "experts:my_cv_preview": Door(EXPERTS, fixed(language="fi", kind="own")),
    "experts:my_limits": Door(EXPERTS),
    "experts:my_availability": Door(EXPERTS),
}

FOLDER_AND_BOOKINGS = {
    "experts:folder": Door(STAFF | COORDINATORS),
    "experts:cv": Door(STAFF | KAISA, aino_key("staff_key")),
    "experts:photo": Door(AINO | STAFF | KAISA | only("admin"), with_photo),
    "experts:offer_list": Door(EXPERTS),
    "experts:offer": Door(AINO, offered),
    "experts:booking": Door(AINO | SARI, booking),
    "fees:mine": Door(SIGNED_IN),
    "records:job": Door(only("member"), job),
    "records:job_state": Door(only("member"), job),
    "records:job_result": Door(only("member"), job),
}

EXPERT_BOARD = {
    "expert:index": Door(LOOKERS),
    "expert:index_results": Door(LOOKERS),
    "expert:admit": Door(COORDINATORS),
    "expert:page": Door(KEEPERS, aino()),
    "expert:move": Door(KAISA, aino(act="tauolle")),
    "expert:note": Door(KAISA, aino()),
    "expert:limits": Door(KAISA, aino()),
    "expert:availability": Door(KAISA, aino()),
    "expert:audience": Door(KAISA, aino(kind="own")),
    "expert:cv_edit": Door(KAISA, aino(language="fi")),
    "expert:cv_submit": Door(KAISA, lambda: {**drafting()(), **aino()()}),
    "expert:cv_approval": Door(KAISA | SUPERUSER, submitted, acts=KAISA),
    "expert:cv_send_back": Door(KAISA | SUPERUSER, submitted, acts=KAISA),
}

CATALOGUES = {**catalogue("service_area", area), **catalogue("task_type", task)}

MONEY = {
    "fees_fee:index": Door(ALL_PAYERS),
    "fees_fee:index_results": Door(ALL_PAYERS),
    "fees_fee:page": Door(PAYERS, fee, acts=NOBODY),
    "fees_price:index": Door(ALL_PAYERS),
    "fees_price:index_results": Door(ALL_PAYERS),
    "fees_price:new": Door(ALL_PAYERS),
    "fees_price:page": Door(PAYERS, price),
}

RECORDS = {
    "records_access:index": Door(MAIN_USERS),
    "records_access:index_results": Door(MAIN_USERS),
    "/hallinta/reports/site-history/": Door(SUPERUSER),
    "/hallinta/reports/site-history/results/": Door(SUPERUSER),
    "records_rule:index": Door(LOOKERS),
    "records_rule:index_results": Door(LOOKERS),
    "records_rule:choose": Door(LOOKERS),
    "records_rule:new": Door(LOOKERS, fixed(key=RULE)),
    "records_rule:page": Door(KEEPERS, rule),
}

ORDERS = {
    "experts:order_list": Door(SIGNED_IN),
    "experts:order_new": Door(SARI, agreed_unit),
    "experts:order": Door(SARI | KEEPERS, order()),
    "experts:order_edit": Door(SARI, draft(step="tavoite")),
    "experts:order_autosave": Door(SARI, draft(step="tavoite"), method="post"),
    "experts:order_change": Door(SARI_AND_KAISA, order()),
    "experts:order_cancel": Door(SARI_AND_KAISA, order()),
    "experts:order_copy": Door(SARI, order()),
    "experts:order_follow_up": Door(SARI, held_order),
    "experts:order_discard": Door(SARI, draft()),
}

ORDER_BOARD = {
    "booking_request:index": Door(LOOKERS),
    "booking_request:index_results": Door(LOOKERS),
    "booking_request:page": Door(KEEPERS, on_board, acts=KAISA),
    "booking_request:change": Door(KAISA, on_board),
    "booking_request:cancel": Door(KAISA, on_board),
    "booking_request:unmatch": Door(KAISA, on_board),
    "booking_request:confirm": Door(KAISA, on_board),
    "booking_request:answer": Door(KAISA, asked),
    "booking_request:withdraw": Door(KAISA, asked),
    "booking_request:agree": Door(KAISA, booked(party="tilaaja")),
    "booking_request:debrief": Door(KAISA, booked(party="tilaaja")),
    "booking_request:outcome": Door(KAISA, booked()),
    "booking_request:booking_cancel": Door(KAISA, booked()),
    "booking_request:see_to": Door(KAISA, debriefed),
}

OUTBOX_AND_CONSENTS = {
    "outbox:index": Door(LOOKERS),
    "outbox:index_results": Door(LOOKERS),
    "outbox:page": Door(KEEPERS, message()),
    "outbox:act": Door(KAISA, message(act="pysayta"), method="post"),
    "outbox:trial": Door(LOOKERS, method="post"),
    "privacy_consent:index": Door(LOOKERS),
    "privacy_consent:index_results": Door(LOOKERS),
    "privacy_consent:person": Door(KEEPERS, matti()),
    "privacy_consent:record": Door(KAISA | SUPERUSER, matti()),
    "privacy_consent:withdraw": Door(KAISA | SUPERUSER, matti(purpose="cv_own"), method="post"),
}

PEOPLE_AND_UNITS = {
    "people_person:index": Door(LOOKERS),
    "people_person:index_results": Door(LOOKERS),
    "people_person:new": Door(LOOKERS),
    "people_person:page": Door(KEEPERS, matti()),
    "people_person:change": Door(KEEPERS, matti()),
    "people_person:role_grant": Door(KEEPERS, matti()),
    "people_person:role_end": Door(KEEPERS, role),
    "people_person:account": Door(KEEPERS, matti(act="avaa"), method="post"),
    "people_unit:index": Door(LOOKERS),
    "people_unit:index_results": Door(LOOKERS),
    "people_unit:new": Door(LOOKERS),
    "people_unit:page": Door(KEEPERS, unit),
    "people_unit:change": Door(KEEPERS, unit),
    "people_unit:agree": Door(KEEPERS, unit),
    "people_partnership:index": Door(LOOKERS),
    "people_partnership:index_results": Door(LOOKERS),
    "people_partnership:new": Door(LOOKERS),
    "people_partnership:page": Door(KEEPERS, partnership),
}

IMPORTS = {
    "expert_import:start": Door(only("coordinator", "neighbour")),
    "expert_import:show": Door(KAISA, an_import),
    "expert_import:state": Door(KAISA, an_import),
    "expert_import:store": Door(KAISA, an_import, method="post"),
    "expert_import:cancel": Door(KAISA, an_import, method="post"),
    "expert_import:rest": Door(NOBODY, an_import),
}

DOORS: dict[str, Door] = {
    **STREET,
    **ONES_OWN,
    **FOLDER_AND_BOOKINGS,
    **ORDERS,
    **ORDER_BOARD,
    **EXPERT_BOARD,
    **IMPORTS,
    **CATALOGUES,
    **MONEY,
    **RECORDS,
    **OUTBOX_AND_CONSENTS,
    **PEOPLE_AND_UNITS,
}
