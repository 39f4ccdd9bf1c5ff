"""Two who order in the same instant get two numbers."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from experts.domain import booking_request
from experts.models import BookingRequest
from tests.factories import experts, people

WRITERS = 8


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_numbers_are_unique_among_many_writers():
    sari, task_type = people.sari(), experts.task_type()
    people.agreement_for(sari.unit)
    gate, problems = threading.Barrier(WRITERS), []

    def order() -> None:
        try:
            gate.wait(timeout=20)
            booking_request.draft(people.actor(sari), sari.unit, task_type)
        except Exception as problem:  # noqa: BLE001
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=order) for __ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    endings = sorted(number[5:] for number in BookingRequest.objects.values_list("number", flat=True))
    assert (problems, endings) == ([], [f"{n:04}" for n in range(1, WRITERS + 1)])
