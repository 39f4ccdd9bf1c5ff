from __future__ import annotations

from django.db import models

from coordination.messaging.models import SafeLink
from coordination.people.models import Person, Unit


class OutsideOrderQuerySet(models.QuerySet):
    def visible_to(self, user) -> OutsideOrderQuerySet:
        """Nobody's to see before the sender has shown that the address is theirs."""
        return self.none()


class OutsideOrder(models.Model):
    """An order from the public site that waits until its sender has opened the link of the confirmation.

    Nobody is told of it and nobody sees it. Confirmed, it becomes an order and this row goes; unconfirmed, it goes
    with its person when its days are over.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    link = models.ForeignKey(SafeLink, models.CASCADE, related_name="+")
    facts = models.JSONField(help_text="What was asked, in plain values.")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = OutsideOrderQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Q{self.pk}"
