"""The demo's clock: the only one that can be moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings

from coordination.foundation import clock


@contextmanager
def days_ago(days: int) -> Iterator[None]:
    """As if it were so many days ago: the demo's clock alone can be moved."""
    before = settings.DEMO_TODAY
    settings.DEMO_TODAY = clock.today() - timedelta(days=days)
    try:
        yield
    finally:
        settings.DEMO_TODAY = before
