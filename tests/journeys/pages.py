"""Every page of ours, by who walks it: where the demo's rows make the address, a function finds them.

A door of `tests/house/door_table.py` that shows a page and stands in no list fails `test_accessibility.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import reverse
from wagtail.models import Locale, Page

from coordination.demo import cast
from coordination.fees.models import Fee, PriceClass
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit, UnitAgreement
from coordination.records.domain import job
from coordination.records.models import Job
from experts.domain import booking_request, cv
from experts.domain.expert_import import process
from experts.models import (
    Booking,
    BookingRequest,
    CVRevision,
    Debrief,
    Expert,
    ExpertImport,
    Offer,
    ServiceArea,
    TaskType,
)
from tests.factories import lists

Address = tuple[str, str]
"""The door's name and the address by which it is walked."""
Walk = tuple[Callable[[], Person | None], Callable[[str], Iterator[Address]]]
"""Who walks, and the addresses in a language."""
Status = BookingRequest.Status


def somebody(member: cast.Member) -> Person:
    return Person.objects.get(email=member.email)


def at(name: str, *args: object, query: str = "") -> Address:
    return name, reverse(name, args=args) + query


def public(language: str) -> Iterator[Address]:
    """What everybody may read, and what a link in a mail opens."""
    locale = Locale.objects.get(language_code=language)
    for page in Page.objects.live().public().filter(locale=locale, depth__gt=1).specific():
        yield "wagtail_serve", page.get_url()
    veera = Expert.objects.get(person=somebody(cast.VEERA))
    yield at("cms:search", query="?q=velka")
    yield at("cms:search")
    yield at("cms:cv", veera.public_key)
    yield at("messaging:code")
    yield at("people:invitation")
    yield at("account_login")
    yield at("account_request_login_code")
    yield "404", f"/{language}/ei-ole/"
    asked = Offer.objects.filter(status=Offer.Status.OPEN, link__isnull=False).first()
    booked = Booking.objects.filter(status=Booking.Status.CONFIRMED, link__isnull=False).first()
    # A link speaks the language of the person it was sent to.
    Person.objects.filter(pk__in=[asked.expert.person_id, booked.expert.person_id]).update(language=language)
    yield at("offer_link", safe_link.token(asked.link))
    yield at("offer_link", "no-such-link")
    yield at("agreement_link", safe_link.token(booked.link))


def sari(language: str) -> Iterator[Address]:
    """Client work: the folder, orders in every state, one's own matters."""
    veera = Expert.objects.get(person=somebody(cast.VEERA))
    orders = BookingRequest.objects.filter(orderer=somebody(cast.SARI))
    draft, held = orders.get(status=Status.DRAFT), orders.filter(status__in=[Status.HELD, Status.CLOSED]).first()
    sent = orders.filter(status=Status.SENT).first()
    yield at("portal:now")
    yield at("me:details")
    yield at("calendar:mine")
    yield at("privacy:mine")
    yield at("fees:mine")
    yield at("experts:folder")
    yield at("experts:folder", query="?q=laskuista")
    yield at("experts:folder", query="?q=olematonta")
    yield at("experts:cv", veera.staff_key)
    yield at("experts:order_list")
    yield at("experts:order_new", query=f"?toive={veera.staff_key}")
    for step in ("tehtava", "tavoite", "aika", "maksaja", "tarkista"):
        yield at("experts:order_edit", draft.number, step)
    yield at("experts:order_edit", meeting_draft(draft).number, "tavoite")
    for status in (Status.SENT, Status.OFFERED, Status.CONFIRMED, Status.HELD, Status.CANCELLED):
        yield at("experts:order", orders.filter(status=status).first().number)
    yield at("experts:order_change", sent.number)
    yield at("experts:order_cancel", sent.number)
    yield at("experts:order_copy", sent.number)
    yield at("experts:order_follow_up", held.number)
    yield at("experts:order_discard", draft.number)
    for status in (Booking.Status.CONFIRMED, Booking.Status.HELD):
        yield at("experts:booking", Booking.objects.filter(booking_request__in=orders, status=status).first().pk)
    running = Job.objects.create(kind="x", status=Job.Status.RUNNING, started_by=somebody(cast.SARI).user)
    yield at("records:job", running.pk)
    yield at("account_logout")
    yield at("mfa_index")


def meeting_draft(draft: BookingRequest) -> BookingRequest:
    """A draft that asks the client's permission."""
    meeting = TaskType.objects.get(code="client-meeting")
    sent = BookingRequest.objects.filter(orderer=draft.orderer, task_type=meeting, status=Status.SENT).first()
    return booking_request.copy(sent, Actor.of(draft.orderer.user))


def veera(language: str) -> Iterator[Address]:
    """An expert: CV, limits, times, offers, bookings, money."""
    expert = Expert.objects.get(person=somebody(cast.VEERA))
    yield at("portal:now")
    yield at("calendar:mine")
    yield at("privacy:mine")
    yield at("fees:mine")
    yield at("experts:my_cv")
    yield at("experts:my_audience")
    yield at("experts:my_audience_edit", "public")
    yield at("experts:my_photo")
    yield at("experts:my_cv_edit", "fi")
    cv.start(expert, "fi", Actor.of(expert.person.user))  # a draft to send
    yield at("experts:my_cv_submit", "fi")
    yield at("experts:my_cv_preview", "fi", "own")
    yield at("experts:my_limits")
    yield at("experts:my_availability")
    yield at("experts:offer_list")
    for booking in Booking.objects.filter(expert=expert)[:3]:
        yield at("experts:booking", booking.pk)


def asked_expert(language: str) -> Iterator[Address]:
    """An expert with an open offer."""
    yield at("experts:offer_list")
    yield at("experts:offer", open_offer().pk)


def open_offer() -> Offer:
    return Offer.objects.filter(status=Offer.Status.OPEN, expert__person__user__isnull=False).first()


def kaisa_orders(language: str) -> Iterator[Address]:
    """The coordinator's home, the order board and all that is done with an order."""
    orders = BookingRequest.objects
    sent, offered = orders.filter(status=Status.SENT).first(), orders.filter(offers__status=Offer.Status.OPEN).first()
    accepted = orders.filter(status=Status.OFFERED, offers__status=Offer.Status.ACCEPTED).first()
    booking = Booking.objects.filter(status=Booking.Status.CONFIRMED).first()
    debrief = Debrief.objects.filter(next__in=[Debrief.Next.CALL, Debrief.Next.SUPERVISION], handled_at=None).first()
    yield at("wagtailadmin_home")
    yield at("booking_request:index")
    for status in (Status.SENT, Status.OFFERED, Status.CONFIRMED, Status.HELD, Status.CANCELLED):
        yield at("booking_request:page", orders.filter(status=status).first().pk)
    yield at("booking_request:change", sent.pk)
    yield at("booking_request:cancel", sent.pk)
    yield at("booking_request:unmatch", sent.pk)
    yield at("booking_request:confirm", accepted.pk)
    asked = offered.offers.filter(status=Offer.Status.OPEN).first()
    yield at("booking_request:answer", offered.pk, asked.pk)
    yield at("booking_request:withdraw", offered.pk, asked.pk)
    yield at("booking_request:agree", booking.booking_request_id, booking.pk, "tilaaja")
    yield at("booking_request:debrief", booking.booking_request_id, booking.pk, "tilaaja")
    yield at("booking_request:outcome", booking.booking_request_id, booking.pk)
    yield at("booking_request:booking_cancel", booking.booking_request_id, booking.pk)
    yield at("booking_request:see_to", debrief.booking.booking_request_id, debrief.pk)
    yield at("outbox:index")
    yield at("outbox:page", Message.objects.order_by("-pk").first().pk)


def kaisa_experts(language: str) -> Iterator[Address]:
    """The coordinator's experts, their CVs and the lists they are described by."""
    expert = Expert.objects.get(person=somebody(cast.VEERA))
    waiting = CVRevision.objects.filter(status=CVRevision.Status.SUBMITTED).first()
    yield at("expert:index")
    yield at("expert:admit")
    yield at("expert:page", expert.pk)
    yield at("expert:move", expert.pk, "tauolle")
    yield at("expert:note", expert.pk)
    yield at("expert:limits", expert.pk)
    yield at("expert:availability", expert.pk)
    yield at("expert:audience", expert.pk, "own")
    yield at("expert:cv_edit", expert.pk, "fi")
    yield at("expert:cv_submit", waiting.cv.expert_id, waiting.cv.language)
    yield at("expert:cv_approval", waiting.pk)
    yield at("expert:cv_send_back", waiting.pk)
    yield at("expert_import:start")
    yield at("expert_import:show", checked_list().pk)
    yield at("privacy_consent:index")
    yield at("privacy_consent:person", expert.person_id)
    yield at("privacy_consent:record", expert.person_id)
    yield at("service_area:index")
    yield at("service_area:edit", ServiceArea.objects.first().pk)
    yield at("task_type:index")
    yield at("task_type:add")


def checked_list() -> ExpertImport:
    """A list with an error and a question, looked through by the worker."""
    kaisa = somebody(cast.KAISA)
    rows = [
        lists.AINO,
        lists.row(Nro=2, Sukunimi="", Etunimi="Nimetön"),
        lists.row(Nro=3, Etunimi="Ilman", **{"Synt.": "-77"}),
    ]
    made = process.begin("lista.xlsx", lists.workbook(rows), kaisa.unit.organisation(), Actor.of(kaisa.user))
    process.run_check(made.pk, job.begin(made.job_id))
    return made


def pirkko(language: str) -> Iterator[Address]:
    """The main user: people, units, rules, the access log."""
    sari = somebody(cast.SARI)
    role = Role.objects.filter(person=sari).first()
    unit = UnitAgreement.objects.first().unit
    yield at("wagtailadmin_home")
    yield at("people_person:index")
    yield at("people_person:new")
    yield at("people_person:page", sari.pk)
    yield at("people_person:change", sari.pk)
    yield at("people_person:role_grant", sari.pk)
    yield at("people_person:role_end", sari.pk, role.pk)
    yield at("people_unit:index")
    yield at("people_unit:new")
    yield at("people_unit:page", unit.pk)
    yield at("people_unit:page", Unit.objects.get(depth=1, pk=sari.unit.organisation().pk).pk)
    yield at("people_unit:change", unit.pk)
    yield at("people_unit:agree", unit.pk)
    yield at("people_partnership:index")
    yield at("people_partnership:new")
    yield at("records_access:index")
    yield at("records_rule:index")
    yield at("records_rule:choose")
    yield at("records_rule:new", "offer.days")


def tiina(language: str) -> Iterator[Address]:
    """Finance: the ledger and the price list."""
    yield at("fees_fee:index")
    yield at("fees_fee:page", Fee.objects.first().pk)
    yield at("fees_price:index")
    yield at("fees_price:new")
    yield at("fees_price:page", PriceClass.objects.first().pk)


WALKS: dict[str, Walk] = {
    "public": (lambda: None, public),
    "staff": (lambda: somebody(cast.SARI), sari),
    "expert": (lambda: somebody(cast.VEERA), veera),
    "asked expert": (lambda: open_offer().expert.person, asked_expert),
    "coordinator, orders": (lambda: somebody(cast.KAISA), kaisa_orders),
    "coordinator, experts": (lambda: somebody(cast.KAISA), kaisa_experts),
    "main user": (lambda: somebody(cast.PIRKKO), pirkko),
    "finance": (lambda: somebody(cast.TIINA), tiina),
}

NO_PAGES = {
    "/hallinta/reports/site-history/": "Wagtail's own report, for the maker of the house",
    "/hallinta/reports/site-history/results/": "a fragment of it",
    "expert_import:state": "for the script of the progress page",
    "expert_import:rest": "a file",
    "experts:order_begin": "only takes a press",
    "/": "leads to the home page of one's language",
    "healthz": "for machines",
    "readyz": "for machines",
    "sitemap": "for machines",
    "robots": "for machines",
    "feed": "a calendar file",
    "people:closed": "leads away",
    "/tili/3rdparty/": "leads away",
    "/fi/_util/login/": "leads to the sign-in",
    "experts:photo": "a picture",
    "picture": "a picture",
    "records:job_state": "for the script of the progress page",
    "records:job_result": "a file",
    "records_rule:page": "a form like that of a new rule",
    "people_partnership:page": "a form like that of a new partnership",
    "service_area:add": "Wagtail's form, walked on the tasks' list",
    "task_type:edit": "Wagtail's form, walked on the areas' list",
}
WAGTAILS_OWN = ("index_results", "delete", "history", "history_results", "usage", "reorder")
"""Fragments of a listing and screens that Wagtail draws alone."""
