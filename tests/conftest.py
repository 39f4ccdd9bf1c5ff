"""What every test shares: databases that are copies, a clean cache, Finnish, and real servers on demand."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = [
    "tests.plugins.databases",
    "tests.plugins.postgres",
    "tests.plugins.smtp",
    "tests.plugins.gateway",
    "tests.plugins.browser",
]

LONG = os.environ.get("KUULUVIIN_LONG") == "1"

hypothesis.settings.register_profile("short", max_examples=50, deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", max_examples=1000, deadline=None)
hypothesis.settings.load_profile("long" if LONG else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `long` runs in the long form alone."""
    left_out = [] if LONG else [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays to the end: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def long_run() -> bool:
    """Whether this is `make check`: more random inputs, more kills, every language."""
    return LONG


@pytest.fixture(scope="session")
def screen_languages(long_run: bool) -> list[str]:
    return ["fi", "sv", "en"] if long_run else ["fi"]


@pytest.fixture(autouse=True)
def _fresh_process_state() -> Iterator[None]:
    """The database goes back after each test; so do the cache and the language of the thread."""
    from django.core.cache import cache
    from django.utils import translation

    cache.clear()
    translation.activate("fi")
    yield
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _no_files_left(django_test_environment: None) -> Iterator[None]:
    from django.conf import settings

    yield
    for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT):
        shutil.rmtree(Path(folder), ignore_errors=True)
