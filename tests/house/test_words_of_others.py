"""Names, topics and reasons are people's own words: on a screen, in a mail and in a file they stay words."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.fees.domain import ledger_export
from coordination.fees.tasks import ledger as ledger_task
from coordination.foundation import clock
from coordination.messaging.domain import letter, outbox, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.records.models import Job
from experts.models import BookingRequest, CVRevision, Expert
from tests.factories import experts, money, orders, people

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
ALIVE = ("<script>alert", "<img src=x")


def signed_in(person):
    return people.sign_in(Client(), person)


def write_everywhere(words):
    """An order, a CV and people whose every text of their own is `words`."""
    booking = orders.booking_confirmed()
    order = booking.booking_request
    BookingRequest.objects.update(topic=words, goal=words, place=words, permission_asked_by=words, professional=words)
    Person.objects.exclude(email="kaisa@example.org").update(first_name=words, last_name=words, needs=words, town=words)
    CVRevision.objects.update(background=words, motto=words, story=words, special_skills=[words])
    Expert.objects.update(note=words, locality=words)
    return booking, order


def test_no_page_runs_what_people_wrote():
    booking, order = write_everywhere(SCRIPT)
    key = booking.expert.staff_key
    person = booking.expert.person_id
    pages = {
        people.kaisa: [
            reverse("booking_request:index"),
            reverse("booking_request:page", args=[order.pk]),
            reverse("expert:index"),
            reverse("expert:page", args=[booking.expert_id]),
            reverse("people_person:index"),
            reverse("people_person:page", args=[person]),
            reverse("people_person:change", args=[person]),
            reverse("privacy_consent:person", args=[person]),
            reverse("outbox:index"),
            reverse("outbox:page", args=[Message.objects.filter(secret=False).first().pk]),
            "/hallinta/",
        ],
        people.sari: [
            reverse("experts:order", args=[order.number]),
            reverse("experts:order_list"),
            reverse("experts:folder"),
            reverse("experts:cv", args=[key]),
            reverse("experts:booking", args=[booking.pk]),
            "/fi/oma/",
        ],
        lambda: experts.aino().person: [reverse("experts:my_cv"), reverse("experts:my_audience"), "/fi/oma/"],
        people.finance: [reverse("fees_fee:index")],
    }
    found = []
    for who, addresses in pages.items():
        client = signed_in(who())
        for address in addresses:
            response = client.get(address)
            assert response.status_code == 200, address
            found += [address for sign in ALIVE if sign in response.content.decode()]
    public = Client().get(reverse("cms:cv", args=[booking.expert.public_key])).content.decode()

    assert found == []
    assert [sign for sign in ALIVE if sign in public] == []


def test_no_mail_runs_what_people_wrote():
    orders.offer_open(topic=SCRIPT)

    mails = [letter.as_mail(row) for row in Message.objects.all()]

    htmls = [content for mail in mails for content, kind in mail.alternatives if kind == "text/html"]
    assert htmls
    assert [sign for html in htmls for sign in ALIVE if sign in html] == []


def test_a_subject_stays_one_line():
    matti = people.matti()
    Person.objects.filter(pk=matti.pk).update(first_name="Matti\r\nBcc: evil@example.org")
    made = orders.offer_accepted()
    Person.objects.filter(pk=made.expert.person_id).update(last_name="Aalto\nBcc: evil@example.org")
    asked = orders.offer_open(order=orders.order_sent())

    mails = [letter.as_mail(row) for row in Message.objects.all()]

    assert asked.pk
    assert [mail.subject for mail in mails if "\n" in mail.subject or "\r" in mail.subject] == []
    assert [mail for mail in mails if mail.message()["Bcc"]] == []


def test_words_that_look_like_anothers_link_stay_closed():
    """An orderer who writes a placeholder into the topic would otherwise be sent, or send on, a living link."""
    aino, other = people.matti(), people.sari()
    link = safe_link.make("offer", aino, clock.now() + timedelta(days=1))
    row = outbox.queue("messaging.trial", to=other, context={}, about=other)
    row.body = f"{safe_link.placeholder(link)} {safe_link.code_placeholder(link)} [[link:999999]] [[code:{'9' * 40}]]"

    body = letter.as_mail(row).body

    assert link.nonce not in body
    assert safe_link.code_of(link.nonce) not in body
    assert body.startswith("••• ••• •••")


def test_ones_own_link_is_filled_in():
    matti = people.matti()
    link = safe_link.make("offer", matti, clock.now() + timedelta(days=1))
    row = outbox.queue("messaging.trial", to=matti, context={}, about=matti)
    row.body = safe_link.placeholder(link)

    assert letter.as_mail(row).body.endswith(safe_link.path_of(link))


def exported(person: Person, name: str) -> bytes:
    response = signed_in(person).get(reverse(name), {"export": "csv"})
    return b"".join(response.streaming_content) if response.streaming else response.content


def ledger_file(person: Person) -> bytes:
    """The ledger's file is made by the worker."""
    asked = ledger_export.ask(person.user, "", "csv")
    ledger_task.make(asked.job_id)
    return money.content(Job.objects.select_related("result").get(pk=asked.job_id).result)


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t=", "\r="])
@pytest.mark.parametrize(
    ("who", "name"),
    [(people.kaisa, "booking_request:index"), (people.kaisa, "expert:index"), (people.finance, "fees.ledger")],
)
def test_no_export_carries_a_formula(who, name, mark):
    orders.booking_held()
    words = f"{mark}HYPERLINK(1)"
    BookingRequest.objects.update(topic=words)
    Person.objects.exclude(email__in=["kaisa@example.org", "reijo@example.org"]).update(first_name=words, last_name="x")
    Expert.objects.update(locality=words)

    text = (ledger_file(who()) if name == "fees.ledger" else exported(who(), name)).decode("utf-8-sig")

    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if text.splitlines()[0].count(";") else ",")
    cells = [cell for row in rows for cell in row]
    assert len(cells) > 5
    assert [cell for cell in cells if cell.lstrip("\t\r ").startswith(("=", "+H", "-H", "@"))] == []
