from __future__ import annotations

from django.db import models

from coordination.foundation import clock
from coordination.people.models import Person


class SafeLinkQuerySet(models.QuerySet):
    def alive(self) -> SafeLinkQuerySet:
        return self.filter(revoked_at=None, expires_at__gt=clock.now())


class SafeLink(models.Model):
    """A personal link that acts without an account: GET shows, POST acts.

    The token is a keyed digest over `nonce` and is never stored; `code_digest` finds the short code
    that stands beside the link for those whose mail program breaks links.
    """

    purpose = models.CharField(max_length=40)
    nonce = models.CharField(max_length=32, unique=True)
    code_digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SafeLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"S{self.pk}"
