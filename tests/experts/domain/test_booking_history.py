from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experts.domain import expert_import
from experts.domain.booking_history import values
from experts.domain.booking_history.names import Nameable, Names
from experts.domain.booking_history.values import When
from experts.models import PastBooking
from tests.factories import lists, people
from tests.factories.lists import HOUSE, booking, row

TODAY = date(2026, 11, 25)


def read(answer):
    return answer.value, answer.doubt and (answer.doubt.kind, answer.doubt.code)


def check(*bookings, rows=(lists.AINO,)):
    return expert_import.check(lists.read(rows, bookings), people.organisation(), HOUSE)


def store(*bookings, rows=(lists.AINO,), **how):
    return expert_import.store(lists.read(rows, bookings), people.organisation(), HOUSE, **how)


def codes(found):
    return [(finding.kind, finding.code) for finding in found.findings]


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("17.11.25", When(date(2025, 11, 17)), None),
        ("2025-12-25 12:00", When(date(2025, 12, 25), time(12)), None),
        ("6.9.2025 klo 13-15", When(date(2025, 9, 6), time(13), time(15)), None),
        ("ke 15.10.2025 klo 10–11", When(date(2025, 10, 15), time(10), time(11)), None),
        ("ke 15.10.2025 klo 9.30–11.00", When(date(2025, 10, 15), time(9, 30), time(11)), None),
        ("ons 15.10.2025 kl. 10-11", When(date(2025, 10, 15), time(10), time(11)), None),
        ("ma 15.10.2025 klo 10–11", When(date(2025, 10, 15), time(10), time(11)), ("question", "weekday_wrong")),
        ("15.10.2025 klo 11–10", When(date(2025, 10, 15), time(11)), ("question", "end_before_start")),
        ("", None, ("error", "day_missing")),
        ("syksyllä", None, ("error", "day_wrong")),
        ("31.2.2025", None, ("error", "day_wrong")),
        ("26.11.2026", None, ("error", "day_future")),
    ],
)
def test_when(cell, value, said):
    assert read(values.when(cell, TODAY)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("50", Decimal(50), None), ("50 €", Decimal(50), None), ("30€", Decimal(30), None), ("50,00", Decimal(50), None), ("50 eur", Decimal(50), None),
        ("2 x 25 €/h", Decimal(50), ("note", "fee_multiplied")), ("1,5 h x 30", Decimal(45), ("note", "fee_multiplied")),
        ("ei palkkiota", Decimal(0), None), ("", None, None), ("sovitaan", None, ("question", "fee_unclear")),
    ],
)  # fmt: skip
def test_fee(cell, value, said):
    assert read(values.fee(cell)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("", "held", None), ("siirretty", "moved", None), ("peruttiin samana päivänä", "cancelled", None), ("asiakas ei tullut", "client_absent", None),
        ("flyttades", "moved", None), ("oli mukavaa", "held", ("question", "outcome_unclear")),
    ],
)  # fmt: skip
def test_what_happened(cell, value, said):
    assert read(values.outcome(cell)) == (value, said)


@given(st.dates(date(1970, 1, 1), TODAY), st.times(), st.times())
def test_a_moment_survives_each_way_of_writing(day, one, other):
    starts, ends = sorted([one.replace(second=0, microsecond=0), other.replace(second=0, microsecond=0)])
    days = f"{day.day}.{day.month}.{day.year}"
    ways = [
        f"{days} klo {starts:%H.%M}–{ends:%H.%M}",
        f"{days} klo {starts:%H:%M}-{ends:%H:%M}",
        f"{days} {starts:%H.%M} - {ends:%H.%M}",
    ]

    found = [values.when(way, TODAY).value for way in ways]

    wanted = When(day, starts, ends) if ends > starts else When(day, starts)
    assert found == [wanted] * len(ways)


@given(st.integers(1, 40), st.integers(1, 99_99))
def test_a_fee_of_hours_is_multiplied(hours, cents):
    rate = Decimal(cents) / 100

    assert values.fee(f"{hours} x {str(rate).replace('.', ',')} €/h").value == hours * rate


@given(st.text(max_size=50))
def test_no_cell_breaks_the_reading(cell):
    values.when(cell, TODAY)
    values.fee(cell)
    values.outcome(cell)


@pytest.mark.parametrize("written", ["Näyte, Bo", "Bo Näyte", "Näyte Bo", "bo näyte", "Bo"])
def test_a_name_in_either_order(written):
    bo, aino = Nameable(("bo", "näyte"), 1), Nameable(("aino", "aalto"), 2)

    assert Names([bo, aino]).find(written).value == bo


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Bo", "expert_several"),
        ("Näyte Bo", "expert_several"),
        ("Kukaan", "expert_unknown"),
        ("", "expert_missing"),
        ("Aino", "expert_unsound"),
    ],
)
def test_a_name_that_does_not_tell_who(written, code):
    people_known = [
        Nameable(("bo", "näyte"), 1),
        Nameable(("bo", "näyte"), 2),
        Nameable(("aino", "aalto"), None, 7, is_sound=False),
    ]

    assert read(Names(people_known).find(written)) == (None, ("error", code))


@pytest.mark.django_db
def test_history_comes_in_marked_as_imported():
    youth = people.unit("Nuorten palvelut")

    store(booking())

    past = PastBooking.objects.select_related("expert__person", "unit").get()
    assert (past.expert.person.full_name, past.held_on, past.starts, past.ends) == (
        "Aino Aalto",
        date(2025, 10, 15),
        time(10),
        time(11),
    )
    assert (past.unit, past.task_type.code, past.amount, past.paid, past.source) == (
        youth,
        "lecture",
        Decimal("50.00"),
        "x",
        "Asiantuntijat",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"Tehtävä": "astapaaminen"}, [("note", "task_guessed")]),
        ({"Asiantuntija": "Aino"}, [("note", "expert_by_first_name")]),
        ({"Yksikkö": "Kylän kauppa"}, [("note", "unit_as_text")]),
        ({"Pvm ja klo": "syksyllä"}, [("error", "day_wrong")]),
        ({"Tilaaja": "asiakas 131052-308T"}, [("error", "identity_code")]),
    ],
)
def test_each_finding(changes, said):
    people.unit("Nuorten palvelut")

    assert codes(check(row(booking(), **changes))) == said


@pytest.mark.django_db
def test_the_same_history_twice_changes_nothing():
    people.unit("Nuorten palvelut")
    store(booking())
    before = list(PastBooking.objects.values())

    again = store(booking())

    assert (again.bookings, list(PastBooking.objects.values())) == (0, before)


@pytest.mark.django_db
def test_what_was_paid_later_is_mended():
    store(booking(Maksettu=""))

    again = store(booking(Maksettu="15.3.2026"))

    assert (again.bookings, PastBooking.objects.get().paid) == (1, "15.3.2026")


@pytest.mark.django_db
def test_one_booking_told_twice_comes_in_once():
    people.unit("Nuorten palvelut")

    stored = store(booking(), booking(Asiantuntija="Aino Aalto"))

    assert (codes(stored.check), PastBooking.objects.count()) == ([("question", "booking_twice")], 1)


@pytest.mark.django_db
def test_a_first_name_of_two_keeps_the_booking_out():
    rows = [row(), row(Nro=2, Sukunimi="Näyte", Sähköposti="")]

    stored = store(booking(Asiantuntija="Aino"), rows=rows, sound_only=True)

    assert (stored.made, stored.bookings, stored.check.counts()["out"]) == (2, 0, 1)
