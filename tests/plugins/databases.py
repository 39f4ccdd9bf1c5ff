"""The test database: made once per set of migrations, then copied.

Wagtail's migrations take longer than hundreds of tests, so they run once into a template whose name is a digest of
every migration and pin; each process gets a copy of it. A transactional test is followed by another copy rather than by
a flush, since a flush would take Wagtail's root page, site and locales along.

Our own tables are made from the models, in a fifth of the time; on SQLite a long test of `test_migrations.py` says that they
are the same. `TEST_DB=postgres` does the same with a PostgreSQL template database (see `postgres.py`), and `make check` has
it made by every migration of ours (`TEST_MIGRATIONS=1`), so that all that is proven on the one is proven on the other.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.migrations.executor import MigrationExecutor

ROOT = Path(__file__).resolve().parents[2]
OURS = {"coordination", "experts", "councils", "cms"}
KEPT_TEMPLATES = 4


class SqliteCopies:
    """Copies of a template file, made with SQLite's own backup so that open connections notice."""

    def __init__(self, name: Path, folder: Path, digest: str) -> None:
        self.name = name
        self.folder = folder
        self.template = folder / f"{digest}.sqlite3"

    def prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with _locked(self.folder / "lock"):
            if not self.template.exists():
                unfinished = self.folder / f"unfinished-{os.getpid()}"
                _make(unfinished, _tables_of_ours)
                unfinished.rename(self.template)
            self.template.touch()
            self._forget_old_templates()
        self.drop()
        self.restore()

    def restore(self) -> None:
        with closing(sqlite3.connect(self.template)) as source, closing(sqlite3.connect(self.name, timeout=30)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # a throw-away file
            source.backup(copy)

    def drop(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.name}{suffix}").unlink(missing_ok=True)

    def _forget_old_templates(self) -> None:
        newest_first = sorted(self.folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in newest_first[KEPT_TEMPLATES:]:
            old.unlink(missing_ok=True)


class PostgresCopies:
    """Databases made from a template database of the same cluster."""

    def __init__(self, name: str, digest: str) -> None:
        self.name = name
        self.template = f"template_{digest}"

    def prepare(self) -> None:
        lock = Path(os.environ["TEST_PG_SOCKET"]) / "template.lock"
        with _locked(lock):
            if not self._exists(self.template):
                unfinished = f"unfinished_{os.getpid()}"
                self._run(f'CREATE DATABASE "{unfinished}"')
                _make(unfinished, _migrate if os.environ.get("TEST_MIGRATIONS") == "1" else _tables_of_ours)
                self._run(f'ALTER DATABASE "{unfinished}" RENAME TO "{self.template}"')
        self.restore()

    def restore(self) -> None:
        self.drop()
        self._run(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}" STRATEGY FILE_COPY')

    def drop(self) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _exists(self, name: str) -> bool:
        return bool(self._run("SELECT 1 FROM pg_database WHERE datname = %s", [name]))

    @staticmethod
    def _run(statement: str, values: list[str] | None = None) -> list:
        import psycopg

        settings = {"host": os.environ["TEST_PG_SOCKET"], "user": "postgres", "dbname": "postgres", "autocommit": True}
        with closing(psycopg.connect(**settings)) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _digest() -> str:
    """What the migrated tables depend on: our migrations, and the pins of everybody else's."""
    digest = hashlib.sha256((ROOT / "requirements" / "main.txt").read_bytes() + Path(__file__).read_bytes())
    for path in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("coordination/*/migrations/*.py")):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _make(name: Path | str, fill: Callable[[], None]) -> None:
    from django.core.management import call_command

    _connect_to(name)
    fill()
    call_command("createcachetable", verbosity=0)
    _connect_to(None)


def _migrate() -> None:
    """Every migration, others' first: each of theirs would render all our models anew."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.migrate(_leaves(executor, ours=False))
    call_command("migrate", verbosity=0, interactive=False)


def _tables_of_ours() -> None:
    """The migrations of others and of people, on which they stand; the tables of the rest as the models have them."""
    from django.apps import apps
    from django.core.management.sql import emit_post_migrate_signal
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    people = [leaf for leaf in _leaves(executor, ours=True) if leaf[0] == "people"]
    executor.migrate([*people, *_leaves(executor, ours=False)])
    labels = {label for label, __ in _leaves(executor, ours=True)} - {"people"}
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.app_label in labels and model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
    again = MigrationExecutor(connection)
    again.migrate(_leaves(again, ours=True), fake=True)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _leaves(executor: MigrationExecutor, *, ours: bool) -> list[tuple[str, str]]:
    from django.apps import apps

    leaves = executor.loader.graph.leaf_nodes()
    return [leaf for leaf in leaves if (apps.get_app_config(leaf[0]).name.split(".")[0] in OURS) == ours]


def _connect_to(name: Path | str | None) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(name)


def _copies() -> SqliteCopies | PostgresCopies:
    from django.conf import settings

    if settings.TEST_DB == "postgres":
        return PostgresCopies(f"test_{settings.TEST_NAME}", _digest())
    name = settings.DATA / f"test-{settings.TEST_NAME}.sqlite3"
    return SqliteCopies(name, settings.DATA / "test-templates", _digest())


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker) -> Iterator[None]:
    from django.test import TransactionTestCase

    copies = _copies()
    with django_db_blocker.unblock():
        copies.prepare()
        _connect_to(copies.name)

    def restore(self: TransactionTestCase) -> None:
        _connect_to(copies.name)
        copies.restore()

    flush, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, restore
    yield
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        _connect_to(None)
        copies.drop()


@pytest.fixture
def database_url(transactional_db: None) -> str:
    """The test database as a URL: a process started with `TEST_DATABASE_URL` set to it sees what the test committed."""
    from urllib.parse import quote

    from django.db import connection

    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite://{quote(str(name))}"
    return f"postgres://postgres@{quote(connection.settings_dict['HOST'], safe='')}/{name}"
