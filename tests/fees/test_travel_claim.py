"""Travel claims: what each cost comes to, what is refused, and the way to the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from coordination.fees.domain import claim_line, claim_todo, claim_words, travel_check, travel_claim, travel_rate
from coordination.fees.models import ClaimLine, Fee, TravelClaim, TravelRate
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.records.models import StoredFile
from tests.factories import claims, money, people

pytestmark = pytest.mark.django_db
Kind = ClaimLine.Kind


def refusal(verb, *args: object, **facts: object) -> str:
    """The code of the refusal, or nothing where the verb went through."""
    try:
        verb(*args, **facts)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("kind", "quantity", "passengers", "amount"),
    [
        (Kind.KILOMETRES, "30", 0, "16.50"),
        (Kind.KILOMETRES, "30", 2, "18.90"),
        (Kind.KILOMETRES, "12.3", 1, "7.26"),
        (Kind.MEAL, "1", 0, "13.50"),
        (Kind.PART_DAY, "1", 3, "25.00"),
        (Kind.FULL_DAY, "2", 0, "108.00"),
    ],
)
def test_what_goes_by_rates_is_counted_by_the_rate_of_the_day(kind, quantity, passengers, amount):
    claim = claims.claim_begun(day=date(2026, 11, 2))

    line = claim_line.add(claim, claims.own(claim.person), kind=kind, quantity=Decimal(quantity), passengers=passengers)

    assert line.amount == Decimal(amount)


def test_a_day_without_a_rate_says_so():
    claim = claims.claim_begun(day=date(2025, 12, 31))
    told = {"kind": Kind.KILOMETRES, "quantity": Decimal(10)}

    assert refusal(claim_line.add, claim, claims.own(claim.person), **told) == "no_rate"


def test_a_new_rate_ends_the_one_before_and_leaves_what_was_claimed():
    claim = claims.claim_begun(day=date(2026, 11, 2))
    line = claim_line.add(claim, claims.own(claim.person), kind=Kind.KILOMETRES, quantity=Decimal(10))
    kaisa = people.actor(people.kaisa())

    travel_rate.keep(
        "kilometre",
        Decimal("0.58"),
        kaisa,
        unit=people.organisation(),
        source="Päätös 2027",
        valid_from=date(2027, 1, 1),
    )

    rows = TravelRate.objects.filter(kind="kilometre").order_by("valid_from").values_list("amount", "valid_until")
    line.refresh_from_db()
    assert list(rows) == [(Decimal("0.55"), date(2026, 12, 31)), (Decimal("0.58"), None)]
    assert line.rate == Decimal("0.55")


@pytest.mark.parametrize(
    ("day", "tones"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), ["wait"]),
        (date(2027, 1, 1), ["late"]),
        (date(2027, 1, 31), []),
    ],
)
def test_whoever_pays_hears_in_time_that_the_years_rates_end(settings, day, tones):
    settings.DEMO_TODAY = day
    travel_rate.seed(people.organisation(), people.actor(people.kaisa()))
    page = reverse("fees_rate:index")

    assert [each.tone for each in claim_todo.for_office(people.finance().user) if each.url == page] == tones
    assert [each.url for each in claim_todo.for_office(people.kaisa().user)] == []


def test_rates_that_go_on_are_not_told_of(settings):
    settings.DEMO_TODAY = date(2026, 12, 31)
    home, kaisa = people.organisation(), people.actor(people.kaisa())
    travel_rate.seed(home, kaisa)
    seen = [travel_rate.ending(people.finance().user)]

    for kind, amount in travel_rate.SEED:
        facts = {"source": "Päätös 2027", "valid_from": date(2027, 1, 1)}
        travel_rate.keep(kind, Decimal(amount), kaisa, unit=home, **facts)
    seen.append(travel_rate.ending(people.finance().user))

    assert seen == [date(2026, 12, 31), None]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"kind": Kind.TICKET, "amount": Decimal(-5)}, "sum"),
        ({"kind": Kind.TICKET, "amount": Decimal(0)}, "sum"),
        ({"kind": Kind.TICKET, "amount": None}, "sum"),
        ({"kind": Kind.KILOMETRES, "quantity": Decimal(-1)}, "quantity"),
        ({"kind": Kind.OTHER, "amount": Decimal(5)}, "what"),
        ({"kind": Kind.TICKET, "amount": Decimal(5), "what": "Lippu, 131052-308T"}, "identity_code"),
    ],
)
def test_a_cost_that_cannot_be_is_refused(told, code):
    claim = claims.claim_begun()

    assert refusal(claim_line.add, claim, claims.own(claim.person), **told) == code


def test_the_same_trip_is_claimed_once():
    claim = claims.claim_sent()

    assert refusal(travel_claim.begin, claim.person, claims.own(claim.person), trip=claims.trip()) == "twice"


def test_a_trip_taken_away_may_be_claimed_anew_and_its_receipts_are_gone():
    claim = claims.claim_with_ticket()
    travel_claim.withdraw(claim, claims.own(claim.person))

    again = travel_claim.begin(claim.person, claims.own(claim.person), trip=claims.trip())

    assert (again.status, StoredFile.objects.filter(kind="receipt").count()) == ("draft", 0)


def test_a_cost_taken_away_takes_a_receipt_along_that_came_meanwhile():
    claim = claims.claim_begun()
    by = claims.own(claim.person)
    line = claim_line.add(claim, by, kind=Kind.TICKET, amount=Decimal("5.60"))
    claim_line.attach(ClaimLine.objects.get(pk=line.pk), by, claims.photo())
    again = ClaimLine.objects.get(pk=line.pk)

    claim_line.remove(line, by)

    assert StoredFile.objects.filter(kind="receipt").count() == 0
    assert refusal(claim_line.remove, again, by) == refusal(claim_line.attach, again, by, claims.photo()) == "gone"


def test_a_trip_paid_on_the_sheet_of_fares_is_refused():
    aino = claims.traveller()

    told = claims.trip(settled="Matka on jo vahvistettu kokouksen matkalistalla.")

    assert refusal(travel_claim.begin, aino, claims.own(aino), trip=told) == "settled"


def test_a_day_without_a_booking_asks_why():
    aino = claims.traveller()
    by = claims.own(aino)
    claim = travel_claim.begin(aino, by, day=clock.today(), what="Tutustuminen")
    claim_line.add(claim, by, kind=Kind.TICKET, amount=Decimal("5.60"))

    assert refusal(travel_claim.submit, claim, by) == "no_trip"
    assert travel_claim.submit(claim, by, reason="Sovittu Kaisan kanssa").status == "submitted"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([{"kind": Kind.TICKET, "amount": Decimal("100.00"), "content": claims.photo()}], []),
        ([{"kind": Kind.TICKET, "amount": Decimal("100.01"), "content": claims.photo()}], ["over"]),
        ([{"kind": Kind.TICKET, "amount": Decimal("10.00")}], []),
        ([{"kind": Kind.TICKET, "amount": Decimal("10.01")}], ["receipt"]),
        ([{"kind": Kind.MEAL, "quantity": 1}, {"kind": Kind.PART_DAY, "quantity": 1}], ["meal"]),
    ],
)
def test_what_is_unusual_is_told(lines, codes):
    claim = claims.claim_begun(day=date(2026, 11, 2))
    for line in lines:
        claim_line.add(claim, claims.own(claim.person), **line)

    assert [found.code for found in travel_check.findings(claim)] == codes


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1900, 1, 1), date(2020, 1, 1)])
def test_a_trip_of_another_century_is_a_slip(day):
    aino = claims.traveller()

    assert refusal(travel_claim.begin, aino, claims.own(aino), day=day, what="Tutustuminen") == "old"


def test_another_fare_of_the_same_day_asks_why():
    claim = claims.claim_with_ticket()
    owed = money.fee_owed(claim.person, "5.60", claim.day)
    Fee.objects.filter(pk=owed.pk).update(kind=Fee.Kind.TRAVEL)

    assert [found.code for found in travel_check.findings(claim)] == ["same_day"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [({"advance": Decimal("6.00")}, "advance"), ({"advance": Decimal("5.60")}, ""), ({"advance": Decimal(-1)}, "sum")],
)
def test_an_advance_is_never_more_than_the_costs(facts, code):
    claim = claims.claim_with_ticket()
    by = claims.own(claim.person)

    said = refusal(travel_claim.keep, claim, by, **facts) or refusal(travel_claim.submit, claim, by)

    assert said == code


def test_a_trip_to_come_waits():
    claim = claims.claim_with_ticket(day=clock.today() + timedelta(days=1))

    assert refusal(travel_claim.submit, claim, claims.own(claim.person)) == "early"


def test_approved_it_is_owed_as_travel_less_what_was_paid_in_advance():
    claim = claims.claim_with_ticket(amount="25.60")
    by = claims.own(claim.person)
    travel_claim.keep(claim, by, advance=Decimal("5.60"))
    travel_claim.submit(claim, by)

    travel_claim.approve(claim, people.actor(people.kaisa()))

    owed = Fee.objects.get()
    assert (owed.kind, owed.amount, owed.payee, owed.status) == ("travel", Decimal("20.00"), claim.person, "owed")
    assert TravelClaim.objects.get().fee == owed


def test_nobody_approves_ones_own():
    kaisa = people.kaisa()
    claims.traveller()
    claim = claims.claim_sent(kaisa)

    assert refusal(travel_claim.approve, claim, people.actor(kaisa)) == "own"


def test_who_wrote_it_down_by_phone_does_not_approve_it():
    aino = claims.traveller()
    by = claims.by_phone(aino)
    claim = travel_claim.begin(aino, by, trip=claims.trip())
    claim_line.add(claim, by, kind=Kind.TICKET, amount=Decimal(5))
    travel_claim.submit(claim, by)

    assert refusal(travel_claim.approve, claim, people.actor(people.kaisa())) == "not_yours"
    assert travel_claim.approve(claim, people.actor(people.finance())).status == "approved"


@pytest.mark.parametrize("who", ["olli", "sari", "stranger_coordinator"])
def test_others_neither_write_nor_decide(who):
    claim = claims.claim_sent()
    other = people.actor(getattr(people, who)())

    said = {refusal(travel_claim.approve, claim, other), refusal(travel_claim.take_back, claim, other)}

    assert said == {"not_yours"}


def test_a_returned_claim_says_why_is_mended_and_sent_again():
    claim = claims.claim_sent()
    kaisa, by = people.actor(people.kaisa()), claims.own(claim.person)

    assert refusal(travel_claim.give_back, claim, kaisa, reason=" ") == "reason"
    travel_claim.give_back(claim, kaisa, reason="Lippu on toisen päivän")
    mail = Message.objects.get(kind="fees.claim.returned")
    travel_claim.submit(claim, by)

    assert ("Lippu" in mail.body, "5,60" in mail.body, mail.person) == (False, False, claim.person)
    assert (claim.status, claim.returned_because) == ("submitted", "")


def test_a_sent_claim_is_not_changed_before_it_is_taken_back():
    claim = claims.claim_sent()
    by = claims.own(claim.person)
    told = {"kind": Kind.TICKET, "amount": Decimal(5)}

    assert refusal(claim_line.add, claim, by, **told) == "sent"
    travel_claim.take_back(claim, by)
    assert refusal(claim_line.add, claim, by, **told) == ""


def test_a_protected_address_stands_on_no_claim():
    aino = claims.traveller(protected_address=True, street="Kuusitie 4 A", postcode="65100", town="Vaasa")
    by = claims.own(aino)
    claim = travel_claim.begin(aino, by, trip=claims.trip())

    travel_claim.keep(claim, by, route="Kuusitie 4 – asema")
    ticket = {"kind": Kind.TICKET, "amount": Decimal(5), "what": "Bussi kuusitieltä 4, Kuusitie"}

    assert claim.route == ""
    assert refusal(claim_line.add, claim, by, **ticket) == "protected"


def test_a_route_is_hidden_when_the_address_is_protected_later():
    claim = claims.claim_begun()
    travel_claim.keep(claim, claims.own(claim.person), route="Kotoa asemalle")
    claim.person.protected_address = True

    seen = [claim_words.route(claim, people.user_for(who)) for who in (claim.person, people.kaisa())]

    assert seen == ["Kotoa asemalle", ""]


def test_what_waits_is_told_to_those_it_waits_for():
    returned = claims.claim_sent()
    travel_claim.give_back(returned, people.actor(people.finance()), reason="Lippu puuttuu")
    claims.claim_sent(returned.person, about="experts.session:2")

    own = [todo.tone for todo in claim_todo.for_person(returned.person)]
    office = {
        name: len(claim_todo.for_office(people.user_for(getattr(people, name)())))
        for name in ("kaisa", "finance", "sari", "stranger_coordinator")
    }

    assert own == ["act"]
    assert office == {"kaisa": 1, "finance": 1, "sari": 0, "stranger_coordinator": 0}


def test_of_another_trip_nothing_is_remembered_and_nothing_is_taken_from_one():
    aino = claims.traveller()
    far = travel_claim.begin(aino, claims.own(aino), day=clock.today(), what="Messut")
    claim_line.add(far, claims.own(aino), kind=Kind.KILOMETRES, quantity=Decimal(120))
    claim_line.add(far, claims.own(aino), kind=Kind.TICKET, amount=Decimal("30.00"), content=claims.photo())
    TravelClaim.objects.update(route="Vaasa–Tampere", status="submitted")
    travel_claim.approve(far, people.actor(people.kaisa()))
    near = travel_claim.begin(aino, claims.own(aino), day=clock.today(), what="Kaupungintalo")
    known = claims.claim_begun(aino, unit=far.unit)

    told = [
        (travel_check.usual(claim), travel_check.usual_ride(claim), travel_check.usual_route(claim))
        for claim in (near, known)
    ]

    assert told == [(None, None, "")] * 2
