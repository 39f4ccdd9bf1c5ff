"""The migration graph keeps the floors, where string foreign keys escape the import contracts; and nothing is missing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.house.sources import floors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Edge = tuple[str, str]


def breaches(edges: Iterable[Edge]) -> list[str]:
    """The edges that do not lead from a floor down to a lower one; both ends must be apps of ours."""
    levels = floors()
    own = {(above, below) for above, below in edges if above in levels and below in levels and above != below}
    return sorted(f"{above} -> {below}" for above, below in own if levels[above] >= levels[below])


def migration_edges() -> list[Edge]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [
        (label, parent)
        for (label, _), migration in loader.disk_migrations.items()
        for parent, _ in migration.dependencies
    ]


def relation_edges() -> list[Edge]:
    return [
        (model._meta.app_label, field.related_model._meta.app_label)
        for model in apps.get_models()
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.is_relation and field.related_model
    ]


def missing_migrations(state: ProjectState) -> dict:
    """The changes `makemigrations` would write; like that command, it compares the texts untranslated."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    with translation.override(None):
        changes = MigrationAutodetector(loader.project_state(), state).changes(graph=loader.graph)
    return {label: found for label, found in changes.items() if label in floors()}


def test_every_app_of_ours_has_a_floor():
    own = {app.label for app in apps.get_app_configs() if app.name.split(".")[0] in {"coordination", "experts", "cms"}}

    assert own <= set(floors())


def test_migrations_keep_the_floors():
    assert breaches(migration_edges()) == []


def test_relations_keep_the_floors():
    assert breaches(relation_edges()) == []


def test_a_planted_edge_is_caught():
    edges = [("people", "experts"), ("fees", "calendar"), ("experts", "people"), ("cms", "wagtailcore")]

    assert breaches(edges) == ["fees -> calendar", "people -> experts"]


def test_no_migration_is_missing():
    assert missing_migrations(ProjectState.from_apps(apps)) == {}


def test_a_planted_change_is_caught():
    state = ProjectState.from_apps(apps)
    state.remove_field("people", "person", "birth_year")

    assert list(missing_migrations(state)) == ["people"]


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the database of the tests on PostgreSQL is migrated itself")
def test_our_migrations_make_the_tables_of_the_models(tmp_path):
    """The tests on SQLite stand on tables made from the models (`tests/plugins/databases.py`)."""
    settings = {"DJANGO_SETTINGS_MODULE": "coordination.settings.demo", "KUULUVIIN_DATA": str(tmp_path)}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]

    subprocess.run(command, env={**os.environ, **settings}, check=True)

    with closing(sqlite3.connect(tmp_path / "kuuluviin.sqlite3")) as migrated:
        assert columns_of(migrated.execute) == columns_of(connection.cursor().execute)


def columns_of(execute: Callable) -> set[tuple]:
    """Every column of every table, with its type and whether it may be empty, and the names of the indexes."""
    columns = """SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master m, pragma_table_info(m.name) c"""
    indexes = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return {*execute(columns).fetchall(), *execute(indexes).fetchall()}


def test_wings_leave_no_accessor_in_the_office():
    """A wing's row holds the key; the office must not be able to look up."""
    levels = floors()
    seen = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in {"experts", "cms"}
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.is_relation
        and levels.get(field.related_model._meta.app_label, 0) > levels[model._meta.app_label]
        and not field.remote_field.hidden
    ]

    assert seen == []
