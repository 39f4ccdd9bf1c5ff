"""The public page of a council: what is public of it, never who its members are."""

import pytest
from icalendar import Calendar

from cms.models import CouncilIndexPage, CouncilPage
from coordination.foundation import clock
from councils.domain import council as verbs
from councils.models import Council, Minutes
from tests.factories import councils, people, site

pytestmark = pytest.mark.django_db

PAGE = "/fi/asiakasraadit/nuorten-raati/"


@pytest.fixture
def on_site():
    site.council_index()
    return councils.staffed()


def test_a_public_council_gets_a_page_and_loses_it(on_site, client):
    seen = client.get(PAGE).status_code
    by = people.actor(councils.elina())

    verbs.change(on_site, by, is_public=False)

    assert (seen, client.get(PAGE).status_code, CouncilPage.objects.live().count()) == (200, 404, 0)


def test_the_page_is_closed_even_where_it_was_left_live(on_site, client):
    Council.objects.filter(pk=on_site.pk).update(is_public=False)

    assert (client.get(PAGE).status_code, client.get("/fi/asiakasraadit/").context["councils"]) == (404, [])


def test_a_council_is_called_on_its_page_as_it_calls_itself(on_site):
    verbs.change(on_site, people.actor(councils.elina()), names={"fi": "Nuorten neuvosto"})

    assert CouncilPage.objects.get().title == "Nuorten neuvosto"


def test_the_short_address_leads_to_the_page_with_what_was_narrowed(on_site, client):
    short = f"/fi/raati/{on_site.pk}/"

    assert [client.get(address).url for address in (short, f"{short}?nayta=paatetty")] == [
        PAGE,
        f"{PAGE}?nayta=paatetty",
    ]


def test_the_page_tells_the_next_meeting_and_names_no_member(on_site, client):
    meeting = councils.opened(days=5)
    councils.meeting(days=2)

    answer = client.get(PAGE)

    assert answer.context["meeting"]["row"] == meeting
    assert [name for name in ("Matti", "Irja", "Kuvitelma") if name in answer.content.decode()] == []


def test_only_published_minutes_are_read(on_site, client):
    record = councils.minutes()
    record.meeting.items.update(public_notes={"fi": "Tila on ahdas."}, notes={"fi": "Matti sanoi."})
    address = f"/fi/raatiin/{on_site.pk}/muistiot/{record.pk}/"
    before = client.get(address).status_code

    Minutes.objects.update(
        status="approved", approved_in=record.meeting, approved_at=clock.now(), published_at=clock.now()
    )

    answer = client.get(address)
    page = answer.content.decode()
    assert (before, "Tila on ahdas." in page, "Matti sanoi." in page) == (404, True, False)
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"{address}selko/").status_code == 404
    assert [row["record"] for row in client.get(PAGE).context["minutes"]] == [record]


def test_the_calendar_holds_the_meetings_told_and_nobody(on_site, client):
    councils.meeting(days=3)
    meeting = councils.opened(days=5)
    Council.objects.update(neutral_title={"fi": "Tapaaminen"})

    answer = client.get(f"/syote/raati/{on_site.pk}.ics")

    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART"), "ATTENDEE" in event) == (
        "Tapaaminen",
        clock.local(meeting.starts_at),
        False,
    )


def test_the_feed_of_the_minutes_leads_to_the_published_ones(on_site, client):
    record = councils.minutes()
    Minutes.objects.update(
        status="approved", approved_in=record.meeting, approved_at=clock.now(), published_at=clock.now()
    )

    body = client.get(f"/syote/raati/{on_site.pk}/muistiot/").content.decode()

    assert f"/fi/raatiin/{on_site.pk}/muistiot/{record.pk}/" in body


@pytest.mark.parametrize("path", ["{}.ics", "{}/muistiot/", "{}/muistiot/rss/"])
def test_a_council_that_is_not_public_feeds_nobody(path, on_site, client):
    Council.objects.update(is_public=False)

    assert client.get("/syote/raati/" + path.format(on_site.pk)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_whatever_the_number_of_councils(number, on_site, client, django_assert_num_queries):
    for each in range(number):
        councils.council(f"Raati {each}")
    index = CouncilIndexPage.objects.get()
    client.get(index.url)

    with django_assert_num_queries(13):
        client.get(index.url)


def test_what_came_of_it_is_narrowed_and_the_rest_is_a_press_away(on_site, client):
    for number in range(9):
        councils.statement(f"Aloite {number}", on_site, status="closed", closed_because="Ei tehdä.", is_public=True)
    councils.topic(board=on_site, is_public=True)

    seen = client.get(PAGE).context
    narrowed = client.get(PAGE, {"nayta": "paatetty", "kaikki": "1"}).context

    assert [(key, count) for key, __, count in seen["filters"]] == [("", 10), ("paatetty", 9), ("ehdotettu", 1)]
    assert (len(seen["topics"]), len(seen["statements"]), seen["hidden"]) == (1, 7, 2)
    assert (len(narrowed["topics"]), len(narrowed["statements"]), narrowed["hidden"]) == (0, 9, 0)
