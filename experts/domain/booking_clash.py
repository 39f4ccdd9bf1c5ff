"""What the database refused, in words: the one place that reads names of constraints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.constraints import violation_of
from coordination.foundation.refused import Refused

REFUSALS = {
    "busy_time_no_overlap": _("The expert already has a booking then. Choose another time or another expert."),
    "booking_seat": _("Somebody else filled this place just now. Open the order again to see how it stands."),
    "booking_expert_once": _("This expert already has a booking in this order."),
    "debrief_one_a_side": _("This side has recorded its debrief already."),
    "offer_one_alive": _(
        "This expert already has an offer for this order. Wait for the answer, or withdraw the offer first."
    ),
}


@contextmanager
def refusing_clashes() -> Iterator[None]:
    """Turn a broken constraint of offers and bookings into `Refused`; what was written inside is undone."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = violation_of(error)
        if name not in REFUSALS:
            raise
        raise Refused(REFUSALS[name], code=name) from error
