"""Between the meetings: notices of the leaders, and fares at every step from the slip to the ledger."""

from __future__ import annotations

from decimal import Decimal

from coordination.demo.past import days_ago
from coordination.people.actor import Actor
from councils.domain import bulletin, fare, meeting_fee
from councils.domain.fare import Row, Signed
from councils.models import Attendance, Council, Meeting

from .base import Councils

SETTLED = 2
FARES = (("3.40", "Keskusta–Kuulaspiha"), ("6.80", "Asema–Kuulaspiha"), ("0.00", ""), ("4.20", "Lahdenperä–Kuulaspiha"))
NOTICES = (
    (
        34,
        "Raati mukana hyvinvointimessuilla",
        "Raadilla on pöytä hyvinvointimessuilla kirjaston aulassa. Kuka haluaa olla pöydän ääressä tunnin? Soita Elinalle.",
        "Kirjastossa on messut. Raati on mukana. Voit olla pöydän luona tunnin. Soita Elinalle.",
    ),
    (
        5,
        "Kuulaspihan pääovi on remontissa",
        "Pääovi on kiinni joulukuun alkuun asti. Tule sisään pihan puolelta: siellä on luiska ja opaste. Kahvi on valmiina kuten ennenkin.",
        "Pääovi on kiinni. Tule sisään pihan puolelta. Siellä on luiska.",
    ),
)


def build(made: Councils) -> None:
    for days, title, text, plain in NOTICES:
        with days_ago(days):
            bulletin.tell(made.adult, made.leader, title=title, text=text, plain_text=plain)
    _fares(made)


def _fares(made: Councils) -> None:
    """The latest meetings are settled; of the adults' very last one Matti's fare waits for him and another for the leader."""
    for council, by in ((made.adult, made.leader), (made.group, made.leader), (made.families, made.coordinator)):
        over = Meeting.objects.filter(council=council, attendances__state=Attendance.Status.PRESENT).distinct()
        for number, meeting in enumerate(over.order_by("-starts_at")[:SETTLED]):
            rows = [row for row in fare.sheet(meeting) if row.takes_fare]
            waits = number == 0 and council == made.adult
            for place, row in enumerate(_confirmed(rows, made.matti.person_id) if waits else rows):
                _settle(council, row, place, by)


def _confirmed(rows: list[Row], matti: int) -> list[Row]:
    return [row for row in rows if row.person.pk != matti][1:]


def _settle(council: Council, row: Row, place: int, by: Actor) -> None:
    amount, route = FARES[place % len(FARES)]
    fare.confirm(row.attendance, by, amount=Decimal(amount), route=route, signed=Signed.PAPER)
    if council.meeting_fee_id:
        meeting_fee.settle(row.attendance, by, declined=place % 5 == 4)
