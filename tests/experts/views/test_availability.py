from datetime import time, timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(client):
    expert = experts.aino()
    people.sign_in(client, expert.person)
    return expert


def filled(client):
    """The page as the browser would send it back."""
    forms = client.get(reverse("experts:my_availability")).context["forms"]
    data = {}
    for part in (forms.week, forms.special, forms.away):
        for form in [part.management_form, *part]:
            for bound in form:
                value = bound.value()
                data[bound.html_name] = (
                    ""
                    if value is None
                    else bound.field.widget.format_value(value)
                    if hasattr(bound.field.widget, "format_value") and not isinstance(value, (str, int))
                    else value
                )
    return data


def test_the_week_and_the_exceptions_are_kept(client, aino):
    day = clock.today() + timedelta(days=10)
    data = filled(client)
    data |= {"week-0-starts": "9", "week-0-ends": "11.30"}
    data |= {
        "special-0-day": f"{day.day}.{day.month}.{day.year}",
        "special-0-starts": "8",
        "special-0-ends": "12",
        "special-0-available": "0",
    }
    data |= {"away-0-starts_on": f"{day.day}.{day.month}.{day.year}"}

    answer = client.post(reverse("experts:my_availability"), data)

    assert answer.status_code == 302
    assert [(row.weekday, row.starts, row.ends) for row in aino.availabilities.all()] == [
        (0, time(9), time(11, 30)),
        (2, time(12), time(16)),
    ]
    assert [(row.day, row.available) for row in aino.special_days.all()] == [(day, False)]
    assert [(row.starts_on, row.ends_on) for row in aino.away_periods.all()] == [(day, day)]


def test_half_a_time_and_overlaps_are_told(client, aino):
    half = {**filled(client), "week-0-starts": "9", "week-0-ends": ""}
    overlapping = {
        **filled(client),
        "week-0-starts": "9",
        "week-0-ends": "11",
        "week-1-starts": "10",
        "week-1-ends": "12",
    }

    first = client.post(reverse("experts:my_availability"), half)
    second = client.post(reverse("experts:my_availability"), overlapping)

    assert (first.status_code, first.context["forms"].week.total_error_count()) == (200, 1)
    assert second.context["refused"] != ""
    assert aino.availabilities.count() == 1
