from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

START = datetime(2026, 11, 25, 11, tzinfo=UTC)
END = datetime(2026, 11, 25, 13, tzinfo=UTC)


def shown(source: str, **context) -> str:
    with translation.override("fi"):
        return Template(source).render(Context(context)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ day|day }}", "ke 25.11.2026"),
        ("{{ day|day_short }}", "ke 25.11."),
        ("{{ start|clock }}", "13"),
        ("{{ start|moment }}", "ke 25.11.2026 klo 13"),
        ("{{ start|span:end }}", "ke 25.11.2026 klo 13–15"),
        ("{{ day|month }}", "marraskuu 2026"),
        ("{{ sum|euros }}", "50,00 €"),
        ("{{ number|phone }}", "040 000 0011"),
        ("{{ number|tel }}", "0400000011"),
        ("{{ room|nbsp }}", "huone 2"),
    ],
)
def test_figures_read_as_finns_write_them(source, expected):
    context = {"day": date(2026, 11, 25), "start": START, "end": END, "sum": Decimal(50)}

    assert shown(source, number="0400000011", room="huone 2", **context) == expected


@pytest.mark.parametrize(
    "source", ["{{ x|day }}", "{{ x|euros }}", "{{ x|phone }}", "{{ x|moment }}", "{{ x|span:x }}"]
)
def test_nothing_prints_nothing(source):
    assert shown(source, x=None) == ""


def test_a_zero_sum_is_a_sum():
    assert shown("{{ x|euros }}", x=Decimal(0)) == "0,00 €"
