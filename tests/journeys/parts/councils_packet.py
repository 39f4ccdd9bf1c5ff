from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import print_run
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.actor import Actor
from councils.models import Meeting, Packet
from councils.permissions import desk
from tests.journeys import pages


def leader(language: str) -> Iterator[pages.Address]:
    """A packet that was sent, in doubt to one; one that could be sent, one that lacks something; letters in every state."""
    packet = Packet.objects.select_related("meeting__council__unit").latest("pk")
    council = packet.meeting.council
    by = Actor.of(pages.somebody(cast.ELINA).user)
    told = Message.objects.filter(desk=desk.of(council), kind="councils.packet.sent")
    Message.objects.filter(pk=told.filter(channel="email").first().pk).update(status="uncertain")
    told.filter(channel__in=["post", "phone"]).update(status="by_hand", done_at=None)
    yield pages.at("meeting_packet:page", packet.meeting_id)
    coming = Meeting.objects.filter(council=council, status="planned").order_by("starts_at").first()
    yield pages.at("meeting_packet:page", coming.pk)
    Meeting.objects.filter(pk=coming.pk).update(purpose=packet.meeting.purpose)
    yield pages.at("meeting_packet:page", coming.pk)
    yield pages.at("council_calls:index", council.pk)
    yield pages.at("council_letters:waiting", council.pk)
    run = print_run.begin(council.unit, by, desk=desk.of(council))
    printing.make(run.job_id)
    yield pages.at("council_letters:page", council.pk, run.pk)
    print_run.post(PrintRun.objects.select_related("unit").get(pk=run.pk), by)
    yield pages.at("council_letters:index", council.pk)
    yield pages.at("council_letters:waiting", council.pk)


WALKS: dict[str, pages.Walk] = {"packets, leader": (lambda: pages.somebody(cast.ELINA), leader)}
NO_PAGES: dict[str, str] = {
    "meeting_packet:state": "for the script of the progress bar",
    "meeting_packet:letter": "a file",
    "council_letters:letter": "a file",
    "council_letters:state": "for the script of the progress bar",
    "council_letters:pdf": "a file",
    "council_post:about": "leads on to the meeting's answers",
    "councils:paper": "a PDF",
}
