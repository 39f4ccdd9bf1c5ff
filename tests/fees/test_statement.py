"""The year's fees by post: asked for on the phone, and in January by itself."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from pypdf import PdfReader

from coordination.fees.domain import correction, earnings, statement
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import letter_sheet, resend
from coordination.messaging.models import Attachment, Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from coordination.records.models import Rule
from tests.factories import claims, money, people

pytestmark = pytest.mark.django_db

LAST = clock.today().year - 1
HOME = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu"}


def aino(**facts: object) -> Person:
    return people.person("Aino", "Aalto", **{**HOME, **facts})


def earned(person: Person, amount: str = "52.25", year: int = LAST, **facts: object) -> None:
    money.fee_owed(person, amount, date(year, 3, 1), **facts)


def kaisa_for(person: Person) -> Actor:
    return Actor.of(people.user_for(people.kaisa())).acting_for(person)


def sums(message: Message) -> list[str]:
    body = json.loads(bytes(Attachment.objects.get(message=message).body))
    return [row[1] for row in body["papers"][0]["rows"]]


def code_of(verb: object, *args: object) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args)
    return refusal.value.code


@pytest.mark.parametrize("channel", ["post", "phone", "email"])
def test_one_who_asks_on_the_phone_gets_a_letter_whatever_the_channel(channel):
    person = aino(channel=channel, language="sv", email="aino@example.org")
    earned(person)
    earned(people.person("Veera"), "77.75")

    message = statement.post(person, LAST, kaisa_for(person))

    assert (message.channel, message.status, message.language, message.part) == ("post", "by_hand", "sv", LAST)
    assert sums(message) == ["52,25\N{NO-BREAK SPACE}€"]
    assert "52,25" not in message.subject + message.body


def test_the_paper_is_printed_with_the_letter():
    person = aino(channel="post", format="large")
    earned(person)

    message = statement.post(person, LAST, kaisa_for(person))

    pages = PdfReader(io.BytesIO(letter_sheet.preview(message, None))).pages
    text = "".join(page.extract_text() for page in pages)
    assert ("Kuja 1" in text, "52,25" in text) == (True, True)


def test_on_the_paper_stands_only_what_all_who_see_the_letter_see_in_the_ledger():
    narrow = people.unit("Osallisuus")
    person = aino(unit=narrow)
    people.role_for(people.person("Kati", unit=narrow), Role.Kind.COORDINATOR)
    earned(person, "10.00", payer=narrow)
    earned(person, "20.00", payer=people.unit("Nuorten palvelut"))
    earned(person, "30.00", payer=people.organisation("Naapurin hyvinvointialue"))

    message = statement.post(person, LAST, kaisa_for(person))

    assert sums(message) == ["10,00\N{NO-BREAK SPACE}€"]


def test_who_may_ask_for_it_and_when_it_is_refused():
    person, lost = aino(), people.person("Ville", channel="phone")
    earned(person)
    earned(lost)
    by = kaisa_for(person)

    assert code_of(statement.post, person, LAST, Actor.of(people.user_for(people.kaisa()))) == "not_allowed"
    assert code_of(statement.post, person, LAST, people.actor(people.finance()).acting_for(person)) == "not_allowed"
    assert code_of(statement.post, person, LAST, kaisa_for(lost)) == "not_allowed"
    assert code_of(statement.post, lost, LAST, kaisa_for(lost)) == "no_address"
    assert code_of(statement.post, person, LAST - 1, by) == "nothing"
    first = statement.post(person, LAST, by)
    assert code_of(statement.post, person, LAST, by) == "waits"
    Message.objects.filter(pk=first.pk).update(status="sent")
    assert statement.post(person, LAST, by).pk != first.pk


def test_two_years_may_wait_at_once():
    person = aino()
    earned(person)
    earned(person, year=LAST - 1)

    for year in (LAST, LAST - 1):
        statement.post(person, year, kaisa_for(person))

    assert list(Message.objects.values_list("status", flat=True)) == ["by_hand", "by_hand"]


def test_in_january_everybody_who_hears_by_post_gets_it_once():
    person, phones, mails = aino(), people.person("Ville", channel="phone"), claims.traveller()
    for each in (person, phones, mails):
        earned(each)
    people.person("Onni", **HOME)

    assert (statement.post_all(), statement.post_all()) == (1, 0)
    assert list(Message.objects.values_list("person", "part", "again")) == [(person.pk, LAST, "")]


def test_what_was_posted_in_the_middle_of_the_year_told_a_part():
    person = aino()
    earned(person)
    statement.post(person, LAST, kaisa_for(person))
    Message.objects.update(queued_at=clock.now().replace(year=LAST, month=6, day=1))

    assert (statement.post_all(LAST), Message.objects.count()) == (1, 2)


def test_a_run_that_was_killed_goes_on():
    first, second = aino(), people.person("Bertta", **HOME)
    for each in (first, second):
        earned(each)
    statement._post_one(first.pk, LAST)

    assert (statement.post_all(), Message.objects.count()) == (1, 2)


def test_an_organisation_may_leave_the_run_out():
    earned(aino())
    Rule.objects.create(unit=people.organisation(), key=statement.RULE, value=False)

    assert statement.post_all() == 0


def put_right(person: Person) -> None:
    """A trip paid wrong; its reversal came back, was made again and paid."""
    row, by = money.fee_owed(person, "12.00", date(LAST, 3, 1)), people.actor(people.finance())
    Fee.objects.filter(pk=row.pk).update(kind=Fee.Kind.TRAVEL)
    row = money.brought_to(Fee.objects.get(pk=row.pk), "paid")
    returned = money.brought_to(correction.reverse(row, by, reason="Väärä"), "returned")
    money.brought_to(correction.reissue(returned, by, reason="Uusi tili"), "paid")


def test_what_was_put_right_costs_no_more_to_read(client, django_assert_num_queries):
    person = aino()
    earned(person)
    for __ in range(3):
        put_right(person)
    people.sign_in(client, people.kaisa())
    page = reverse("fees_fee:person", args=[person.pk])
    client.get(page)

    with django_assert_num_queries(17):
        shown = client.get(page)
    with django_assert_num_queries(1):
        earnings.sheet(person, LAST, Fee.objects.counted().filter(payee=person))

    assert sum((year.travel for year in shown.context["years"]), Decimal(0)) == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_coordinator_presses_on_the_page_of_the_persons_money(client, django_assert_num_queries, rows):
    person = aino()
    for year in range(LAST, LAST - rows, -1):
        earned(person, year=year)
    people.sign_in(client, people.kaisa())
    page = reverse("fees_fee:person", args=[person.pk])
    client.get(page)

    with django_assert_num_queries(17):
        shown = client.get(page)
    client.post(page, {"year": LAST})
    again = client.post(page, {"year": LAST})

    assert [year.year for year in shown.context["years"]] == list(range(LAST, LAST - rows, -1))
    assert (Message.objects.get().part, again.status_code, "year" in again.context["form"].errors) == (LAST, 200, True)
    assert (
        reverse("fees_fee:person", args=[person.pk])
        in client.get(reverse("people_person:page", args=[person.pk])).content.decode()
    )


def test_a_letter_that_is_sent_again_goes_by_post_with_its_paper_as_it_stands(client):
    person = aino(email="aino@example.org", channel="email")
    earned(person)
    first = statement.post(person, LAST, kaisa_for(person))
    Message.objects.filter(pk=first.pk).update(status="sent")
    earned(person, "10.00")
    people.sign_in(client, people.kaisa())
    page = reverse("outbox:again", args=[first.pk])

    shown = client.get(page)
    client.post(page, {"press": shown.context["press"]})

    made = Message.objects.exclude(pk=first.pk).get()
    assert (shown.context["channel"], made.channel, made.status) == (Person.Channel.POST.label, "post", "by_hand")
    assert sums(made) == ["52,25\N{NO-BREAK SPACE}€", "10,00\N{NO-BREAK SPACE}€"]


def test_a_letter_with_a_paper_is_not_sent_again_without_an_address():
    person = aino(email="aino@example.org", channel="email")
    earned(person)
    first = statement.post(person, LAST, kaisa_for(person))
    Message.objects.filter(pk=first.pk).update(status="sent")
    Person.objects.filter(pk=person.pk).update(street="")

    refused = code_of(resend.send, first, resend.press(), people.actor(people.kaisa()))

    assert (refused, Message.objects.count()) == ("no_address", 1)


def test_what_is_refused_on_the_phone_is_not_sent_again_either():
    person = aino()
    earned(person)
    first = statement.post(person, LAST, kaisa_for(person))
    by, press = people.actor(people.kaisa()), resend.press()
    waiting = code_of(resend.send, first, resend.press(), by)
    Message.objects.update(status="sent")

    once, twice = resend.send(first, press, by), resend.send(first, press, by)
    Message.objects.update(status="sent")
    Fee.objects.update(status="void")
    empty = code_of(resend.send, first, resend.press(), by)

    assert (waiting, once.pk == twice.pk, empty, Message.objects.count()) == ("waits", True, "nothing", 2)
