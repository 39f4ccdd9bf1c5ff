"""Taking messages away for good: the words, what went along, the calls, and the papers they were printed on (L-05)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from coordination.foundation import clock
from coordination.messaging.models import Attachment, Call, Letter, Message, PrintRun
from coordination.people.actor import Actor
from coordination.people.domain import hanging
from coordination.people.models import Person
from coordination.records.domain import audit, stored_file, workflow
from coordination.records.models import StoredFile

from .outbox import UNSENT

Run = PrintRun.Status
BY_HAND = (Person.Channel.POST, Person.Channel.PHONE)
"""A letter may have been printed and then told on the phone."""


def about(causes: Iterable[str], people: Iterable[Person] = ()) -> QuerySet[Message]:
    """Whatever was written of these causes ("recruitment.applicant:17") to anybody, and all that was written to `people`
    or names them."""
    told = [person.pk for person in people]
    naming = Message.objects.filter(names__person__in=told).values("pk")
    return Message.objects.filter(Q(about__in=list(causes)) | Q(person__in=told) | Q(pk__in=naming))


def is_leaving(messages: QuerySet[Message]) -> bool:
    """Whether the worker has one of them in its hands at this moment, to send or to print."""
    return messages.filter(Q(status=Message.Status.SENDING) | Q(letter__run__status=Run.MAKING)).exists()


@transaction.atomic
def forget(messages: QuerySet[Message], by: Actor) -> int:
    """Erase them, the digests that told them, and every file that holds them. Returns how many.

    A print run that still waits to be posted is called off: the others' letters go into the next one.
    """
    keys = set(messages.values_list("pk", flat=True))
    if not keys:
        return 0
    digests = Message.objects.filter(pk__in=messages.exclude(joined_into=None).values("joined_into"))
    keys |= set(digests.exclude(status__in=UNSENT).values_list("pk", flat=True))
    rows = Message.objects.filter(pk__in=keys)
    _burn_papers(rows, by)
    files = list(Attachment.objects.filter(message__in=keys).exclude(file=None).values_list("file", flat=True))
    for model in (Letter, Call, Attachment):
        audit.forget(model, model.objects.filter(message__in=keys).values_list("pk", flat=True))
    audit.forget(Message, keys)
    rows.delete()
    for file in StoredFile.objects.filter(pk__in=files).exclude(hanging.condition(StoredFile)):
        stored_file.remove(file)
    return len(keys)


def _burn_papers(rows: QuerySet[Message], by: Actor) -> None:
    """The files of the runs these letters were, or may have been, in: what waited to be posted while the run was made."""
    waited = rows.filter(Q(done_at=None) | Q(done_at__gte=OuterRef("made_at")), queued_at__lte=OuterRef("made_at"))
    inside = Q(Exists(waited.filter(channel__in=BY_HAND))) | Q(
        pk__in=Letter.objects.filter(message__in=rows).values("run")
    )
    for run in PrintRun.objects.filter(inside).exclude(status=Run.MAKING).select_related("pdf"):
        if run.status == Run.READY:
            workflow.move(run, Run.CANCELLED, by, ended_at=clock.now(), ended_by=by.user)
            run.letters.all().delete()
        stored_file.remove(run.pdf)
