"""The bodies of the wings that events are for, as the database is asked of them."""

from __future__ import annotations

from django.db.models import Q
from django.utils.module_loading import import_string

# Bodies stand in the wings, so they are named, not imported: each gives the keys of those the user leads, as a subquery.
LED = ("councils.permissions.desk.led_by",)


def of_led(user) -> Q:
    """The events of the bodies the user leads today."""
    found = Q(pk__in=[])
    for led_by in LED:
        found |= Q(meant_for__in=import_string(led_by)(user))
    return found
