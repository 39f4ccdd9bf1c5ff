"""A leader sends the packet: by mail to one, in large print to another, by post to a third; prints, posts, sends again."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.messaging.domain import delivery
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from councils.models import Meeting, Packet
from councils.tasks import packet as task
from tests.councils.domain.test_packet import ready
from tests.factories import councils, people

pytestmark = pytest.mark.django_db(transaction=True)


def _members() -> Meeting:
    """Besides Matti (e-mail) and Irja (large print, by post): Paavo, who reads ordinary print by post."""
    facts = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu", "channel": "post"}
    councils.seat(people.person("Paavo", "Paperi", unit=people.unit(), **facts))
    return ready()


def test_a_leader_sends_the_packet_to_each_their_own_way(screen, smtp):
    made = _members()
    page = screen(councils.elina())
    main = page.get_by_role("main")

    page.goto(reverse("meeting_packet:page", args=[made.pk]))
    for name in ("Matti", "Irja Kuvitelma", "Paavo"):
        expect(main.locator("tr", has_text=name)).to_have_count(1)
    main.locator(".btn--voice").click()
    expect(main.locator("progress")).to_be_visible()
    task.make(Packet.objects.get().job_id)
    delivery.deliver()
    expect(main.locator("tr", has_text="Matti").locator(".status--ok")).to_be_visible()
    assert [mail["To"] for mail in smtp.messages if "matti" in mail["To"]] == ["matti@example.org"]

    page.goto(reverse("council_letters:waiting", args=[made.council_id]))
    expect(main.locator("tbody tr")).to_have_count(2)
    main.locator(".next-step .btn").click()
    printing.make(PrintRun.objects.get().job_id)
    expect(main.locator(".btn--voice")).to_be_visible()
    main.locator(".btn--voice").click()
    expect(main.locator(".note--ok")).to_contain_text("Elina Esimerkki")
    assert set(Message.objects.filter(letter__isnull=False).values_list("status", flat=True)) == {"sent"}

    page.goto(reverse("meeting_packet:page", args=[made.pk]))
    main.locator("tr", has_text="Matti").get_by_role("checkbox").check()
    main.locator("form .btn--quiet").last.click()
    expect(main.locator("progress")).to_be_visible()
    assert list(Packet.objects.get(version=2).copies.values_list("invitation__person__first_name", flat=True)) == [
        "Matti"
    ]
