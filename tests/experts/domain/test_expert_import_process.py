from datetime import timedelta
from pathlib import Path

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.models import Role
from coordination.records.domain import job
from coordination.records.models import Job, StoredFile
from experts.domain.expert_import import process, report
from experts.models import Expert, ExpertImport
from experts.tasks import expert_import as tasks
from tests.factories import lists, people
from tests.factories.lists import row

pytestmark = pytest.mark.django_db
Status = ExpertImport.Status


def kaisa():
    return people.actor(people.kaisa())


def again(made):
    return ExpertImport.objects.get(pk=made.pk)


def test_the_worker_checks_and_then_stores():
    made = lists.uploaded()

    tasks.check(made.job_id)
    looked_at = again(made)
    status = looked_at.status
    found = report.read(looked_at.report)
    process.approve(looked_at, kaisa())
    tasks.store(again(made).job_id)

    stored = again(made)
    assert (status, looked_at.counts["new"], [one["name"] for one in found.first]) == (
        Status.CHECKED,
        1,
        ["Aino Aalto"],
    )
    assert (stored.status, Expert.objects.count(), stored.source, stored.rest) == (Status.STORED, 1, None, None)
    assert set(Job.objects.values_list("status", flat=True)) == {"done"}


def test_a_file_that_is_no_list_is_told_on_its_page():
    made = process.begin("lista.csv", b"a;b\n1;2\n", people.organisation(), kaisa())

    tasks.check(made.job_id)

    assert (again(made).status, bool(again(made).problem)) == (Status.REFUSED, True)


def test_errors_keep_everything_out_until_the_sound_rows_are_asked_for():
    made = lists.checked([row(), row(Nro=2, Sukunimi="")])

    with pytest.raises(Refused) as refused:
        process.approve(made, kaisa())
    process.approve(made, kaisa(), sound_only=True)
    tasks.store(again(made).job_id)

    assert (refused.value.code, Expert.objects.count(), again(made).rest.name) == (
        "errors",
        1,
        "lista-korjattavat.xlsx",
    )


def test_what_became_wrong_meanwhile_stores_nothing():
    made = lists.checked()
    process.approve(made, kaisa())
    Role.objects.filter(person=people.kaisa(), kind=Role.Kind.COORDINATOR).update(
        ends_on=clock.today() - timedelta(days=1)
    )

    tasks.store(again(made).job_id)

    assert (again(made).status, bool(again(made).problem), Expert.objects.count()) == (Status.CHECKED, True, 0)


def test_cancelling_takes_the_files_away(django_capture_on_commit_callbacks):
    made = lists.checked()
    paths = [Path(file.file.path) for file in StoredFile.objects.filter(kind=process.KIND)]

    with django_capture_on_commit_callbacks(execute=True):
        process.cancel(made, kaisa())

    assert (again(made).status, StoredFile.objects.count(), [path.exists() for path in paths]) == (
        Status.CANCELLED,
        0,
        [False, False],
    )


@pytest.mark.parametrize(("days", "left"), [(6, 2), (8, 0)])
def test_files_go_in_a_week(days, left):
    made = lists.checked()
    ExpertImport.objects.filter(pk=made.pk).update(made_at=clock.now() - timedelta(days=days))

    tasks.sweep()

    assert StoredFile.objects.filter(kind=process.KIND).count() == left


def test_only_ones_own_list_is_stored_or_cancelled():
    made = lists.checked()
    neighbour = people.actor(people.stranger_coordinator())

    for verb in (process.approve, process.cancel):
        with pytest.raises(Refused) as refused:
            verb(made, neighbour)
        assert refused.value.code == "not_own"


def test_a_list_goes_only_into_ones_own_register():
    with pytest.raises(Refused) as refused:
        process.begin(
            "lista.xlsx", lists.workbook([row()]), people.organisation(), people.actor(people.stranger_coordinator())
        )

    assert refused.value.code == "not_coordinator"


def test_progress_is_told_while_the_check_runs():
    made = lists.uploaded([row(Nro=index, Etunimi=f"Aino{index}", Sähköposti="") for index in range(5)])

    process.run_check(made.pk, job.begin(made.job_id))

    work = Job.objects.get(pk=made.job_id)
    assert work.done == work.total > 0
