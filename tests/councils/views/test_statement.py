"""The follow-up page of the members, and the office's board: what is shown to whom, asked of the database so many times."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.models import Statement
from tests.factories import councils, people

pytestmark = pytest.mark.django_db
IN_PORTAL = 16
ON_BOARD = 15


def answered(public: bool = False, **fields: object) -> Statement:
    elina = people.actor(councils.elina())
    row = councils.statement(**fields)
    recipient = people.person("Jorma", "Johtaja", email=f"jorma{row.pk}@example.org")
    way = verbs.forward(row, elina, to="unit", recipient=recipient, recipient_title="Palvelujohtaja")
    verbs.answer(way, Actor.by_link(recipient), "Kokeillaan keväällä.")
    verbs.publish(way, elina, is_public=public)
    return Statement.objects.get(pk=row.pk)


def timeline(*rows: Statement) -> str:
    found = Statement.objects.public().filter(pk__in=[row.pk for row in rows]).with_ways()
    return render_to_string("councils/statement/_timeline.html", {"statements": found})


def test_a_member_reads_what_came_of_it_with_the_title_and_without_the_name(client):
    seat = councils.matti()
    councils.staffed()
    answered(topic=councils.topic(proposed_by=seat.person))
    councils.statement("Luonnos")

    page = people.sign_in(client, seat.person).get(reverse("councils:follow_up")).content.decode()

    shown = [word in page for word in ("Kokeillaan keväällä.", "Palvelujohtaja", "Jorma", "Luonnos")]
    assert shown == [True, True, False, False]


def test_the_page_narrows(client):
    seat = councils.matti()
    councils.staffed()
    answered(title={"fi": "Takaisinsoitto"})
    row = councils.statement("Istumapaikat", status="closed", closed_because="Ei toteuteta.")
    signed = people.sign_in(client, seat.person)

    page = signed.get(reverse("councils:follow_up"), {"nayta": "paatetty"}).content.decode()

    assert ("Takaisinsoitto" in page, str(row.title) in page, "Ei toteuteta." in page) == (False, True, True)


def test_what_was_taken_further_today_has_not_waited_nought_days():
    councils.staffed()
    row = councils.statement(is_public=True)
    by, recipient = people.actor(councils.elina()), people.person("Jorma", "Johtaja", email="jorma@example.org")
    verbs.forward(row, by, to="unit", recipient=recipient, recipient_title="Palvelujohtaja")

    assert gettext("Taken further today") in timeline(row)


def test_the_public_timeline_holds_an_answer_only_once_it_is_published():
    councils.staffed()
    private, public = answered(), answered(public=True)

    assert "Kokeillaan" not in timeline(private)
    assert timeline(private, public).count("Kokeillaan keväällä.") == 1
    assert "Jorma" not in timeline(private, public)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_number_of_times_for_one_and_three(client, rows, django_assert_num_queries):
    seat = councils.matti()
    councils.staffed()
    for __ in range(rows):
        answered()
    signed = people.sign_in(client, seat.person)
    signed.get(reverse("councils:follow_up"))

    with django_assert_num_queries(IN_PORTAL):
        signed.get(reverse("councils:follow_up"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_asks_the_same_number_of_times_for_one_and_three(client, rows, django_assert_num_queries):
    councils.staffed()
    for __ in range(rows):
        answered()
    signed = people.sign_in(client, councils.elina())
    address = reverse("council_statement:index", args=[councils.council().pk])
    signed.get(address)

    with django_assert_num_queries(ON_BOARD):
        signed.get(address)


def test_a_leader_takes_an_idea_from_an_agenda_item_to_somebody_new(client):
    board = councils.staffed()
    item = councils.item(councils.meeting(), outcome="forwarded", outcome_text={"fi": "Viedään johtoryhmään."})
    signed = people.sign_in(client, councils.elina())
    words = {"kind": "idea", "title_fi": "Kirjeet", "text_fi": "Viedään johtoryhmään.", "made_on": "22.11.2026"}

    begun = signed.get(f"{reverse('council_statement:new', args=[board.pk])}?item={item.pk}").content.decode()
    signed.post(f"{reverse('council_statement:new', args=[board.pk])}?item={item.pk}", {**words, "is_public": "on"})
    row = Statement.objects.get()
    sent = {"to": "management", "recipient": "new", "first_name": "Jorma", "last_name": "Johtaja"}
    sent |= {"email": "jorma@example.org", "recipient_title": "Palvelujohtaja"}
    signed.post(reverse("council_statement:forward", args=[board.pk, row.pk]), sent)

    row.refresh_from_db()
    way = row.forwardings.get()
    assert ("Viedään johtoryhmään." in begun, row.item, row.status) == (True, item, "forwarded")
    assert (way.recipient.full_name, way.recipient.unit) == ("Jorma Johtaja", board.unit)


def test_an_idea_begins_from_a_topic_and_one_of_another_council_is_not_found(client):
    board = councils.staffed()
    topic, other = councils.topic("Puhelinjonot"), councils.topic("Muu", board=councils.council("Toinen raati"))
    signed = people.sign_in(client, councils.elina())
    address = reverse("council_statement:new", args=[board.pk])

    page = signed.get(address, {"topic": topic.pk})

    assert 'value="Puhelinjonot"' in page.content.decode()
    assert signed.get(address, {"topic": other.pk}).status_code == 404


def test_whoever_takes_a_statement_further_is_told_of_names_in_it(client):
    councils.matti()
    row = councils.statement(text={"fi": "Matti ehdotti ramppia, Elina kirjasi."})

    page = people.sign_in(client, councils.elina()).get(
        reverse("council_statement:forward", args=[row.council_id, row.pk])
    )

    assert "näyttävät raatilaisten nimiltä: Matti." in page.content.decode()
