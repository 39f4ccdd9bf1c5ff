"""The one message of signing in."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person

KIND = "people.sign_in_code"


@transaction.atomic
def code(person: Person, address: str, code: str) -> Message:
    """A sign-in code to the address asked for; it replaces one that has not left yet, and is blanked once it has."""
    earlier = Message.objects.filter(kind=KIND, person=person).aggregate(last=Max("version"))["last"]
    minutes = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
    return outbox.queue(
        KIND,
        to=person,
        context={"code": code, "minutes": minutes},
        about=person,
        version=(earlier or 0) + 1,
        valid_until=clock.now() + timedelta(minutes=minutes),
        address=address,
        secret=True,
    )
