"""The worker is killed while files of money are made: whoever begins again makes each once, and nothing stays half made."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coordination.fees.domain import ledger_export, payment_batch
from coordination.fees.models import Fee, PaymentBatch
from coordination.fees.tasks import ledger as ledger_task
from coordination.fees.tasks import payment_batch as batch_task
from coordination.records.models import Job, StoredFile
from tests.factories import money, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres, pytest.mark.long]

ROOT = Path(__file__).resolve().parents[2]


def killed(task: object, key: int, url: str, seconds: float) -> None:
    """One life of a worker that ends by `kill -9` so long after it began."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "coordination.settings.test",
        "TEST_DATABASE_URL": url,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.concurrency.money_worker", task.__name__, str(key)]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()


def test_a_batchs_files_are_made_once_whoever_dies(database_url):
    batch = payment_batch.close(money.batch_open(3), people.actor(people.finance()))
    for seconds in (0.02, 0.08):
        killed(batch_task, batch.job_id, database_url, seconds)

    batch_task.make(batch.job_id)

    kept = PaymentBatch.objects.select_related("job", "csv").get()
    lines = money.content(kept.csv).decode("utf-8-sig").splitlines()
    assert (kept.job.status, len(lines), StoredFile.objects.filter(kind="fees.batch").count()) == ("done", 4, 2)


def test_a_ledgers_file_begins_anew_and_is_whole(database_url):
    first = money.fee_owed()
    Fee.objects.bulk_create(
        Fee(
            number=f"X-{place}", payee_id=first.payee_id, payer_id=first.payer_id, unit_id=first.unit_id, what="x",
            rate=1, amount=1, earned_on=first.earned_on,
        )
        for place in range(2999)
    )  # fmt: skip
    asked = ledger_export.ask(people.kaisa().user, "", "csv")
    killed(ledger_task, asked.job_id, database_url, 0.15)

    ledger_task.make(asked.job_id)

    job = Job.objects.select_related("result").get(pk=asked.job_id)
    assert (job.status, len(money.content(job.result).splitlines())) == ("done", 3001)
    assert StoredFile.objects.filter(kind="fees.ledger").count() == 1
