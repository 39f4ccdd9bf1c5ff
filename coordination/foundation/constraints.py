"""Database constraints that hold on PostgreSQL and SQLite alike, and the name of the one broken."""

import re

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models
from django.db.backends.ddl_references import Statement, Table
from django.utils.translation import gettext_lazy as _

_OVERLAP = (
    "SELECT 1 FROM %(table)s WHERE %(scope)s = NEW.%(scope)s AND %(start)s < NEW.%(end)s AND %(end)s > NEW.%(start)s"
)
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'constraint %(plain)s'); END"
_SQLITE_INSERT = f"CREATE TRIGGER %(insert_trigger)s BEFORE INSERT ON %(table)s WHEN EXISTS ({_OVERLAP}) {_REFUSE}"
_SQLITE_UPDATE = (
    "CREATE TRIGGER %(update_trigger)s BEFORE UPDATE OF %(scope)s, %(start)s, %(end)s ON %(table)s"
    f" WHEN EXISTS ({_OVERLAP} AND %(pk)s <> OLD.%(pk)s) {_REFUSE}"
)
_POSTGRES_EXCLUDE = (
    "CONSTRAINT %(name)s EXCLUDE USING gist"
    " (int8range(%(scope)s, %(scope)s, '[]') WITH &&, tstzrange(%(start)s, %(end)s, '[)') WITH &&)"
)


class NoOverlap(models.BaseConstraint):
    """No two rows of one `scope` (a foreign key) share an instant of [`start`, `end`).

    One ending at two and another beginning at two do not overlap. `start` and `end` are datetime
    columns that are never null; that `end` comes after `start` is a check constraint of its own.

    PostgreSQL gets an exclusion constraint over built-in ranges, so no extension is needed.
    SQLite gets two triggers, queued on `deferred_sql`: a table remade by a later migration gets
    them again. Remove the constraint before renaming one of its fields, and add it after.

    The database is the last guard, not the queue: two writers who meet in a PostgreSQL exclusion
    constraint deadlock, so lock the scope's rows first, in the order of their keys. Never insert
    with `ignore_conflicts`: PostgreSQL would swallow what SQLite refuses.
    """

    default_violation_error_message = _("These times overlap with a time that is already taken.")
    violation_error_code = "overlap"

    def __init__(self, *, scope: str, start: str, end: str, **kwargs):
        self.scope, self.start, self.end = scope, start, end
        super().__init__(**kwargs)

    def constraint_sql(self, model, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
            return None
        return str(Statement(_POSTGRES_EXCLUDE, **self._parts(model, schema_editor)))

    def create_sql(self, model, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            insert, update = self._triggers(model, schema_editor)
            schema_editor.deferred_sql.append(update)
            return insert
        return Statement(f"ALTER TABLE %(table)s ADD {_POSTGRES_EXCLUDE}", **self._parts(model, schema_editor))

    def remove_sql(self, model, schema_editor):
        # On SQLite a constraint is removed by remaking the table without it.
        return schema_editor._delete_constraint_sql(schema_editor.sql_delete_constraint, model, self.name)

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        """Tell a form what the database would refuse; raises ValidationError."""
        if exclude and {self.scope, self.start, self.end} & set(exclude):
            return
        field = model._meta.get_field
        scope, start, end = (getattr(instance, field(name).attname) for name in (self.scope, self.start, self.end))
        if None in (scope, start, end):
            return
        others = model._default_manager.using(using).exclude(pk=instance.pk)
        if others.filter(**{self.scope: scope, f"{self.start}__lt": end, f"{self.end}__gt": start}).exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"scope": self.scope, "start": self.start, "end": self.end}

    def __eq__(self, other):
        if isinstance(other, NoOverlap):
            return self.deconstruct() == other.deconstruct()
        return NotImplemented

    def __hash__(self):
        return hash((self.name, self.scope, self.start, self.end))

    def __repr__(self):
        return f"<NoOverlap: scope={self.scope} start={self.start} end={self.end} name={self.name!r}>"

    def _triggers(self, model, schema_editor) -> list[Statement]:
        parts = self._parts(model, schema_editor)
        return [Statement(_SQLITE_INSERT, **parts), Statement(_SQLITE_UPDATE, **parts)]

    def _parts(self, model, schema_editor) -> dict:
        """What the templates need; `Table` lets a renamed table carry its triggers along."""
        quote, field = schema_editor.quote_name, model._meta.get_field
        return {
            "table": Table(model._meta.db_table, quote),
            "name": quote(self.name),
            "insert_trigger": quote(f"{self.name}_insert"),
            "update_trigger": quote(f"{self.name}_update"),
            "plain": self.name,
            "pk": quote(model._meta.pk.column),
            "scope": quote(field(self.scope).column),
            "start": quote(field(self.start).column),
            "end": quote(field(self.end).column),
        }


def violation_of(error: IntegrityError) -> str | None:
    """The name of the declared constraint that `error` broke, or None if it is none of ours.

    The same name on both databases. SQLite names the columns of a broken unique constraint, not
    the constraint: it is found by them; where two have the same columns, the first declared counts.
    """
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is not None:
        return diagnosis.constraint_name
    said = str(error)
    if named := re.fullmatch(
        r"(?:constraint|CHECK constraint failed:|UNIQUE constraint failed: index) '?(\w+)'?", said
    ):
        return named[1]
    if columns := re.fullmatch(r"UNIQUE constraint failed: (.+)", said):
        return _unique_constraint_over(columns[1].split(", "))
    return None


def _unique_constraint_over(columns: list[str]) -> str | None:
    """The unique constraint over `columns`, each given as `table.column`."""
    table = columns[0].split(".")[0]
    names = {column.split(".")[1] for column in columns}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table != table:
            continue
        for constraint in model._meta.constraints:
            fields = getattr(constraint, "fields", ())
            if {model._meta.get_field(field).column for field in fields} == names:
                return constraint.name
    return None
