"""The log names nobody."""

import logging
import sys

import pytest

from coordination.foundation import logs


def line(message, *args, error=False):
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError:
        info = sys.exc_info() if error else None
    record = logging.LogRecord("django.request", logging.WARNING, "x.py", 1, message, args, info)
    return logs.Covering().format(record)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Gone: /l/tarjous/a1b2.c3d4/", "Gone: /l/tarjous/•••/"),
        ("Not Found: /kalenteri/a1b2.c3d4.ics", "Not Found: /kalenteri/•••"),
        ("Not Found: /fi/oma/kansio/?q=velka&page=2", "Not Found: /fi/oma/kansio/?•••"),
        ("Key (email)=(aino.aalto@example.org) exists", "Key (email)=(•••) exists"),
        ("Value 131052-308T is too long", "Value ••••••-•••• is too long"),
        ("Not Found: /fi/oma/tilaukset/T-2026-0001/", "Not Found: /fi/oma/tilaukset/T-2026-0001/"),
    ],
)
def test_a_line_is_covered(written, kept):
    assert logs.covered(written) == kept


def test_arguments_and_errors_are_covered_too():
    text = line("%s: %s", "Gone", "/l/keikka/a1b2.c3d4/", error=True)

    assert "a1b2" not in text
    assert text.endswith("ZeroDivisionError: division by zero")


def test_a_line_tells_its_request():
    mark = logs.new_request_id()

    assert f"WARNING django.request [{mark}] Refused" in line("Refused")
