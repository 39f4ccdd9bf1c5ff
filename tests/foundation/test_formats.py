import re
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from coordination.foundation import formats

NINE_TWELVE = datetime(2026, 11, 16, 7, 12, tzinfo=UTC)
ONE = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
THREE = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)


def bound(text):
    """A line breaks nowhere but after the year, before the hours."""
    return re.sub(r"(\d{4},?)\u00a0(?=\D*\d)", r"\1 ", text.replace(" ", "\u00a0"))


@pytest.mark.parametrize(
    ("language", "day", "short", "clock", "span", "moment", "month"),
    [
        (
            "fi",
            "ke 25.11.2026",
            "ke 25.11.",
            "13",
            "ke 25.11.2026 klo 13–15",
            "ma 16.11.2026 klo 9.12",
            "marraskuu 2026",
        ),
        (
            "sv",
            "ons 25.11.2026",
            "ons 25.11",
            "13",
            "ons 25.11.2026 kl. 13–15",
            "mån 16.11.2026 kl. 9.12",
            "november 2026",
        ),
        (
            "en",
            "Wed 25 Nov 2026",
            "Wed 25 Nov",
            "13:00",
            "Wed 25 Nov 2026, 13:00–15:00",
            "Mon 16 Nov 2026, 9:12",
            "November 2026",
        ),
        (
            "se",
            "ke 25.11.2026",
            "ke 25.11.",
            "13",
            "ke 25.11.2026 klo 13–15",
            "ma 16.11.2026 klo 9.12",
            "marraskuu 2026",
        ),
    ],
)
def test_days_and_times_in_each_language(language, day, short, clock, span, moment, month):
    with translation.override(language):
        shown = (
            formats.day(date(2026, 11, 25)),
            formats.day_short(ONE),
            formats.clock(ONE),
            formats.span(ONE, THREE),
            formats.moment(NINE_TWELVE),
            formats.month(ONE),
        )

    assert shown == tuple(bound(text) for text in (day, short, clock, span, moment, month))


def test_a_part_of_an_hour_is_shown():
    assert (formats.clock(time(13, 5)), formats.clock(time(0, 0))) == ("13.05", "0")


def test_a_late_evening_in_utc_is_the_next_day_in_finland():
    assert formats.day(datetime(2026, 11, 21, 22, 30, tzinfo=UTC)) == bound("su 22.11.2026")


def test_a_span_over_midnight_names_both_days():
    start, end = datetime(2026, 11, 25, 20, 0, tzinfo=UTC), datetime(2026, 11, 25, 23, 30, tzinfo=UTC)

    assert formats.span(start, end) == f"{bound('ke 25.11.2026 klo 22')} – {bound('to 26.11.2026 klo 1.30')}"


def test_the_hour_shown_twice_says_which_it_is():
    start, end = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert formats.span(start, end) == bound("su 25.10.2026 klo 3.30 kesäaikaa – 3.30 talviaikaa")


def test_the_hour_skipped_in_spring_is_not_counted():
    start, end = datetime(2026, 3, 29, 0, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)

    assert formats.span(start, end) == bound("su 29.3.2026 klo 2–4")


def test_times_under_each_other_have_their_minutes():
    shown = (formats.column_clock(time(13, 0)), formats.column_clock(time(9, 5)))

    assert shown == ("13.00", "9.05")


@pytest.mark.parametrize("write", [formats.day, formats.clock, formats.moment, formats.month])
def test_a_naive_datetime_is_refused(write):
    with pytest.raises(ValueError, match="naive"):
        write(datetime(2026, 11, 25, 13, 0))


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["fi", "sv", "en"]),
)
def test_a_line_breaks_between_the_day_and_the_hours_and_nowhere_else(instant, language):
    with translation.override(language):
        shown = formats.day(instant) + formats.moment(instant) + formats.month(instant)
        before = formats.moment(instant).partition(" ")[0].rstrip(",")
        day = formats.day(instant)

    assert (shown.count(" "), before) == (1, day)


@pytest.mark.parametrize(
    ("amount", "finnish", "english"),
    [
        (Decimal(50), "50,00 €", "50.00 €"),
        (Decimal("1000.5"), "1 000,50 €", "1 000.50 €"),
        ("1234567.895", "1 234 567,90 €", "1 234 567.90 €"),
        (-5, "−5,00 €", "−5.00 €"),
        (0, "0,00 €", "0.00 €"),
    ],
)
def test_sums(amount, finnish, english):
    with translation.override("sv"):
        swedish_shown = formats.euros(amount)
    with translation.override("en"):
        english_shown = formats.euros(amount)

    assert (formats.euros(amount), swedish_shown, english_shown) == (bound(finnish), bound(finnish), bound(english))


@pytest.mark.parametrize(("amount", "cents"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("2.675", "2.68"), (7, "7.00")])
def test_half_a_cent_goes_up(amount, cents):
    assert str(formats.euros_half_up(amount)) == cents


def test_a_float_is_no_sum():
    with pytest.raises(TypeError, match="Decimal"):
        formats.euros_half_up(0.1)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0400000011", "040 000 0011"),
        ("+358400000011", "+358 40 000 0011"),
        ("+358501234567", "+358 50 123 4567"),
        ("040  000 0011", "040 000 0011"),
        ("09 310 1691", "09 310 1691"),
        ("116117", "116117"),
        ("", ""),
    ],
)
def test_phone_numbers(written, shown):
    assert formats.phone(written) == bound(shown)
