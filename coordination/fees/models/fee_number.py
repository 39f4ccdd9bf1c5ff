from __future__ import annotations

from django.db import models


class FeeNumber(models.Model):
    """The last numbers given out in a year's ledger, of fees and of batches: locked while the next one is taken, so that none is given twice or skipped."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)
    last_batch = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
