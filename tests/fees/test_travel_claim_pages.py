"""Travel claims on screen: the portal, the back office, and the doors to receipts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from coordination.fees.domain import claim_line, receipt, travel_claim
from coordination.fees.models import ClaimLine, Fee, TravelClaim, TravelRate
from coordination.foundation import clock, pdf_bare
from coordination.foundation.refused import Refused
from coordination.records.models import AccessEntry, StoredFile
from tests.factories import claims, people

pytestmark = pytest.mark.django_db


def upload(content: bytes, name: str = "lippu.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def codes(form) -> dict[str, list[str]]:
    return {name: [error.code for error in errors] for name, errors in form.errors.as_data().items()}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"amount": "-5"}, {"amount": ["min_value"]}),
        ({"amount": "50 $"}, {"amount": ["invalid"]}),
        ({"amount": "5,60", "photo": b"MZ\x90\x00 a program"}, {"photo": ["format"]}),
        ({"amount": "5,60", "file": b"MZ\x90\x00 a program"}, {"file": ["format"]}),
        ({"amount": "5,60", "photo": b"\xff\xd8" + b"\0" * 11 * 1024 * 1024}, {"photo": ["size"]}),
        ({"amount": "5,60", "photo": b"\0\0\0\x18ftypheic" + b"\0" * 100}, {"photo": ["heic"]}),
    ],
)
def test_what_cannot_be_is_told_beside_its_box(client, told, found):
    claim = claims.claim_begun()
    people.sign_in(client, claim.person)
    filled = {name: upload(value) if isinstance(value, bytes) else value for name, value in told.items()}

    page = client.post(reverse("fees:claim", args=[claim.pk]), {"act": "line", **filled})

    assert codes(page.context["form"]) == found
    assert (ClaimLine.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_photo_loses_the_place_it_was_taken(client):
    claim = claims.claim_begun()
    people.sign_in(client, claim.person)
    taken = claims.photo(exif={0x010F: "Kameratehdas", 0x9003: "2026:11:02 08:00:00"})

    client.post(reverse("fees:claim", args=[claim.pk]), {"act": "line", "amount": "5,60", "photo": upload(taken)})

    line = ClaimLine.objects.get()
    kept = client.get(reverse("fees:receipt", args=[claim.pk, line.pk]))
    assert (line.amount, kept["Content-Type"]) == (Decimal("5.60"), "image/jpeg")
    assert (b"Kameratehdas" in taken, b"Kameratehdas" in kept.content) == (True, False)


def test_a_pdf_loses_its_maker():
    clean, suffix = receipt.cleaned(claims.paper("Aino Aalto"))

    assert (suffix, b"Aino" in claims.paper(), b"Aino" in clean) == ("pdf", True, False)


def test_webp_becomes_a_jpeg():
    assert receipt.cleaned(claims.photo("WEBP"))[1] == "jpg"


@pytest.mark.parametrize("kind", ["locked", "script", "empty", "cut"])
def test_a_pdf_that_is_locked_or_acts_is_no_receipt(kind):
    with pytest.raises(Refused) as refusal:
        receipt.cleaned(claims.odd_paper(kind))

    assert refusal.value.code == "pdf"


def test_a_pdf_of_twenty_pages_is_the_longest():
    assert [pdf_bare.bare(claims.paper(pages=pages)) is None for pages in (20, 21)] == [False, True]


def test_who_opens_a_receipt(client):
    claim = claims.claim_sent()
    line = claim.lines.get()
    readers = {
        "aino": claim.person, "kaisa": people.kaisa(), "finance": people.finance(),
        "sari": people.sari(), "olli": people.olli(), "neighbour": people.stranger_coordinator(),
    }  # fmt: skip

    opened = set()
    for name, reader in readers.items():
        people.sign_in(client, reader)
        if client.get(reverse("fees:receipt", args=[claim.pk, line.pk])).status_code == 200:
            opened.add(name)

    logged = AccessEntry.objects.filter(about=f"fees.receipt:{line.pk}").values_list("reader__person__first_name")
    assert opened == {"aino", "kaisa", "finance"}
    assert {name for (name,) in logged} == {people.kaisa().first_name, people.finance().first_name}


def test_from_a_trip_to_the_ledger_on_screen(client):
    aino = claims.traveller()
    people.sign_in(client, aino)
    today = f"{clock.today():%d.%m.%Y}"

    begun = client.post(reverse("fees:claim_new"), {"trip": "muu", "day": today, "what": "Perehdytys"})
    claim = TravelClaim.objects.get()
    page = reverse("fees:claim", args=[claim.pk])
    client.post(f"{page}?kulu=kilometrit", {"act": "line", "quantity": "12,5", "passengers": "1"})
    client.post(page, {"act": "details", "advance": "2", "pay": "cash", "route": "Vaasa–Mustasaari"})
    unexplained = client.post(page, {"act": "send", "reason": ""})
    client.post(page, {"act": "send", "reason": "Kaisan kanssa sovittu"})
    people.sign_in(client, people.finance())
    client.post(reverse("fees_claim:page", args=[claim.pk]), {"act": "approve"})

    owed = Fee.objects.get()
    assert (begun.url, codes(unexplained.context["form"])) == (page, {"reason": ["required"]})
    assert (owed.amount, owed.kind, owed.reason[-21:]) == (Decimal("5.38"), "travel", "Kaisan kanssa sovittu")


def test_what_was_told_the_last_time_is_offered(client):
    aino, kilometre = claims.traveller(), ClaimLine.Kind.KILOMETRES
    before = claims.claim_begun(aino)
    claim_line.add(before, claims.own(aino), kind=kilometre, quantity=Decimal("12.5"), passengers=1)
    travel_claim.keep(before, claims.own(aino), route="Vaasa–Mustasaari", pay="cash")
    TravelClaim.objects.update(status="submitted")
    travel_claim.approve(before, people.actor(people.kaisa()))
    claim = claims.claim_begun(aino, about="experts.session:2")
    people.sign_in(client, aino)

    shown = client.get(reverse("fees:claim", args=[claim.pk]), {"kulu": "kilometrit"}).context

    assert (shown["line"]["quantity"].value(), shown["line"]["passengers"].value()) == ("12,5", 1)
    assert (shown["details"].initial["route"], claim.pay, claim.route) == ("Vaasa–Mustasaari", "cash", "")


def test_a_cost_is_taken_away_on_screen(client):
    claim = claims.claim_with_ticket()
    people.sign_in(client, claim.person)

    client.post(reverse("fees:claim", args=[claim.pk]), {"act": "remove", "line": claim.lines.get().pk})

    assert (ClaimLine.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_claim_is_returned_on_screen_with_a_reason(client):
    claim = claims.claim_sent()
    people.sign_in(client, people.kaisa())
    page = reverse("fees_claim:page", args=[claim.pk])

    empty = client.post(page, {"act": "give_back", "reason": ""})
    client.post(page, {"act": "give_back", "reason": "Väärä päivä"})

    claim.refresh_from_db()
    assert (codes(empty.context["form"]), claim.status) == ({"reason": ["required"]}, "returned")


def test_the_coordinator_writes_for_a_caller(client):
    aino = claims.traveller()
    people.sign_in(client, people.kaisa())
    today = f"{clock.today():%d.%m.%Y}"

    found = client.get(reverse("fees_claim:choose"), {"nimi": "aalto"}).context["people"]
    client.post(reverse("fees_claim:new", args=[aino.pk]), {"trip": "muu", "day": today, "what": "Koulutus"})
    claim = TravelClaim.objects.get()
    page = reverse("fees_claim:page", args=[claim.pk])
    client.post(page, {"act": "line", "amount": "7,20"})
    client.post(page, {"act": "send", "reason": "Soitti"})
    client.post(page, {"act": "approve"})

    claim.refresh_from_db()
    assert (found, claim.person, claim.entered_by, claim.status) == ([aino], aino, people.kaisa().user, "submitted")


def test_the_coordinator_takes_away_what_was_begun_for_the_wrong_caller(client):
    aino = claims.traveller()
    people.sign_in(client, people.kaisa())
    today = f"{clock.today():%d.%m.%Y}"
    client.post(reverse("fees_claim:new", args=[aino.pk]), {"trip": "muu", "day": today, "what": "Koulutus"})
    claim = TravelClaim.objects.get()

    gone = client.post(reverse("fees_claim:page", args=[claim.pk]), {"act": "withdraw"}, follow=True)

    claim.refresh_from_db()
    assert (claim.status, gone.redirect_chain) == ("withdrawn", [(reverse("fees_claim:index"), 302)])


def test_nobodys_draft_is_seen_by_others(client):
    claim = claims.claim_with_ticket()
    people.sign_in(client, people.finance())

    assert client.get(reverse("fees_claim:page", args=[claim.pk])).status_code == 404


def test_the_own_route_of_a_protected_person_is_not_asked(client):
    claim = claims.claim_begun(claims.traveller(protected_address=True))
    people.sign_in(client, claim.person)

    page = client.get(reverse("fees:claim", args=[claim.pk]))

    assert "route" not in page.context["details"].fields


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_cost_the_same_for_one_and_three(client, django_assert_num_queries, rows):
    aino = claims.traveller()
    for number in range(rows):
        claims.claim_sent(aino, about=f"experts.session:{number}")
    people.sign_in(client, aino)
    client.get(reverse("fees:claims"))

    with django_assert_num_queries(13):
        own = client.get(reverse("fees:claims"))
    people.sign_in(client, people.finance())
    client.get(reverse("fees_claim:index"))
    with django_assert_num_queries(11):
        board = client.get(reverse("fees_claim:index"))

    assert (len(own.context["claims"]), len(board.context["object_list"])) == (rows, rows)


def test_a_rate_is_set_on_screen(client):
    claims.traveller()
    people.sign_in(client, people.finance())
    filled = {
        "unit": people.organisation().pk,
        "kind": "meal",
        "amount": "13,80",
        "source": "Päätös",
        "valid_from": "1.1.2027",
    }

    client.post(reverse("fees_rate:new"), filled)
    again = client.post(reverse("fees_rate:new"), filled)

    assert TravelRate.objects.get(valid_from__year=2027).amount == Decimal("13.80")
    assert codes(again.context["form"]) == {"valid_from": ["two_at_once"]}


def test_a_leader_sees_the_claims_of_meetings_led_alone():
    from tests.factories import councils, fares

    claims.traveller()
    councils.staffed()
    row = fares.present()
    claim = claims.claim_sent(row.person, about=f"councils.meeting:{row.meeting_id}")
    claims.claim_sent(people.person("Veera", email="veera@example.org"), about="experts.session:9")
    elina = people.user_for(councils.elina())

    assert list(TravelClaim.objects.handled_by(elina)) == [claim]
    assert travel_claim.approve(claim, people.actor(councils.elina())).status == "approved"


def test_a_receipt_is_added_to_a_cost_that_came_back_without_one(client):
    claim = claims.claim_begun()
    line = claim_line.add(claim, claims.own(claim.person), kind=claims.TICKET, amount=Decimal("14.80"))
    people.sign_in(client, claim.person)
    here = f"{reverse('fees:claim', args=[claim.pk])}?kuitti={line.pk}"

    empty = client.post(here, {"act": "receipt"})
    client.post(here, {"act": "receipt", "file": upload(b"MZ\x90\x00 a program")})
    stored = StoredFile.objects.count()
    client.post(here, {"act": "receipt", "photo": upload(claims.photo())})

    line.refresh_from_db()
    assert (list(empty.context["form"].errors), stored) == (["photo"], 0)
    assert (line.receipt is not None, line.amount) == (True, Decimal("14.80"))
    with pytest.raises(Refused) as again:
        claim_line.attach(line, claims.own(claim.person), claims.photo())
    assert again.value.code == "receipt"
