"""Care before a meeting: heavy topics in a row, shown extracts, the card, the talk, who insures."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock, pdf
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import UnitAgreement
from coordination.records.models import Rule
from experts.domain import agreement, agreement_card, background_check, briefing, care_facts, matching, offer, strain
from experts.domain import booking as bookings
from experts.models import Agreement, Briefing, Expert, ServiceArea
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def heavy():
    return ServiceArea.objects.get(code="mental-health")


def booked_on(days, areas=()):
    return orders.booking_confirmed(order=orders.order_sent(times=[orders.in_days(days)], areas=areas))


def codes(order, expert):
    return {reason.code: reason.needs for reason in matching.warnings_for(order, expert)}


@pytest.mark.parametrize(
    ("days", "warned"), [((3, 6), True), ((3,), False), ((3, 60), False)], ids=["two", "one", "too far apart"]
)
def test_heavy_topics_in_a_row_are_warned_of(days, warned):
    aino = experts.aino()
    for day in days:
        booked_on(day, [heavy()])

    found = codes(orders.order_sent(times=[orders.in_days(9)], areas=[heavy()]), aino)

    assert found.get("heavy") == ("reason" if warned else None)


def test_something_lighter_between_breaks_the_row():
    aino = experts.aino()
    for day, areas in ((3, [heavy()]), (6, [heavy()]), (8, [])):
        booked_on(day, areas)

    found = codes(orders.order_sent(times=[orders.in_days(10)], areas=[heavy()]), aino)

    assert "heavy" not in found


def test_how_many_are_too_many_is_the_organisations_rule():
    aino = experts.aino()
    booked_on(3, [heavy()])
    Rule.objects.create(unit=people.organisation(), key="strain.heavy_in_row", value=1, valid_from=people.LONG_AGO)

    found = codes(orders.order_sent(times=[orders.in_days(9)], areas=[heavy()]), aino)

    assert found["heavy"] == "reason"


@pytest.mark.parametrize("many", [1, 3])
def test_rows_of_heavy_topics_take_two_queries(many, django_assert_num_queries):
    aino = experts.aino()
    for day in range(2, 2 + 2 * many, 2):
        booked_on(day, [heavy()])
    everybody = Expert.objects.order_by().values("pk")

    with django_assert_num_queries(2):
        found = strain.of_many(everybody, strain.Limit(1, 30))

    assert {pk: (row.count, [area.code for area in row.areas]) for pk, row in found.items()} == {
        aino.pk: (many, ["mental-health"])
    }


def with_minors():
    return orders.order_sent("lecture", need="Puhe luokalle.", with_minors=True)


def shown(days_ago):
    day = clock.today() - timedelta(days=days_ago)
    return background_check.note(experts.aino(), people.actor(people.kaisa()), day)


@pytest.mark.parametrize(("days_ago", "stopped"), [(None, True), (10, False), (362, True), (400, True)])
def test_work_with_minors_needs_a_shown_extract_that_is_good_on_the_day(days_ago, stopped):
    aino, kaisa, order = experts.aino(), people.kaisa(), with_minors()
    if days_ago:
        shown(days_ago)

    ranking = matching.rank(order, kaisa.user)

    halted = [match.expert.pk for match in ranking.stopped if "minors" in {stop.code for stop in match.stops}]
    assert (aino.pk in halted, aino.pk in {match.expert.pk for match in ranking.matches}) == (stopped, not stopped)


def test_no_reason_overrules_a_missing_extract():
    with pytest.raises(Refused) as refusal:
        orders.offer_open(order=with_minors())

    assert refusal.value.code == "minors"


@pytest.mark.parametrize("step", ["accept", "confirm"])
def test_an_extract_that_is_gone_stops_the_yes_and_the_confirmation(step):
    check, order, by = shown(10), with_minors(), Actor.by_link(experts.aino().person)
    asked = orders.offer_open(order=order)
    if step == "confirm":
        offer.accept(asked, by, orders.main_times(order))
    check.delete()
    times, kaisa = orders.main_times(order), people.actor(people.kaisa())
    verbs = {
        "accept": lambda: offer.accept(asked, by, times),
        "confirm": lambda: bookings.confirm(order, times[0], [asked], kaisa),
    }

    with pytest.raises(Refused) as refusal:
        verbs[step]()

    assert refusal.value.code == "minors"


@pytest.mark.parametrize(("who", "days", "code"), [("olli", 0, "stranger"), ("kaisa", -1, "future")])
def test_who_notes_an_extract_and_when(who, days, code):
    with pytest.raises(Refused) as refusal:
        background_check.note(
            experts.aino(), people.actor(getattr(people, who)()), clock.today() - timedelta(days=days)
        )

    assert refusal.value.code == code


def sides(row):
    return people.actor(row.booking_request.orderer), Actor.by_link(row.expert.person)


def test_a_changed_card_asks_the_other_side_alone_to_tick_again():
    row = orders.booking_agreed()
    sari, __ = sides(row)

    agreement.write_card(row, "orderer", sari, opens="Työntekijä avaa.", not_asked="", pause="")

    card = Agreement.objects.get(booking=row)
    assert (card.ticked_by("orderer"), card.ticked_by("expert"), card.card_version) == (True, False, 1)
    assert card.expert_confidentiality_at is not None
    assert Message.objects.filter(kind="experts.agreement.changed", person=row.expert.person).count() == 1


def test_the_same_words_again_ask_nothing():
    row = orders.booking_agreed()
    sari, __ = sides(row)

    agreement.write_card(row, "orderer", sari, opens=" ", not_asked="", pause="")

    assert Agreement.objects.get(booking=row).complete


def test_nobody_ticks_a_card_that_was_changed_meanwhile():
    row = orders.booking_confirmed()
    sari, aino = sides(row)
    agreement.write_card(row, "orderer", sari, opens="Työntekijä avaa.")

    with pytest.raises(Refused) as refusal:
        agreement.tick(row, "expert", aino, orders.TICKS, card_version=0)

    assert refusal.value.code == "card"


@pytest.mark.parametrize(("words", "code"), [("Potilas 131052-308T", "identity_code"), ("Avaa", "stranger")])
def test_what_the_card_refuses(words, code):
    row = orders.booking_confirmed()
    by = people.actor(people.olli() if code == "stranger" else row.booking_request.orderer)

    with pytest.raises(Refused) as refusal:
        agreement.write_card(row, "orderer", by, opens=words)

    assert refusal.value.code == code


def test_the_card_is_half_a_page_and_tells_the_client_nothing_of_the_client():
    row = orders.booking_confirmed()
    card = agreement_card.of(row)

    body = pdf.render("agreement_card", card.as_data(), language="fi", title="Ennen", made_at=card.made_at)

    assert b"/MediaBox [0 0 419" in body or b"/MediaBox[0 0 419" in body
    assert "Aino" in str(card.comes)
    assert row.booking_request.goal not in str(card.as_data())


def test_a_talk_keeps_its_day_alone():
    row = orders.booking_confirmed()
    sari, __ = sides(row)

    made = briefing.tell(row, sari, clock.today())

    kept = {field.name for field in Briefing._meta.fields} - {"id"}
    assert (made.told_by, kept) == (sari.person, {"booking", "done_on", "told_by", "told_at"})


@pytest.mark.parametrize(("who", "days", "code"), [("olli", 0, "stranger"), ("sari", 1, "future")])
def test_a_talk_is_told_by_its_sides_after_it(who, days, code):
    row = orders.booking_confirmed()

    with pytest.raises(Refused) as refusal:
        briefing.tell(row, people.actor(getattr(people, who)()), clock.today() + timedelta(days=days))

    assert refusal.value.code == code


def test_who_insures_is_told_and_what_is_not_agreed_is_said():
    order = orders.order_sent(safety_note="Työparina.", arrangements=["lift"])
    before = dict(care_facts.of_order(order))
    UnitAgreement.objects.update(insurer="nobody", insurance="Oma vakuutus")

    after = dict(care_facts.of_order(order))

    assert len(before) == len(after) == 3
    assert [key for key in after if after[key] != before[key]] == [next(reversed(after))]
