from __future__ import annotations

from django.conf import settings
from django.db import models

from .person import Person


class SignInInvitation(models.Model):
    """A personal code by which one who shares an e-mail address, or has none, opens the account and adds a passkey.

    The code itself is never stored, only its keyed digest.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"I{self.pk}"
