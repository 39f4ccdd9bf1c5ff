from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import print_run, safe_link, sms
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as task
from coordination.people.actor import Actor
from coordination.people.models import Person
from tests.journeys.pages import Address, Walk, at, somebody

Channel = Person.Channel


def kaisa_channels(language: str) -> Iterator[Address]:
    """Letters before, in and after a run; the call list."""
    kaisa = somebody(cast.KAISA)
    by = Actor.of(kaisa.user)
    yield at("print_run:waiting")
    run = print_run.begin(kaisa.unit.organisation(), by)
    yield at("print_run:page", run.pk)
    task.make(run.job_id)
    yield at("print_run:page", run.pk)
    print_run.post(PrintRun.objects.get(pk=run.pk), by)
    yield at("print_run:page", run.pk)
    yield at("print_run:waiting")
    yield at("print_run:index")
    yield at("outbox:calls")


def behind_a_text_message(language: str) -> Iterator[Address]:
    """What a text message opens, in the language it was written in."""
    message = Message.objects.filter(kind="experts.offer.ask").select_related("person").latest("pk")
    Message.objects.filter(pk=message.pk).update(language=language)
    yield at("messaging:message", safe_link.token(sms.link_of(message)))
    yield at("messaging:message", "no-such-message")


WALKS: dict[str, Walk] = {
    "coordinator, channels": (lambda: somebody(cast.KAISA), kaisa_channels),
    "behind a text message": (lambda: None, behind_a_text_message),
}
NO_PAGES: dict[str, str] = {
    "print_run:state": "for the script of the progress page",
    "print_run:pdf": "a file",
    "print_run:letter": "a file",
    "booking_request:about": "leads on to the order",
}
