"""Coordinators who press “print the letters” at once: each letter is in one run, and is posted once."""

from __future__ import annotations

import pytest

from coordination.messaging.domain import call, outbox, print_run
from coordination.messaging.models import Call, Letter, Message, PrintRun
from coordination.messaging.tasks import print_run as task
from tests.concurrency.at_once import at_once, tally
from tests.factories import people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

THREADS = 6


def waiting(count: int, **fields: object) -> None:
    for number in range(count):
        someone = people.person(f"Lukija {number}", **fields)
        outbox.queue("messaging.trial", to=someone, context={}, about=someone)


def test_six_presses_make_one_run_of_each_letter_and_post_it_once():
    waiting(3, street="Kuja 1", postcode="00100", town="Havukumpu")
    unit, kaisa = people.organisation(), people.actor(people.kaisa())

    begun = at_once(*[lambda: print_run.begin(unit, kaisa)] * THREADS)
    run = PrintRun.objects.select_related("unit").get()
    task.make(run.job_id)
    posted = at_once(*[lambda: print_run.post(PrintRun.objects.select_related("unit").get(), kaisa)] * THREADS)

    assert (tally(begun), tally(posted)[0]) == ((1, {"none"}), 1)
    assert (Letter.objects.count(), set(Message.objects.values_list("status", flat=True))) == (3, {"sent"})


def test_one_told_by_two_at_once_is_told_once():
    waiting(1, phone="040 000 0066", channel="phone")
    kaisa, row = people.actor(people.kaisa()), Message.objects.get()

    told = at_once(*[lambda: call.reached([row], kaisa)] * THREADS)

    assert (tally(told), Call.objects.count()) == ((1, {"moved"}), 1)
