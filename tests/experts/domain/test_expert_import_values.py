from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experts.domain.expert_import import values

TODAY = date(2026, 11, 25)
YEARS = st.integers(1900, 2011)
DAYS = st.dates(date(1969, 1, 1), date(2068, 12, 31))


def read(answer):
    return answer.value, answer.doubt and (answer.doubt.kind, answer.doubt.code)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("1977", 1977, None),
        ("-77", 1977, ("note", "read_as")),
        ("’77", 1977, ("note", "read_as")),
        ("05", 2005, ("note", "read_as")),
        ("s. 1977", 1977, None),
        ("1977?", 1977, ("question", "year_asked")),
        ("13.10.1977", 1977, ("note", "birth_day")),
        ("1977-10-13", 1977, ("note", "birth_day")),
        ("", None, None),
        ("70-luku", None, ("question", "birth_year_unclear")),
        ("2093", None, ("error", "birth_year_impossible")),
        ("1899", None, ("error", "birth_year_impossible")),
        ("2012", None, ("error", "birth_year_impossible")),
    ],
)
def test_year_of_birth(cell, value, said):
    assert read(values.birth_year(cell, TODAY)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("2019", 2019, None),
        ("2021?", 2021, ("question", "year_asked")),
        ("kevät 2019", 2019, ("note", "read_as")),
        ("2019–2020", 2020, ("note", "read_as")),
        ("-19", 2019, ("note", "read_as")),
        ("kesken", None, ("note", "training_open")),
        ("pågår", None, ("note", "training_open")),
        ("joskus", None, ("question", "training_unclear")),
        ("2093", None, ("question", "training_unclear")),
        ("", None, None),
    ],
)
def test_year_of_training(cell, value, said):
    assert read(values.training_year(cell, TODAY)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("040-0000074", "0400000074", None),
        ("040 000 0097", "0400000097", None),
        ("+358400000208", "+358400000208", None),
        ("040 000 0011 / 040 000 0012", "0400000011", ("question", "phones")),
        ("kysy äidiltä", "", ("question", "phone_unclear")),
        ("", "", None),
    ],
)
def test_phone(cell, value, said):
    assert read(values.phone(cell)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("01234", "01234", None),
        ("1234", "01234", ("question", "postcode_zero")),
        ("FI-01234", "01234", None),
        ("12", "", ("question", "postcode_unclear")),
    ],
)
def test_postcode(cell, value, said):
    assert read(values.postcode(cell)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("max 2", 2, None),
        ("4", 4, None),
        ("", None, None),
        ("ei rajaa", None, None),
        ("1-2", None, ("question", "most_unclear")),
        ("99", None, ("question", "most_unclear")),
    ],
)
def test_most_a_month(cell, value, said):
    assert read(values.count(cell, 1, 31, "most_unclear")) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("", "", None),
        ("ei", "", None),
        ("x", "ask", ("question", "consent_undated")),
        ("kyllä", "ask", ("question", "consent_undated")),
        ("4.5.2025", "2025-05-04", None),
        ("25.9.25", "2025-09-25", None),
        ("kyllä 4.5.2025", "2025-05-04", None),
        ("2025-05-26", "2025-05-26", None),
        ("26.11.2026", "ask", ("question", "consent_future")),
        ("ehkä", "ask", ("question", "consent_unclear")),
    ],
)
def test_consent(cell, value, said):
    assert read(values.consent(cell, TODAY)) == (value, said)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("x", "also"), ("K", "also"), ("e", "no"), ("", "no"), ("vain etänä", "only"), ("endast på distans", "only")],
)
def test_remote(cell, value):
    assert read(values.remote(cell)) == (value, None)


def test_an_unclear_cell_protects_the_address():
    assert read(values.protected("tarkista")) == (True, ("question", "protected_unclear"))


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("aktiivinen", "active", None), ("Tauolla", "leave", None), ("lopettanut", "ended", None), ("i utbildning", "training", None),
        ("", "training", ("question", "status_missing")), ("lomalla kai", "training", ("question", "status_unknown")),
    ],
)  # fmt: skip
def test_state(cell, value, said):
    assert read(values.state(cell)) == (value, said)


@given(YEARS)
def test_every_year_of_birth_survives_being_written_down(year):
    assert values.birth_year(str(year), TODAY) == (year, None)


@given(st.integers(1912, 2011))
def test_two_digits_mean_the_nearest_adult(year):
    assert values.birth_year(f"-{year % 100:02}", TODAY).value == year


@given(DAYS)
def test_a_day_survives_each_way_of_writing(day):
    ways = [
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}.{day.month}.{day:%y}",
        day.isoformat(),
        f"kyllä {day.day}.{day.month}.{day.year}",
    ]

    assert [values.day(way) for way in ways] == [day] * len(ways)


@given(st.dates(TODAY - timedelta(days=9000), TODAY))
def test_a_dated_consent_is_given_that_day(day):
    assert values.consent(f"{day.day}.{day.month}.{day.year}", TODAY) == (day.isoformat(), None)


@given(
    st.lists(st.from_regex(r"[a-zäö]{2,9}( [a-zäö]{2,9})?", fullmatch=True), unique=True, max_size=5),
    st.sampled_from([", ", ";", "\n", " , "]),
)
def test_words_of_one_cell_come_apart_as_they_were_put_together(words, mark):
    assert values.words(mark.join(words)) == words


@given(st.text(max_size=60))
def test_no_cell_breaks_the_reading(cell):
    readers = [values.email, values.phone, values.postcode, values.remote, values.protected, values.state]

    for reader in readers:
        reader(cell)
    for reader in (values.birth_year, values.training_year, values.consent):
        reader(cell, TODAY)
    values.count(cell, 1, 31, "most_unclear")
