"""A mailing whose worker is killed again and again, through a mail server that refuses and hangs up (issue of CC-15).

Everybody gets it, nobody twice by itself, and a kill leaves at most one message in doubt, listed for a person to decide.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller

from coordination.foundation import clock
from coordination.messaging.domain import delivery, message
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.domain import packet
from councils.models import Invitation, Packet
from tests.factories import councils, people
from tests.plugins.smtp import Post, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

ROOT = Path(__file__).resolve().parents[2]
KIND = "councils.packet.sent"


@dataclass
class RudePost(Post):
    """Takes mail, but says “later” to some and hangs up on others, before their words and after."""

    seen: int = 0
    hung_up: list[str] = field(default_factory=list)

    async def handle_RCPT(self, server, session, envelope, address: str, options: list[str]) -> str:
        self.seen += 1
        if self.seen % 17 == 0:
            return "451 try later"
        if self.seen % 23 == 0:
            server.transport.close()
            return "421 closing"
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server, session, envelope) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.messages) % 29 == 0:
            # Taken, but the sender never hears of it: the worst that can happen.
            self.hung_up += envelope.rcpt_tos
            server.transport.close()
        return answer


@pytest.fixture
def rude(settings) -> Iterator[RudePost]:
    post = RudePost("127.0.0.1", free_port())
    controller = Controller(post, hostname=post.host, port=post.port)
    controller.start()
    yield post
    controller.stop()


@pytest.fixture
def workers(database_url: str, rude: RudePost) -> Iterator[Workers]:
    made = Workers(database_url, rude.port)
    yield made
    made.end()


class Workers:
    """Lives of a worker, one after the other, in a process that shares nothing with the test but the database."""

    def __init__(self, database_url: str, port: int) -> None:
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "coordination.settings.test",
            "TEST_DATABASE_URL": database_url,
            "PYTHONPATH": str(ROOT),
        }
        self.port = port
        self.process: subprocess.Popen | None = None

    def begin(self, key: int) -> None:
        command = [sys.executable, "-m", "tests.concurrency.packet_worker", str(key), str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout.readline() == "ready\n"

    def live(self, seconds: float | None) -> int:
        """One life, killed after so many seconds (None: lived to its end). How it ended: 0, or minus the signal."""
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        child = int(self.process.stdout.readline())
        if seconds is not None:
            time.sleep(seconds)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return int(self.process.stdout.readline())

    def end(self) -> None:
        if self.process:
            self.process.stdin.close()
            self.process.wait(30)
            self.process.stdout.close()


def invited(count: int) -> Packet:
    """A packet to so many by e-mail, nobody of whom has got it yet; made by a leader's press."""
    meeting = councils.meeting()
    councils.item(meeting)
    councils.minutes(councils.held())
    unit = people.unit()
    made = packet.send(meeting, people.actor(councils.elina()))
    readers = Person.objects.bulk_create(
        Person(unit=unit, first_name=f"Jäsen{n}", last_name="Testilä", email=f"jasen{n}@example.org", format=_form(n))
        for n in range(count)
    )
    rows = Invitation.objects.bulk_create(
        Invitation(meeting=meeting, person=person, role=Invitation.Role.MEMBER) for person in readers
    )
    made.copies.all().delete()
    Message.objects.all().delete()
    made.copies.bulk_create(
        made.copies.model(packet=made, invitation=row, form=row.person.format, language="fi", channel="email")
        for row in rows
    )
    return made


def _form(number: int) -> str:
    return Person.Format.values[number % 3]


def an_hour_later() -> None:
    """What waited for its next try is due, and what a dead worker held is old enough to be swept."""
    Message.objects.filter(status="queued").update(not_before=None)
    Message.objects.filter(status="sending").update(claimed_at=clock.now() - delivery.LEASE * 2)


def test_a_worker_killed_again_and_again_sends_everybody_one(workers, rude, long_run):
    count = 500 if long_run else 60
    made = invited(count)
    workers.begin(made.pk)
    chance = random.Random(20261125)

    kills = 0
    for __ in range(25 if long_run else 5):
        kills += workers.live(chance.uniform(0.02, 1.6 if long_run else 0.4)) == -signal.SIGKILL
        an_hour_later()
    while Message.objects.filter(kind=KIND, status__in=["queued", "sending"]).exists() or _is_making(made):
        assert workers.live(None) == 0
        an_hour_later()

    got = Counter(address for envelope in rude.recipients for address in envelope)
    doubtful = set(Message.objects.filter(kind=KIND, status="uncertain").values_list("person__email", flat=True))
    assert (Message.objects.filter(kind=KIND).count(), max(got.values())) == (count, 1)
    assert (count - len(set(got) | doubtful), len(doubtful - set(rude.hung_up)) <= kills, kills > 0) == (0, True, True)
    assert set(Message.objects.filter(kind=KIND).values_list("status", flat=True)) <= {"sent", "uncertain"}


def _is_making(made: Packet) -> bool:
    return Packet.objects.filter(pk=made.pk, status="making").exists()


def test_whoever_is_in_doubt_gets_it_when_a_person_says_so(rude, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = rude.host, rude.port
    made = invited(1)
    packet.make(made.pk)
    row = Message.objects.get(kind=KIND)
    delivery._handed(delivery.claim(1)[0])
    an_hour_later()
    delivery.sweep()
    row.refresh_from_db()
    left = row.status

    message.send_again(row, people.actor(people.kaisa()))
    delivery.deliver()

    assert (left, rude.recipients) == ("uncertain", [["jasen0@example.org"]])
