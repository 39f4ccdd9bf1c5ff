from __future__ import annotations

from django.db import models


class ReceivedMail(models.Model):
    """That a mail has been read and acted on, so that reading it again does nothing. Nothing of the mail is kept."""

    digest = models.CharField(max_length=64, unique=True)
    read_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"R{self.pk}"
