"""The audit: every state change, in Wagtail's log, with the actor's ways beside the user."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.log_actions import log as wagtail_log
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.people.actor import Actor

ACTIONS = ("kuuluviin.made", "kuuluviin.changed", "kuuluviin.moved", "kuuluviin.removed")


def log(row: models.Model, action: str, by: Actor, data: dict | None = None) -> None:
    """Write what was done to `row`. `data` holds states, keys and numbers, never free text or names.

    `action` is one of `ACTIONS`, registered for Wagtail in the roof's hooks.
    """
    wagtail_log(instance=row, action=action, user=by.user, data={**(data or {}), **by.facts()}, timestamp=clock.now())


def forget(model: type[models.Model], keys: Iterable[int]) -> None:
    """The history of rows that are erased goes with them (L-05); what was erased, how many, its caller logs elsewhere."""
    kept = ContentType.objects.get_for_model(model)
    ModelLogEntry.objects.filter(content_type=kept, object_id__in=[str(key) for key in keys]).delete()
