"""Orders that are under way."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.past import days_ago
from experts.domain import agreement, cancellation
from experts.models import Agreement, BookingRequest

from .maker import Orders, hours, weekday_from


def build(orders: Orders, today: date) -> None:
    """Confirmed and coming, one cancelled, one offered and waiting, one accepted and waiting for a time."""
    with days_ago(6):
        _agreed_by_one_side(orders, today)
        _steering_group(orders, today)
        gone = _called_off_later(orders, today)
    with days_ago(2):
        cancellation.cancel(
            BookingRequest.objects.get(pk=gone.pk), orders.orderer, "Kehittämispäivä siirtyy kevääseen."
        )
        _offered(orders, today)
        _offered_as_wished(orders, today)
        _accepted(orders, today)


def _agreed_by_one_side(orders: Orders, today: date) -> None:
    when = hours(weekday_from(today + timedelta(days=4), 2), time(13), time(14))
    agreed = orders.send(
        orders.made.havukumpu,
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


def _steering_group(orders: Orders, today: date) -> None:
    steering = hours(weekday_from(today + timedelta(days=12), 3), time(12), time(14))
    group = orders.send(
        orders.made.usvalampi,
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


def _called_off_later(orders: Orders, today: date) -> BookingRequest:
    gone = hours(weekday_from(today + timedelta(days=9), 1), time(13), time(15))
    cancelled = orders.send(
        orders.made.havukumpu,
        "lecture",
        times=[gone],
        topic="Mielen pohjalla",
        need="Puheenvuoro kehittämispäivään.",
        audience="Henkilöstö",
        place="Kuulaspiha, sali",
        areas=("mental-health",),
    )
    orders.confirm(cancelled, "Tuulia")
    return cancelled


def _offered(orders: Orders, today: date) -> None:
    when = hours(weekday_from(today + timedelta(days=8), 0), time(9), time(10))
    offered = orders.send(
        orders.made.usvalampi,
        "client-meeting",
        times=[when],
        topic="Ensimmäinen kerta sosiaalitoimistossa",
        place="Usvalammen sosiaaliasema",
        areas=("employment-services",),
    )
    orders.offer(offered, "Ilkka")


def _offered_as_wished(orders: Orders, today: date) -> None:
    when = hours(weekday_from(today + timedelta(days=17), 2), time(13), time(14))
    wished = orders.send(
        orders.made.havukumpu,
        "client-meeting",
        ("Veera",),
        times=[when],
        topic="Ensimmäinen käynti velkaneuvonnassa",
        place="Kuulaspiha, huone 3",
        areas=("debt-counselling",),
    )
    orders.offer(wished, "Veera")


def _accepted(orders: Orders, today: date) -> None:
    when = hours(weekday_from(today + timedelta(days=6), 1), time(12), time(13))
    answered = orders.send(
        orders.made.havukumpu,
        "client-meeting",
        times=[when],
        topic="Avun hakeminen toisella kielellä",
        mode=BookingRequest.Mode.REMOTE,
        online_url="https://video.example.org/kuulaspiha",
        areas=("immigration",),
        languages=["fi", "en"],
    )
    orders.accept(answered, "Amina")
