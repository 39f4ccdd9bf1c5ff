"""Where is my money: the steps with their days, one press, and who answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from coordination.fees.domain import approval, correction, inquiry, payment, steps, todo
from coordination.fees.models import Fee, FeeInquiry
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.models import Rule
from tests.factories import money, people

pytestmark = pytest.mark.django_db

Desk = FeeInquiry.Desk


def aino() -> Person:
    person = Person.objects.filter(email="aino@example.org").first()
    if person is None:
        person = people.person("Aino", "Aalto", email="aino@example.org")
        people.user_for(person)
    return person


def by_aino() -> Actor:
    return people.actor(aino())


def code_of(verb: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args, **kwargs)
    return refusal.value.code


def told(fee: Fee) -> list[tuple[str, str]]:
    return [(step.key, step.state) for step in steps.of(fee, steps.expected(fee))]


def test_the_steps_say_where_the_money_is():
    owed, approved, sent = money.fee_owed(), *(money.brought_to(money.fee_owed(), to) for to in ("approved", "sent"))
    paid, returned = (money.brought_to(money.fee_owed(), to) for to in ("paid", "returned"))

    assert told(owed) == [("owed", "done"), ("approved", "now"), ("sent", "coming"), ("paid", "coming")]
    assert told(approved) == [("owed", "done"), ("approved", "done"), ("sent", "now"), ("paid", "coming")]
    assert told(sent) == [("owed", "done"), ("approved", "done"), ("sent", "done"), ("paid", "now")]
    assert told(paid) == [("owed", "done"), ("approved", "done"), ("sent", "done"), ("paid", "done")]
    assert told(returned)[-1] == ("returned", "bad")
    assert steps.of(returned)[-1].text == "Tili on suljettu"


def test_what_was_given_back_shows_where_it_stopped_without_the_approvers_words():
    fee = approval.give_back(money.fee_owed(), people.actor(money.hely()), reason="Väärä kustannuspaikka")

    step = steps.of(fee)[1]

    assert (step.key, step.state, "Väärä" in str(step.text)) == ("approved", "bad", False)


@pytest.mark.parametrize(
    ("day", "after", "expected"),
    [
        (15, date(2026, 11, 3), date(2026, 11, 15)),
        (15, date(2026, 11, 15), date(2026, 12, 15)),
        (31, date(2026, 2, 1), date(2026, 2, 28)),
        (31, date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_the_usual_pay_day(day, after, expected):
    assert steps.next_pay_day(day, after) == expected


def test_the_pay_day_is_the_payers_own_rule():
    Rule.objects.create(unit=people.unit(), key="fee.pay_day", value=25, valid_from=people.LONG_AGO)

    assert steps.expected(money.fee_owed()).day == 25
    assert steps.expected(money.brought_to(money.fee_owed(), "paid")) is None


def test_it_goes_to_whoever_holds_the_money():
    hely = people.actor(money.hely())
    given_back = approval.give_back(money.fee_owed(aino()), hely, reason="Mikä tämä on?")
    rows = [money.fee_owed(aino()), money.brought_to(money.fee_owed(aino()), "sent", hely.person), given_back]

    assert [inquiry.ask(fee, by_aino()).desk for fee in rows] == [Desk.APPROVER, Desk.FINANCE, Desk.COORDINATOR]


def test_not_twice_and_not_of_anothers_or_what_is_paid():
    money.hely()
    fee, paid = money.fee_owed(aino()), money.brought_to(money.fee_owed(aino()), "paid", money.hely())
    asked = inquiry.ask(fee, by_aino())

    waits = code_of(inquiry.ask, fee, by_aino())
    inquiry.answer(asked, people.actor(people.kaisa()), words="Maksu lähtee perjantaina.")
    today = code_of(inquiry.ask, fee, by_aino())

    assert (waits, today) == ("waits", "today")
    assert code_of(inquiry.ask, paid, by_aino()) == "nothing_waits"
    assert code_of(inquiry.ask, money.fee_owed(), by_aino()) == "not_yours"


def test_the_answer_comes_by_message_without_its_words():
    hely = money.hely()
    asked = inquiry.ask(money.fee_owed(aino()), by_aino())

    mine, stranger = code_of(inquiry.answer, asked, by_aino(), words="Itse"), people.sari()
    refused = code_of(inquiry.answer, asked, people.actor(stranger), words="En tiedä")
    inquiry.answer(asked, people.actor(hely), words="Hyväksyn tänään.")

    message = Message.objects.get(kind="fees.inquiry.answered")
    assert (mine, refused, message.person) == ("not_allowed", "not_allowed", aino())
    assert "Hyväksyn" not in message.subject + message.body


def test_what_waits_stands_on_the_first_page_of_each():
    hely = money.hely()
    inquiry.ask(money.fee_owed(aino()), by_aino())
    money.fees_approved(1)
    back = money.brought_to(money.fee_owed(), "returned", hely)

    assert [row.tone for row in todo.for_approver(hely)] == ["late"]
    assert [row.url for row in todo.for_office(people.kaisa().user)] == [reverse("fees_inquiry:index")]
    assert [row.url for row in todo.for_office(people.finance().user)] == [
        reverse("fees_inquiry:index"), f"{reverse('fees_fee:index')}?status=returned", reverse("fees_batch:new"),
    ]  # fmt: skip
    correction.reissue(back, people.actor(people.finance()), reason="Uusi tili")
    assert len(todo.for_office(people.finance().user)) == 2


@pytest.mark.parametrize("rows", [1, 3])
def test_the_approver_ticks_and_approves(client, django_assert_num_queries, rows):
    hely = money.hely()
    fees = [money.fee_owed() for __ in range(rows)]
    people.sign_in(client, hely)
    client.get(reverse("fees:approvals"))

    with django_assert_num_queries(14):
        page = client.get(reverse("fees:approvals"))
    client.post(reverse("fees:approvals"), {"fee": [fees[0].pk]})

    assert len(page.context["rows"]) == rows
    assert Fee.objects.get(pk=fees[0].pk).status == Fee.Status.APPROVED


def test_the_screens_of_approving_give_back_and_answer(client):
    hely = money.hely()
    fee = money.fee_owed(aino())
    asked = inquiry.ask(fee, by_aino())
    people.sign_in(client, hely)

    answered = client.post(reverse("fees:approval_answer", args=[asked.pk]), {"words": "Tänään."})
    empty = client.post(reverse("fees:give_back", args=[fee.pk]), {"reason": ""})
    given = client.post(reverse("fees:give_back", args=[fee.pk]), {"reason": "Kumpi yksikkö?"})

    assert (answered.status_code, list(empty.context["form"].errors), given.status_code) == (302, ["reason"], 302)
    assert Fee.objects.get().given_back_because == "Kumpi yksikkö?"


def test_the_office_puts_right_and_answers_on_its_screens(client):
    hely = people.actor(money.hely())
    fee = approval.give_back(money.fee_owed(), hely, reason="Kumpi yksikkö?")
    sent = money.batch_closed(1).rows.get().fee
    people.sign_in(client, people.finance())
    act = "fees_fee:act"

    client.post(reverse(act, args=[fee.pk, "kuntoon"]), {"what": "again"})
    day = f"{clock.today():%d.%m.%Y}"
    client.post(reverse(act, args=[sent.pk, "tulos"]), {"outcome": "returned", "on": day, "reason": "Tili"})
    client.post(reverse(act, args=[sent.pk, "uusi"]), {"amount": "50,00", "cost_centre": "9", "reason": "Uusi tili"})
    gone = client.get(reverse(act, args=[sent.pk, "uusi"]))

    answer = Fee.objects.get(replaces=sent)
    assert Fee.objects.get(pk=fee.pk).given_back_at is None
    assert (answer.amount, answer.cost_centre, answer.status, gone.status_code) == (sent.amount, "9", "owed", 404)


def test_payroll_paying_tells_the_payee_without_a_sum():
    fee = money.batch_closed(1).rows.get().fee

    payment.mark_paid(fee, people.actor(people.finance()), on=clock.today())

    message = Message.objects.get(kind="fees.fee.paid")
    assert ("50" in message.subject + message.body, message.person) == (False, fee.payee)
    assert clock.today() - timedelta(days=1) < Fee.objects.get().paid_on


def test_all_that_wait_are_ticked_by_a_link_and_none_is_without_it(client):
    fees = [money.fee_owed() for __ in range(2)]
    people.sign_in(client, money.hely())

    pages = [client.get(reverse("fees:approvals"), query).content.decode() for query in ({}, {"kaikki": ""})]

    assert [page.count(" checked>") for page in pages] == [0, len(fees)]
