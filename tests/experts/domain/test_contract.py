"""Contracts and commitments: asked, signed on the screen or on paper, demanded, ended (2.6, L-13)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from experts.domain import (
    contract,
    contract_check,
    contract_sheet,
    contract_template,
    first_contracts,
    matching,
    offer,
    stopping,
)
from experts.domain.todo import support as todo
from experts.models import Contract, ContractKind, ContractTemplate
from tests.factories import experts, orders, people
from tests.factories import training as factory

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()
COMMISSION, CONFIDENTIALITY = ContractKind.COMMISSION, ContractKind.CONFIDENTIALITY


def unsigned():
    """In the folder, without the confidentiality commitment."""
    expert = experts.in_folder("Aila")
    Contract.objects.all().delete()
    return expert


def oneself(expert) -> Actor:
    return Actor.of(expert.person.user)


def word(kind: str = CONFIDENTIALITY, **facts: object) -> ContractTemplate:
    usual = {"titles": Texts(fi="Sitoumus"), "bodies": Texts(fi="# Lupaus\nLupaan."), "valid_from": clock.today()}
    return contract_template.word(people.kaisa().unit, kind, factory.kaisa(), **{**usual, **facts})


def test_one_who_stops_signs_nothing_any_more():
    expert = unsigned()
    row, other = (contract.ask(expert, kind, HOUSE) for kind in (CONFIDENTIALITY, COMMISSION))
    stopping.end(expert, factory.kaisa())
    Contract.objects.filter(pk=other.pk).update(ended_on=None)

    for each in (row, other):
        with pytest.raises(Refused) as refusal:
            contract.sign(each, oneself(expert), agreed=True, language="fi")

        assert refusal.value.code == "moved"
    row.refresh_from_db()
    assert (row.ended_on, contract.waiting_for(expert)) == (clock.today(), [other])
    assert set(Message.objects.filter(kind="experts.contract.asked").values_list("status", flat=True)) == {"superseded"}


def test_the_expert_is_asked_and_signs_what_was_shown():
    expert = unsigned()

    row = contract.ask(expert, CONFIDENTIALITY, factory.kaisa())
    contract.sign(row, oneself(expert), agreed=True, language="fi")

    row.refresh_from_db()
    assert (row.signed_on, row.signed_how, row.signed_language, row.valid_until) == (
        clock.today(),
        "screen",
        "fi",
        None,
    )
    assert row.template.version == 1
    assert Message.objects.filter(kind="experts.contract.asked", person=expert.person).count() == 1
    assert list(contract.waiting_for(expert)) == []


@pytest.mark.parametrize("who", [factory.kaisa, lambda: HOUSE, lambda: Actor.of(people.olli().user)])
def test_nobody_signs_for_another(who):
    row = contract.ask(unsigned(), CONFIDENTIALITY, HOUSE)

    with pytest.raises(Refused) as refusal:
        contract.sign(row, who(), agreed=True, language="fi")

    assert refusal.value.code == "stranger"


def test_signing_asks_for_the_tick_and_happens_once():
    expert = unsigned()
    row = contract.ask(expert, CONFIDENTIALITY, HOUSE)

    with pytest.raises(Refused) as unread:
        contract.sign(row, oneself(expert), agreed=False, language="fi")
    contract.sign(row, oneself(expert), agreed=True, language="fi")
    with pytest.raises(Refused) as twice:
        contract.sign(row, oneself(expert), agreed=True, language="fi")

    assert (unread.value.code, unread.value.field, twice.value.code) == ("unread", "agreed", "signed")


def test_words_renewed_while_the_page_was_open_are_read_before_they_are_signed(client):
    expert = unsigned()
    row = contract.ask(expert, CONFIDENTIALITY, HOUSE)
    client.force_login(expert.person.user)
    page = reverse("experts:my_contract", args=[row.pk])
    shown = client.get(page).context["contract"].template_id
    word()
    contract.ask(expert, CONFIDENTIALITY, HOUSE)

    old = client.post(page, {"agreed": "on", "shown": shown})
    unsaid = client.post(page, {"agreed": "on"})
    row.refresh_from_db()
    unsigned_on = row.signed_on
    fresh = client.post(page, {"agreed": "on", "shown": row.template_id})

    row.refresh_from_db()
    assert [old.status_code, unsaid.status_code, unsigned_on, fresh.status_code] == [200, 200, None, 302]
    assert (row.signed_on, row.template.version) == (clock.today(), 2)


def test_a_signature_on_paper_takes_the_place_of_what_waited():
    expert = unsigned()
    contract.ask(expert, CONFIDENTIALITY, HOUSE)
    day = clock.today() - timedelta(days=3)

    row = contract.note_signed(expert, CONFIDENTIALITY, factory.kaisa(), signed_on=day)

    assert (Contract.objects.get(), row.signed_how, row.noted_by) == (row, "paper", people.kaisa())
    with pytest.raises(Refused) as future:
        contract.note_signed(expert, COMMISSION, HOUSE, signed_on=clock.today() + timedelta(days=1))
    assert (future.value.code, future.value.field) == ("future", "signed_on")


def test_one_does_not_note_one_s_own():
    kaisa = people.kaisa()
    expert = experts.expert_active(person=kaisa)

    with pytest.raises(Refused) as refusal:
        contract.note_signed(expert, COMMISSION, factory.kaisa(), signed_on=clock.today())

    assert refusal.value.code == "stranger"


def test_new_words_are_a_new_version_and_the_old_signature_holds():
    expert = experts.in_folder("Aila")

    made = word(valid_months=12)
    fresh = contract.sign(contract.ask(expert, CONFIDENTIALITY, HOUSE), oneself(expert), agreed=True, language="fi")

    assert (made.version, fresh.template) == (2 if made.unit == people.organisation() else 1, made)
    assert fresh.valid_until > clock.today() + timedelta(days=360)
    assert Contract.objects.in_force(clock.today()).filter(expert=expert).count() == 2


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"bodies": Texts(sv="Löfte")}, "empty", "bodies"),
        ({"valid_from": date(2020, 1, 1)}, "past", "valid_from"),
        ({"bodies": Texts(fi="Tunnus 131052-308T")}, identity_code.CODE, "bodies"),
    ],
)
def test_words_are_refused_with_the_box_to_mend(facts, code, field):
    with pytest.raises(Refused) as refusal:
        word(**facts)

    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_two_versions_do_not_begin_on_one_day():
    word()

    with pytest.raises(Refused) as refusal:
        word()

    assert refusal.value.code == "day"


def test_a_client_meeting_stops_at_a_missing_commitment_and_nothing_else_does():
    expert, order, talk = unsigned(), orders.order_sent(), orders.order_sent("lecture")

    assert [reason.code for reason in matching.stops_for(order, expert)] == ["confidentiality"]
    assert "confidentiality" not in [reason.code for reason in matching.stops_for(talk, expert)]
    with pytest.raises(Refused) as refusal:
        contract_check.refuse_unsigned(order, expert, orders.main_times(order))
    assert refusal.value.code == "confidentiality"


def test_an_offer_made_before_the_commitment_ran_out_is_not_accepted_after_it():
    expert, order = unsigned(), orders.order_sent()
    row = experts.signed(expert)
    made = orders.offer_open(expert, order)
    Contract.objects.filter(pk=row.pk).update(valid_until=clock.today())

    with pytest.raises(Refused) as refusal:
        offer.accept(made, oneself(expert), orders.main_times(order))

    assert refusal.value.code == "confidentiality"


def test_an_organisation_may_demand_the_commission_contract_for_every_task():
    expert = experts.in_folder("Aila")
    talk = orders.order_sent("lecture")
    Rule.objects.create(key=contract_check.COMMISSION, value=True, unit=people.organisation(), valid_from="2020-01-01")

    assert "commission" in [reason.code for reason in matching.stops_for(talk, expert)]
    experts.signed(expert, COMMISSION)
    assert "commission" not in [reason.code for reason in matching.stops_for(talk, expert)]


def test_a_commission_ends_and_a_commitment_lasts():
    expert = experts.in_folder("Aila")
    commission = experts.signed(expert, COMMISSION)

    contract.end(commission, factory.kaisa())

    assert commission.ended_on == clock.today()
    with pytest.raises(Refused) as refusal:
        contract.end(Contract.objects.get(kind=CONFIDENTIALITY), factory.kaisa())
    assert refusal.value.code == "lasting"


def test_all_who_lack_it_are_asked_once():
    kaisa = people.kaisa()
    for name in ("Aila", "Bea", "Cia"):
        experts.expert_active(name)

    first = contract.ask_all(contract_check.lacking(kaisa.user, COMMISSION), COMMISSION, factory.kaisa())
    again = contract.ask_all(contract_check.lacking(kaisa.user, COMMISSION), COMMISSION, factory.kaisa())

    assert (len(first), again) == (3, [])


def test_what_runs_out_soon_waits_for_the_coordinator_until_it_is_asked_again():
    expert = experts.expert_active("Aila")
    factory.runs_out(expert, clock.today() + timedelta(days=10))

    assert len(todo.for_coordinator(people.kaisa().user)) == 1
    contract.ask(expert, COMMISSION, HOUSE)
    assert todo.for_coordinator(people.kaisa().user) == []


@pytest.mark.parametrize("kind", ContractKind.values)
def test_our_words_begin_by_what_it_means_in_three_sentences_in_every_language(kind):
    for body in first_contracts.BODIES[ContractKind(kind)].values():
        meaning = contract_template.parts(body)[0]
        assert len(meaning.paragraphs) == 1
        assert meaning.paragraphs[0].count(". ") == 2


@pytest.mark.parametrize("kind", ContractKind.values)
def test_a_contract_prints_in_two_copies_and_as_it_was_signed(kind):
    expert = unsigned()
    row = contract.ask(expert, kind, HOUSE)

    on_paper = contract_sheet.to_sign(expert, row.template)
    contract.sign(row, oneself(expert), agreed=True, language="fi")

    assert on_paper.startswith(b"%PDF")
    assert contract_sheet.signed(Contract.objects.get()).startswith(b"%PDF")
