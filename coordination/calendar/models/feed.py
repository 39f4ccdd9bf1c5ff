from __future__ import annotations

from django.db import models

from coordination.people.models import Person


class Feed(models.Model):
    """A personal calendar address. Its token is a keyed digest over `nonce`, never stored; `version` moves its ETag."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    nonce = models.CharField(max_length=32, unique=True)
    version = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="feed_one_open", fields=["person"], condition=models.Q(revoked_at=None))
        ]

    def __str__(self) -> str:
        return f"K{self.pk}"
