from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from .stored_file import StoredFile


class JobQuerySet(models.QuerySet):
    def visible_to(self, user) -> JobQuerySet:
        """Only who started a job follows it."""
        return self.filter(started_by=user) if user.is_authenticated else self.none()


class Job(models.Model):
    """Work that grows, done by the worker while a progress bar tells how far it is.

    `cursor` holds primary keys and numbers only. `attempts` rises before the work begins, so that work
    which kills its worker is given up instead of tried for ever.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("job", "waiting")
        RUNNING = "running", pgettext_lazy("job", "running")
        DONE = "done", pgettext_lazy("job", "done")
        FAILED = "failed", pgettext_lazy("job", "failed")
        STOPPED = "stopped", pgettext_lazy("job", "stopped")

    MOVES = {
        Status.WAITING: {Status.RUNNING, Status.STOPPED, Status.FAILED},
        Status.RUNNING: {Status.RUNNING, Status.DONE, Status.FAILED, Status.STOPPED},
        Status.DONE: set(),
        Status.FAILED: set(),
        Status.STOPPED: set(),
    }

    kind = models.CharField(max_length=60)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    cursor = models.JSONField(default=dict, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey(StoredFile, models.SET_NULL, null=True, blank=True, related_name="+")
    result = models.ForeignKey(StoredFile, models.SET_NULL, null=True, blank=True, related_name="+")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    def __str__(self) -> str:
        return f"J{self.pk}"
