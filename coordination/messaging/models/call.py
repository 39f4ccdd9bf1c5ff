from __future__ import annotations

from django.conf import settings
from django.db import models

from .message import Message


class Call(models.Model):
    """One try to tell a message by phone: who rang, when, whether the person was reached.

    `note` is about the calling alone ("rang twice, try after four"): never the matter.
    """

    message = models.ForeignKey(Message, models.CASCADE, related_name="calls")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    is_reached = models.BooleanField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"C{self.pk}"
