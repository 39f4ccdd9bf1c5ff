"""The same proof with processes, which share nothing but the database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from experts.models import Booking, BusyTime
from tests.concurrency.at_once import tally
from tests.concurrency.test_booking_at_once import accepted_by_aino, overlaps

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = 4


def test_four_processes_want_one_expert(database_url):
    waiting = [accepted_by_aino(number) for number in range(PROCESSES)]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "coordination.settings.test",
        "TEST_DATABASE_URL": database_url,
    }
    environment["PYTHONPATH"] = str(ROOT)
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.concurrency.confirm_one", str(offer.pk)],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for offer in waiting
    ]

    ready = [process.stdout.readline().strip() for process in started]
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    outcomes = [process.communicate(timeout=60)[0].strip() for process in started]

    assert ready == ["ready"] * PROCESSES
    assert tally(outcomes) == (1, {"busy"})
    assert (Booking.objects.count(), BusyTime.objects.count(), overlaps()) == (1, 1, 0)
