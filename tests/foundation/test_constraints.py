"""NoOverlap on a throwaway table, on whichever database the tests run."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, migrations, models, transaction
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.functions import Now
from django.test.utils import isolate_apps

from coordination.foundation.constraints import NoOverlap, violation_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def hours(first, last):
    return {"starts_at": NOON + timedelta(hours=first), "ends_at": NOON + timedelta(hours=last)}


def busy_time_model():
    class Expert(models.Model):
        class Meta:
            app_label = "foundation"

    class BusyTime(models.Model):
        expert = models.ForeignKey(Expert, on_delete=models.CASCADE)
        starts_at = models.DateTimeField()
        ends_at = models.DateTimeField()

        class Meta:
            app_label = "foundation"
            constraints = [
                NoOverlap(scope="expert", start="starts_at", end="ends_at", name="one_place_at_a_time"),
                models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="time_goes_forward"),
            ]

    return BusyTime


@pytest.fixture
def busy_time():
    with isolate_apps("coordination.foundation"):
        model = busy_time_model()
        with connection.schema_editor() as editor:
            editor.create_model(model._meta.get_field("expert").related_model)
            editor.create_model(model)
        for key in (1, 2):
            model._meta.get_field("expert").related_model.objects.create(pk=key)
        yield model
        with connection.schema_editor() as editor:
            editor.delete_model(model)
            editor.delete_model(model._meta.get_field("expert").related_model)


def broken_by(act):
    """The name of the constraint that `act` breaks, or None."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError as error:
        return violation_of(error)
    return None


@pytest.mark.parametrize(
    ("first", "last", "broken"),
    [
        (0, 2, "one_place_at_a_time"),
        (1, 3, "one_place_at_a_time"),
        (-1, 1, "one_place_at_a_time"),
        (0.5, 1, "one_place_at_a_time"),
        (-1, 3, "one_place_at_a_time"),
        (2, 3, None),
        (-1, 0, None),
        (5, 4, "time_goes_forward"),
    ],
)
def test_a_second_booking_of_one_expert(busy_time, first, last, broken):
    busy_time.objects.create(expert_id=1, **hours(0, 2))

    assert broken_by(lambda: busy_time.objects.create(expert_id=1, **hours(first, last))) == broken


def test_two_experts_may_be_busy_at_once(busy_time):
    busy_time.objects.create(expert_id=1, **hours(0, 2))

    assert broken_by(lambda: busy_time.objects.create(expert_id=2, **hours(0, 2))) is None


def test_moving_a_booking_onto_another_is_refused(busy_time):
    busy_time.objects.create(expert_id=1, **hours(0, 2))
    later = busy_time.objects.create(expert_id=1, **hours(2, 4))

    assert broken_by(lambda: busy_time.objects.filter(pk=later.pk).update(**hours(1, 3))) == "one_place_at_a_time"
    assert broken_by(lambda: busy_time.objects.filter(pk=later.pk).update(**hours(3, 5))) is None


def test_bulk_rows_that_overlap_are_refused(busy_time):
    rows = [busy_time(expert_id=1, **hours(0, 2)), busy_time(expert_id=1, **hours(1, 3))]

    assert broken_by(lambda: busy_time.objects.bulk_create(rows)) == "one_place_at_a_time"
    assert busy_time.objects.count() == 0


def test_a_form_is_told_before_the_database_refuses(busy_time):
    busy_time.objects.create(expert_id=1, **hours(0, 2))

    with pytest.raises(ValidationError) as refusal:
        busy_time(expert_id=1, **hours(1, 3)).validate_constraints()

    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["overlap"]


def test_a_row_half_filled_in_is_not_judged(busy_time):
    busy_time.objects.create(expert_id=1, **hours(0, 2))

    assert busy_time(expert_id=1, starts_at=NOON).validate_constraints(exclude={"ends_at"}) is None
    assert busy_time(**hours(1, 3)).validate_constraints() is None


def test_eight_threads_at_once_leave_one_booking(busy_time):
    barrier = threading.Barrier(8)
    outcomes = []

    def book():
        barrier.wait()
        try:
            busy_time.objects.create(expert_id=1, **hours(0, 2))
            outcomes.append("booked")
        except (IntegrityError, OperationalError):
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=book) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["booked", *["refused"] * 7]
    assert busy_time.objects.count() == 1


def migrated(state, operation):
    """`state` after `operation`, which is run on the database too."""
    after = state.clone()
    operation.state_forwards("foundation", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("foundation", editor, state, after)
    return after


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("busytime", "made_at", models.DateTimeField(db_default=Now())),
        migrations.AlterField("busytime", "id", models.BigAutoField(primary_key=True)),
        migrations.AlterModelTable("busytime", "hours_taken"),
        migrations.RenameModel("BusyTime", "Hours"),
    ],
    ids=lambda operation: operation.migration_name_fragment,
)
def test_the_guard_outlives_a_migration_of_its_table(operation):
    with isolate_apps("coordination.foundation"):
        model = busy_time_model()
        state = ProjectState()
        for part in (model._meta.get_field("expert").related_model, model):
            state.add_model(ModelState.from_model(part))
    for create in ("Expert", "BusyTime"):
        with connection.schema_editor() as editor:
            editor.create_model(state.apps.get_model("foundation", create))

    after = migrated(state, operation)

    table = next(kept for kept in after.apps.get_models() if kept.__name__ != "Expert")
    table._meta.get_field("expert").related_model.objects.create(pk=1)
    table.objects.create(expert_id=1, **hours(0, 2))
    assert broken_by(lambda: table.objects.create(expert_id=1, **hours(1, 3))) == "one_place_at_a_time"
    with connection.schema_editor() as editor:
        editor.delete_model(table)
        editor.delete_model(after.apps.get_model("foundation", "Expert"))


def test_the_guard_can_be_added_and_removed(busy_time):
    guard = NoOverlap(scope="expert", start="starts_at", end="ends_at", name="one_place_at_a_time")
    state = ProjectState()
    for part in (busy_time._meta.get_field("expert").related_model, busy_time):
        state.add_model(ModelState.from_model(part))

    without = migrated(state, migrations.RemoveConstraint("busytime", guard.name))
    table = without.apps.get_model("foundation", "BusyTime")
    table.objects.create(expert_id=1, **hours(0, 2))
    assert broken_by(lambda: table.objects.create(expert_id=1, **hours(1, 3))) is None

    table.objects.all().delete()
    migrated(without, migrations.AddConstraint("busytime", guard))
    table.objects.create(expert_id=1, **hours(0, 2))
    assert broken_by(lambda: table.objects.create(expert_id=1, **hours(1, 3))) == "one_place_at_a_time"


def test_a_broken_unique_constraint_is_named_on_both_databases():
    def add_two_primary_addresses():
        for number in (1, 2):
            EmailAddress.objects.create(user_id=1, email=f"{number}@example.org", primary=True)

    assert broken_by(add_two_primary_addresses) == "unique_primary_email"


def test_an_undeclared_fault_has_no_name(busy_time):
    row = busy_time.objects.create(expert_id=1, **hours(0, 2))

    assert broken_by(lambda: busy_time.objects.filter(pk=row.pk).update(ends_at=None)) is None
