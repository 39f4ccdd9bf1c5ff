from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import TextsField
from coordination.people.models import Person


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user) -> EntryQuerySet:
        """One's own entries: nobody reads another's calendar."""
        return self.filter(guests__person__user=user) if user.is_authenticated else self.none()

    def standing(self) -> EntryQuerySet:
        return self.filter(cancelled_at=None)


class Entry(models.Model):
    """A time in people's calendars. The title is neutral and holds no client detail; a stable UID, a rising SEQUENCE."""

    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    titles = TextsField()
    descriptions = TextsField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    online_url = models.URLField(blank=True)
    url_name = models.CharField(max_length=80, blank=True)
    object_key = models.CharField(max_length=40, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="entry_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at")))
        ]
        indexes = [models.Index(fields=["starts_at"])]

    def __str__(self) -> str:
        return self.uid


class Guest(models.Model):
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="guests")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="guest_once", fields=["entry", "person"])]

    def __str__(self) -> str:
        return f"{self.entry_id}:{self.person_id}"
