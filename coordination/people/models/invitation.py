from __future__ import annotations

from django.conf import settings
from django.db import models

from coordination.foundation import clock

from .person import Person

MOST_ATTEMPTS = 5


class SignInInvitationQuerySet(models.QuerySet):
    def alive(self) -> SignInInvitationQuerySet:
        """Not used, not too old, not guessed at too often."""
        return self.filter(used_at=None, expires_at__gt=clock.now(), attempts__lt=MOST_ATTEMPTS)


class SignInInvitation(models.Model):
    """A personal code by which one who shares an e-mail address, or has none, opens the account and adds a passkey.

    The code is a handle, by which the row is found and attempts are counted, and a secret of which only the
    keyed digest is stored.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    handle = models.CharField(max_length=4, unique=True)
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = SignInInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"I{self.pk}"
