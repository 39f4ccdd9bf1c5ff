"""The running number of an order: "2026-0148"."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models.functions import Length

from coordination.foundation import clock
from experts.models import BookingRequest

ATTEMPTS = 100


def create(**fields: object) -> BookingRequest:
    """A new order under the next free number of this year (Helsinki calendar).

    Two writers may reach for the same number: the unique key lets one through, and the other, who by then sees the
    first one's row, takes the next. On SQLite one writer is in at a time.
    """
    for __ in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return BookingRequest.objects.create(number=_next(clock.today().year), **fields)
        except IntegrityError as problem:
            if "number" not in str(problem):
                raise
    raise RuntimeError("No free order number was found.")


def _next(year: int) -> str:
    numbers = BookingRequest.objects.filter(number__startswith=f"{year}-").order_by(Length("number").desc(), "-number")
    last = numbers.values_list("number", flat=True).first()
    running = int(last.partition("-")[2]) + 1 if last else 1
    return f"{year}-{running:04}"
