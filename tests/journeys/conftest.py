"""What journeys share: a screen for each person, and the worker that takes the outbox to a real mail server."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage
    from pathlib import Path

    from playwright.sync_api import Page

    from coordination.people.models import Person


@pytest.fixture
def screen(new_context, sign_in) -> Callable[..., Page]:
    """`screen(person)`: a browser profile of that person's own, signed in with a second factor."""

    def sit_down(person: Person, **options: object) -> Page:
        return sign_in(new_context(**options), person).new_page()

    return sit_down


@pytest.fixture
def worker(smtp, settings, live_server) -> Callable[[], list[EmailMessage]]:
    """`worker()` sends what waits in the outbox, as the worker would, and returns what the mail server took in."""
    from coordination.messaging.domain import delivery

    settings.WAGTAILADMIN_BASE_URL = live_server.url

    def run() -> list[EmailMessage]:
        already = len(smtp.messages)
        delivery.deliver()
        return smtp.messages[already:]

    return run


@pytest.fixture(scope="session")
def demo_copy(tmp_path_factory) -> Path:
    """Where the filled demo is kept: one for all the processes of a run."""
    folder = tmp_path_factory.getbasetemp()
    return (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "demo.sqlite3"


@pytest.fixture
def demo_house(transactional_db, demo_copy) -> None:
    """The invented organisation of the demo, filled once a run and copied from then on."""
    from django.db import connection

    from coordination.demo import fill

    if connection.vendor != "sqlite":
        fill.everything()
        return
    with demo_copy.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not demo_copy.exists():
            fill.everything()
            unfinished = demo_copy.with_suffix(".unfinished")
            _copy(connection.settings_dict["NAME"], unfinished)
            unfinished.rename(demo_copy)
            return
    _copy(demo_copy, connection.settings_dict["NAME"])


def _copy(source: Path | str, target: Path | str) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target, timeout=30)) as here:
        there.backup(here)
