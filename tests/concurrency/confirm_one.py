"""A process of its own: says "ready", waits for a line, confirms the order, says what became of it."""

import sys

import django

django.setup()

from coordination.foundation.refused import Refused  # noqa: E402
from experts.domain import booking  # noqa: E402
from experts.models import Offer  # noqa: E402
from tests.factories import orders, people  # noqa: E402


def main(key: int) -> str:
    offer = Offer.objects.select_related("booking_request").get(pk=key)
    time, kaisa = orders.main_times(offer.booking_request)[0], people.actor(people.kaisa())
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    try:
        booking.confirm(offer.booking_request, time, [offer], kaisa)
    except Refused as refusal:
        return refusal.code
    return "done"


if __name__ == "__main__":
    print(main(int(sys.argv[1])))  # noqa: T201
