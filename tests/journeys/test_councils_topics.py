"""A topic's way: an idea from the street, a member's proposal and vote, gathered by the keyboard, taken to a meeting."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.feedback.models import Suggestion
from councils.models import Problem, Topic
from tests.factories import councils, developer_group

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
IDEA = "Ovi on raskas rattaiden kanssa."


def test_ideas_and_proposals_come_to_an_agenda(screen, new_context):
    board, meeting = councils.staffed(), councils.meeting()
    guest = new_context().new_page()
    guest.goto(reverse("council_street:suggest", args=[board.pk]))
    matti = screen(councils.matti().person)
    matti.goto(reverse("councils:topics"))
    matti.locator("[name=title]").fill("Puhelinjonot")
    matti.locator("#ehdota ~ form .btn").click()
    matti.locator("button[value=give]").click()
    expect(matti.locator("button[value=back]")).to_be_visible()

    # A form that comes back faster than anybody types is asked again.
    guest.wait_for_timeout(3100)
    guest.locator("[name=text]").fill(IDEA)
    guest.locator("main form .btn").click()
    expect(guest).to_have_url(reverse("council_street:suggested"))

    elina = screen(councils.elina())
    elina.goto(reverse("council_topic:index", args=[board.pk]))
    elina.locator("#odottaa ~ ul a").click()
    elina.locator("[name=take-title]").fill("Raskas ovi")
    elina.locator("button[value=take]").click()
    expect(elina.locator("[name=topics]")).to_have_count(2)
    for box in elina.locator("[name=topics]").all():
        box.focus()
        elina.keyboard.press("Space")
    elina.locator("[name=new_name]").fill("Pääsy palveluun")
    elina.locator("[name=new_name]").press("Enter")
    expect(elina.get_by_role("heading", name="Pääsy palveluun")).to_be_visible()
    elina.get_by_role("link", name="Puhelinjonot").click()
    elina.locator("[name=agenda-meeting]").select_option(str(meeting.pk))
    elina.locator("button[value=agenda]").click()
    expect(elina.locator("button[value=agenda]")).to_be_visible()

    matti.reload()
    expect(matti.locator("main")).not_to_contain_text("Irja")
    assert [str(row.title) for row in meeting.items.all()] == ["Puhelinjonot"]
    rows = Topic.objects.select_related("theme").order_by("title")
    assert [(row.title, row.status, str(row.theme)) for row in rows] == [
        ("Puhelinjonot", "taken", "Pääsy palveluun"),
        ("Raskas ovi", "proposed", "Pääsy palveluun"),
    ]
    assert Suggestion.objects.waiting().count() == 0


def test_a_group_writes_its_sheet_while_it_is_saved_by_itself(screen):
    made = developer_group.group()
    row = Problem.objects.create(council=made, problem="Puhelimeen ei vastata")
    elina = screen(councils.elina())
    elina.goto(reverse("council_group:problems", args=[made.pk]))

    with elina.expect_response(lambda answer: answer.url.endswith(f"/ongelmat/{row.pk}/")) as answered:
        elina.locator(f"[name=row{row.pk}-solution]").fill("Takaisinsoitto")
    elina.locator("[name=new-problem]").fill("Kirjettä ei ymmärrä")
    elina.locator("button[value=add]").click()
    expect(elina.locator("#yhdista")).to_be_visible()

    assert answered.value.status == 200
    assert list(Problem.objects.values_list("problem", "solution")) == [
        ("Puhelimeen ei vastata", "Takaisinsoitto"),
        ("Kirjettä ei ymmärrä", ""),
    ]
