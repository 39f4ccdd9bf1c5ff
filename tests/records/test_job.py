"""Work in the worker that stumbles: the bar ends, the page tells what another press does, and the log quotes nothing."""

from __future__ import annotations

import traceback

import pytest
from django.db import connection
from django.urls import reverse
from django_q.exceptions import TimeoutException

from coordination.records.domain import job
from coordination.records.models import Job
from coordination.records.views.job import words
from tests.factories import people

pytestmark = pytest.mark.django_db

TASK = "coordination.recruitment.tasks.decision.settle"


def work() -> Job:
    return job.start("trial", TASK, people.actor(people.kaisa()))


def stumble(row: Job) -> None:
    job.went_on(row, 1, 3)
    raise ValueError("Aino Aalto, 040 123 4567")


def late(row: Job) -> None:
    raise TimeoutException("600 seconds")


def lose_the_database(row: Job) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.parametrize("way", [job.ANEW, job.ON])
def test_work_that_stumbles_tells_so_and_what_another_press_does(client, way):
    row = work()
    kaisa = people.sign_in(client, people.kaisa())

    with pytest.raises(job.Stumbled):
        job.carry_out(row.pk, stumble, way)

    row.refresh_from_db()
    page = kaisa.get(reverse("records:job", args=[row.pk])).content.decode()
    bar = kaisa.get(reverse("records:job_state", args=[row.pk])).json()
    assert (row.status, row.problem, words(row) in page, bar["text"], bar["finished"]) == (
        "failed", way, True, words(row), True,
    )  # fmt: skip


def test_what_stays_done_is_told_otherwise_than_what_never_was():
    told = {words(Job(status="failed", problem=problem)) for problem in (job.ANEW, job.ON)}

    assert len(told) == 2


def test_the_log_hears_where_it_stumbled_and_none_of_the_words():
    row = work()

    with pytest.raises(job.Stumbled) as stumbled:
        job.carry_out(row.pk, stumble, job.ON)

    logged = "".join(traceback.format_exception(stumbled.value))
    assert [part in logged for part in ("Aino", "040", f"J{row.pk} trial: ValueError at ", " stumble")] == [
        False, False, True, True,
    ]  # fmt: skip


def test_work_that_took_too_long_is_told_too():
    row = work()

    with pytest.raises(TimeoutException):
        job.carry_out(row.pk, late, job.ON)

    row.refresh_from_db()
    assert (row.status, row.problem) == ("failed", job.ON)


def test_work_that_kills_every_worker_is_given_up_by_its_own_way():
    row = work()
    for __ in range(job.MOST_ATTEMPTS):
        job.begin(row.pk)

    job.carry_out(row.pk, stumble, job.ON)

    row.refresh_from_db()
    assert (row.status, row.problem, row.done) == ("failed", job.ON, 0)


def test_work_that_goes_through_its_beginning_again_and_never_further_is_given_up():
    row = work()
    job.went_on(row, 25, 60)

    lives = 0
    while job.begin(row.pk, job.ON) and lives < 9:
        job.went_on(row, 10, 60)
        job.went_on(row, 25, 60)
        lives += 1

    row.refresh_from_db()
    assert (lives, row.status, row.done, row.total) == (job.MOST_ATTEMPTS, "failed", 25, 60)


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres(only=True)
def test_work_whose_connection_broke_is_told_over_a_new_one():
    row = work()

    with pytest.raises(job.Stumbled):
        job.carry_out(row.pk, lose_the_database, job.ON)

    row.refresh_from_db()
    assert (row.status, row.problem) == ("failed", job.ON)
