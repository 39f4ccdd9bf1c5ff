"""The demo's orders: one in every state worth seeing, each brought there by its verbs on the days it would have happened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.foundation.clock import HELSINKI
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import agreement, booking, booking_request, cancellation, debrief, offer
from experts.models import Agreement, Booking, BookingRequest, Debrief, Expert, ServiceArea, TaskType

GOAL = "Asiakas uskaltaa avata kertyneet laskut ja varaa ajan velkaneuvontaan."


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday (Monday 0) on or after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def hours(day: date, start: time, end: time) -> tuple[datetime, datetime]:
    """Helsinki wall time as aware datetimes."""
    return datetime.combine(day, start, HELSINKI), datetime.combine(day, end, HELSINKI)


class Orders:
    """Makes orders for one orderer, matched by one coordinator."""

    def __init__(self, made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
        self.made, self.register, self.orderer, self.coordinator = made, register, orderer, coordinator

    def draft(self, unit: Unit, task: str, wishes: tuple[str, ...] = (), **fields: object) -> BookingRequest:
        task_type = TaskType.objects.get(code=task)
        codes = fields.pop("areas", ())
        experts = [self.register[name] for name in wishes]
        areas = list(ServiceArea.objects.filter(code__in=codes))
        if task_type.is_client_meeting:
            fields = {**self._client(), **fields}
        return booking_request.draft(self.orderer, unit, task_type, experts, areas=areas, **fields)

    def send(self, unit: Unit, task: str, wishes: tuple[str, ...] = (), **fields: object) -> BookingRequest:
        return booking_request.send(self.draft(unit, task, wishes, **fields), self.orderer)

    def offer(self, order: BookingRequest, *names: str) -> list:
        because = ("Sovittu puhelimessa.", clock.today())
        experts = [self.register[name] for name in names]
        return offer.make(order, experts, self.coordinator, overruled={expert.pk: because for expert in experts})

    def accept(self, order: BookingRequest, *names: str) -> list:
        offers = self.offer(order, *names)
        for row in offers:
            offer.accept(row, self.as_expert(row.expert), list(order.times.all()))
        return offers

    def confirm(self, order: BookingRequest, *names: str) -> list[Booking]:
        offers = self.accept(order, *names)
        order.refresh_from_db()
        return booking.confirm(order, order.times.first(), offers, self.coordinator)

    def agree(self, rows: list[Booking]) -> None:
        for row in rows:
            agreement.tick(row, Agreement.PARTIES[0], self.orderer, Agreement.TICKS)
            agreement.tick(row, Agreement.PARTIES[1], self.as_expert(row.expert), Agreement.TICKS)

    def as_expert(self, expert: Expert) -> Actor:
        person = expert.person
        return Actor.of(person.user) if person.user_id else self.coordinator.acting_for(person)

    def _client(self) -> dict:
        return {
            "permission": BookingRequest.Permission.GIVEN,
            "permission_on": clock.today(),
            "permission_asked_by": "Sari Tilaajamalli",
            "professional": "Sari Tilaajamalli, sosiaaliohjaaja",
            "goal": GOAL,
        }


def build(made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
    """What is past comes first, so that fairness and familiarity have something to look at."""
    orders = Orders(made, register, orderer, coordinator)
    today = clock.today()
    _past(orders, today)
    _standing(orders, today)
    _waiting(orders, today)


def _past(orders: Orders, today: date) -> None:
    """Held: a lecture closed with both debriefs, a client meeting with one debrief missing, an encounter training of three."""
    with days_ago(40):
        when = hours(weekday_from(clock.today() + timedelta(days=7), 3), time(9, 30), time(11))
        lecture = orders.send(
            orders.made.havukumpu,
            "lecture",
            ("Veera",),
            times=[when],
            topic="Häpeä ja velka",
            need="Puheenvuoro opiskelijoille, 45 kuulijaa.",
            audience="Sosionomiopiskelijat",
            audience_size=45,
            place="Kuulasveden ammattikorkeakoulu, luokka 12",
            areas=("debt-counselling",),
        )
        rows = orders.confirm(lecture, "Veera")
    with days_ago(20):
        _hold(orders, rows, asks=Debrief.Next.CALL)
    with days_ago(25):
        when = hours(weekday_from(clock.today() + timedelta(days=6), 2), time(13), time(14))
        meeting = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            ("Pekka",),
            times=[when],
            topic="Paperit järjestykseen",
            place="Kuulaspiha, huone 2",
            areas=("debt-counselling", "income-support"),
        )
        rows = orders.confirm(meeting, "Pekka")
        orders.agree(rows)
    with days_ago(10):
        _hold(orders, rows)
    with days_ago(24):
        when = hours(weekday_from(clock.today() + timedelta(days=8), 4), time(12), time(15))
        training = orders.send(
            orders.made.havukumpu,
            "encounter-training",
            times=[when],
            topic="Kohtaamisen koulutus",
            need="Kaksi pientä näytelmää, kolme roolia.",
            audience="Aikuissosiaalityön työntekijät",
            audience_size=20,
            place="Kulttuuritalo",
            offered_amount=Decimal("80.00"),
            amount_reason="Sovittu koulutuspäivän puolikas.",
            seats=3,
        )
        rows = orders.confirm(training, "Onni", "Biret", "Ilkka")
    with days_ago(6):
        _hold(orders, rows, asks=Debrief.Next.SUPERVISION)


def _hold(orders: Orders, rows: list[Booking], *, asks: str = "") -> None:
    """Held, and told of by the orderer. The first expert asks for something, the others need nothing; without, none has told."""
    for row in rows:
        row.refresh_from_db()
        booking.mark_held(row, orders.orderer)
        debrief.record(row, Debrief.Side.ORDERER, orders.orderer, True, Debrief.Feeling.GOOD)
        if asks:
            feeling, wish = (
                (Debrief.Feeling.MIXED, asks) if row == rows[0] else (Debrief.Feeling.GOOD, Debrief.Next.NOTHING)
            )
            debrief.record(row, Debrief.Side.EXPERT, orders.as_expert(row.expert), True, feeling, wish)


def _standing(orders: Orders, today: date) -> None:
    """Confirmed and coming, one cancelled, one offered and waiting, one accepted and waiting for a time."""
    made = orders.made
    with days_ago(6):
        when = hours(weekday_from(today + timedelta(days=4), 2), time(13), time(14))
        agreed = orders.send(
            made.havukumpu,
            "client-meeting",
            ("Onni",),
            times=[when],
            topic="Oma koti ja raha",
            place="Kuulaspiha, huone 2",
            directions="Bussi 4, pysäkki Kuulaspiha. Sisään pihan puolelta.",
            areas=("child-welfare",),
        )
        rows = orders.confirm(agreed, "Onni")
        agreement.tick(rows[0], Agreement.PARTIES[0], orders.orderer, Agreement.TICKS)
        steering = hours(weekday_from(today + timedelta(days=12), 3), time(12), time(14))
        group = orders.send(
            made.usvalampi,
            "steering-group",
            ("Veera",),
            times=[steering],
            topic="Maksuhäiriöpolku",
            need="Kommentoi uutta palvelupolkua.",
            audience="Ohjausryhmä",
            audience_size=9,
            place="Usvalammen kunnantalo",
            areas=("debt-counselling",),
        )
        orders.confirm(group, "Veera")
        gone = hours(weekday_from(today + timedelta(days=9), 1), time(13), time(15))
        cancelled = orders.send(
            made.havukumpu,
            "lecture",
            times=[gone],
            topic="Mielen pohjalla",
            need="Puheenvuoro kehittämispäivään.",
            audience="Henkilöstö",
            place="Kuulaspiha, sali",
            areas=("mental-health",),
        )
        orders.confirm(cancelled, "Tuulia")
    with days_ago(2):
        cancellation.cancel(
            BookingRequest.objects.get(pk=cancelled.pk), orders.orderer, "Kehittämispäivä siirtyy kevääseen."
        )
        when = hours(weekday_from(today + timedelta(days=8), 0), time(9), time(10))
        offered = orders.send(
            made.usvalampi,
            "client-meeting",
            times=[when],
            topic="Ensimmäinen kerta sosiaalitoimistossa",
            place="Usvalammen sosiaaliasema",
            areas=("employment-services",),
        )
        orders.offer(offered, "Ilkka")
        when = hours(weekday_from(today + timedelta(days=6), 1), time(12), time(13))
        answered = orders.send(
            made.havukumpu,
            "client-meeting",
            times=[when],
            topic="Avun hakeminen toisella kielellä",
            mode=BookingRequest.Mode.REMOTE,
            online_url="https://video.example.org/kuulaspiha",
            areas=("immigration",),
            languages=["fi", "en"],
        )
        orders.accept(answered, "Amina")


def _waiting(orders: Orders, today: date) -> None:
    """Just arrived, nobody found, in Swedish, with a small fee and an offer to be made by phone, with no fee, on the radio where nobody has agreed to be, and a draft."""
    made = orders.made
    with days_ago(1):
        orders.send(
            made.havukumpu,
            "client-meeting",
            ("Veera",),
            topic="Velka-asiat alkuun",
            place="Kuulaspiha, huone 2",
            areas=("debt-counselling",),
            times=[
                hours(weekday_from(today + timedelta(days=3), 2), time(13), time(14)),
                hours(weekday_from(today + timedelta(days=3), 3), time(12), time(13)),
            ],
        )
        rare = orders.send(
            made.usvalampi,
            "steering-group",
            topic="Vaativa vammaispalvelu",
            need="Kokemusta tulkkipalvelusta.",
            audience="Työryhmä",
            place="Usvalammen kunnantalo",
            times=[hours(weekday_from(today + timedelta(days=15), 4), time(8), time(10))],
            areas=("disability-services",),
        )
        booking_request.mark_unmatched(rare, orders.coordinator)
    orders.send(
        made.havukumpu,
        "school",
        topic="Erfarenhet i egen röst",
        need="En timme för studerande på svenska.",
        audience="Studerande",
        audience_size=30,
        place="Kuulasveden ammattikorkeakoulu",
        times=[hours(weekday_from(today + timedelta(days=10), 3), time(10), time(11, 30))],
        areas=("mental-health",),
        languages=["sv"],
    )
    by_phone = orders.send(
        made.havukumpu,
        "adviser",
        topic="Päätöskirje selkokielelle",
        need="Kommentteja kirjepohjaan.",
        audience="Viestintä",
        place="Kuulaspiha",
        times=[hours(weekday_from(today + timedelta(days=14), 2), time(12), time(13))],
        areas=("income-support",),
        offered_amount=Decimal("20.00"),
        amount_reason="Lyhyt kommentointi kotona.",
    )
    orders.offer(by_phone, "Pekka")
    orders.send(
        made.havukumpu,
        "own-story",
        topic="Vapaaehtoisten ilta",
        need="Puolen tunnin tarina ja keskustelu.",
        audience="Vapaaehtoiset",
        audience_size=12,
        place="Toivon Sillan tupa",
        times=[hours(weekday_from(today + timedelta(days=16), 1), time(17), time(18))],
        areas=("mental-health",),
        offered_amount=Decimal("0.00"),
        amount_reason="Yhdistyksen ilta: maksetaan vain matkat.",
    )
    orders.send(
        made.havukumpu,
        "media",
        topic="Radiohaastattelu: velka ja häpeä",
        need="Paikallisradion haastattelu, suora lähetys.",
        audience="Kuuntelijat",
        place="Paikallisradio, Havukumpu",
        times=[hours(weekday_from(today + timedelta(days=11), 3), time(9), time(10))],
        areas=("debt-counselling",),
    )
    orders.draft(made.havukumpu, "lecture", ("Biret",), topic="Kieli on koti", need="Puheenvuoro verkostopäivään.")
