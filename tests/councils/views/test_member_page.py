"""The member's own page, meetings and choices, as their reader sees them."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.people.models import Person
from coordination.records.models import AccessEntry
from councils.models import Bulletin, Invitation, Meeting, Membership
from tests.factories import councils, fares, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def matti(client):
    councils.staffed()
    client.force_login(people.user_for(people.matti()))
    return client


def get(client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(f"councils:{name}", args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def status(client, name: str, *args: object) -> int:
    return client.get(reverse(f"councils:{name}", args=args)).status_code


def test_the_page_gathers_what_comes_and_what_came_of_it(matti):
    meeting, board = councils.opened(), councils.council()
    councils.topic("Puhelinjonot", proposed_by=people.matti())
    Bulletin.objects.create(council=board, title={"fi": "Tila muuttuu"}, text={"fi": "x"}, told_at=clock.now())

    page = get(matti, "home")

    shown = [reverse("councils:meeting", args=[meeting.pk]), "Puhelinjonot", "Tila muuttuu", "Elina Esimerkki"]
    assert [words for words in shown if words not in page] == []


def test_a_member_of_two_councils_chooses(matti):
    other = councils.council("Toinen raati")
    councils.seat(people.matti(), other)

    page = get(matti, "home", query=f"?raati={other.pk}")

    assert ("<h1>Toinen raati</h1>" in page, f"?raati={councils.council().pk}" in page) == (True, True)


def test_one_of_no_council_has_no_page(client):
    councils.staffed()
    client.force_login(people.user_for(people.olli()))

    assert [status(client, name) for name in ("home", "sheet", "choices", "fares")] == [404] * 4


def test_a_meeting_being_planned_is_nobodys_but_the_leaders(matti):
    draft = councils.meeting()

    address = reverse("councils:meeting", args=[draft.pk])
    assert (status(matti, "meeting", draft.pk), address in get(matti, "meetings")) == (404, False)


def test_a_guest_sees_titles_and_public_papers_only(client):
    meeting = councils.opened()
    item = meeting.items.get()
    item.text = {"fi": "Vain raadille"}
    item.save()
    guest = people.person("Lauri", "Vieras", email="lauri@example.org")
    Invitation.objects.create(meeting=meeting, person=guest, role=Invitation.Role.GUEST, matter="Toimeentulotuki")
    client.force_login(people.user_for(guest))

    page = get(client, "meeting", meeting.pk)

    told = [words in page for words in ("Toimeentulotuki", "Odotustilan viihtyisyys", "Vain raadille", 'id="paperit"')]
    assert told == [True, True, False, False]

    Invitation.objects.filter(person=guest).update(withdrawn_at=clock.now())
    assert status(client, "meeting", meeting.pk) == 404


def test_a_stranger_and_a_member_of_another_council_see_no_meeting(client):
    meeting = councils.opened()
    for person in (people.olli(), councils.seat(people.person("Toini"), councils.council("Toinen raati")).person):
        client.force_login(people.user_for(person))
        assert status(client, "meeting", meeting.pk) == 404


def test_the_list_of_meetings_is_constant_in_queries(matti, django_assert_num_queries):
    get(matti, "meetings")
    for number in (1, 2):
        for __ in range(number):
            councils.opened(days=10 + Meeting.objects.count())
            councils.held(days=-20 - Meeting.objects.count())
        with django_assert_num_queries(11):
            get(matti, "meetings")


def test_choices_are_the_members_and_reach_the_outbox(matti):
    facts = {"channel": Person.Channel.EMAIL, "format": Person.Format.LARGE, "name_to_members": "on"}

    answer = matti.post(reverse("councils:choices"), facts)

    seat = Membership.objects.select_related("person").get(person=people.matti())
    assert answer.status_code == 302
    chosen = (seat.name_to_members, seat.name_in_public, seat.wants_papers, seat.person.format)
    assert chosen == (True, False, False, Person.Format.LARGE)


def test_a_channel_that_lacks_its_address_is_refused(matti):
    answer = matti.post(reverse("councils:choices"), {"channel": Person.Channel.POST, "format": Person.Format.NORMAL})

    assert answer.status_code == 200
    assert Person.objects.get(first_name="Matti").channel == Person.Channel.EMAIL


def test_a_leader_writes_the_choices_down_by_phone_and_another_councils_leader_does_not(client):
    board, seat = councils.staffed(), councils.matti()
    url = reverse("council_member:choices", args=[board.pk, seat.pk])
    facts = {"channel": Person.Channel.EMAIL, "format": Person.Format.PLAIN, "wants_papers": "on"}
    client.force_login(people.user_for(councils.other_leader()))
    assert client.post(url, facts).status_code == 404

    client.force_login(people.user_for(councils.elina()))
    client.post(url, facts)

    seat = Membership.objects.select_related("person").get(pk=seat.pk)
    assert (seat.wants_papers, seat.person.format) == (True, Person.Format.PLAIN)


def test_a_leader_prints_a_members_page_and_it_is_logged(client):
    board = councils.staffed()
    seat = councils.irja()
    councils.opened()
    client.force_login(people.user_for(councils.elina()))

    answer = client.get(reverse("council_member:sheet", args=[board.pk, seat.pk]))

    assert b"".join(answer.streaming_content)[:5] == b"%PDF-"
    entry = AccessEntry.objects.latest("pk")
    assert (entry.about, entry.subjects) == (f"councils.membership:{seat.pk}", [f"people.person:{seat.person_id}"])


def test_the_member_confirms_a_fare_on_the_screen(matti):
    row = fares.present()

    matti.post(
        reverse("councils:fares"),
        {"row": row.pk, f"r{row.pk}-amount": "6,60", f"r{row.pk}-route": "Keskusta"},
    )

    row.refresh_from_db()
    assert (row.fare_amount, row.fare_signed, row.fare.amount) == (Decimal("6.60"), "screen", Decimal("6.60"))


def test_the_leader_confirms_the_ticked_rows_only(client):
    meeting = councils.held()
    ticked, left = fares.present(meeting=meeting), fares.present(councils.irja(), meeting)
    client.force_login(people.user_for(councils.elina()))
    sums = {f"r{row.pk}-amount": "6,60" for row in (ticked, left)}

    client.post(reverse("meeting_fares:page", args=[meeting.pk]), {"signed": [ticked.pk], **sums})

    ticked.refresh_from_db(), left.refresh_from_db()
    assert (ticked.fare_signed, left.fare_signed) == ("paper", "")


def test_a_busy_members_page_is_one_sheet_of_paper(matti):
    councils.minutes()
    for number in range(9):
        councils.topic(f"Aihe {number}", proposed_by=people.matti())
    for day in range(4):
        fares.present(meeting=councils.held(days=-30 - day))
    for title in ("Ovi", "Messut"):
        facts = {"title": {"fi": title}, "text": {"fi": "Tule pihan puolelta. " * 60}, "told_at": clock.now()}
        Bulletin.objects.create(council=councils.council(), **facts)
    coming = councils.opened(directions={"fi": "Bussi 4 pysähtyy oven eteen."})
    for number in range(8):
        councils.item(coming, f"Asia {number}")

    sheet = b"".join(matti.get(reverse("councils:sheet")).streaming_content)

    assert len(PdfReader(BytesIO(sheet)).pages) == 1
