"""A year of a council in one walk: planned, sent to each in their own way, answered, met, minuted, approved, heard."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader

from coordination.foundation import clock, formats
from coordination.messaging.models import PrintRun
from coordination.messaging.tasks import print_run as printing
from councils.domain import live, minutes, packet
from councils.domain import meeting as meetings
from councils.models import Forwarding, Invitation, Meeting, Minutes, Packet
from councils.tasks import packet as making
from tests.factories import councils, people, site
from tests.journeys.steps import body_of, calendar_of, link_in, told, written

if TYPE_CHECKING:
    from email.message import EmailMessage

    from playwright.sync_api import Page

    from councils.models import Council

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

TOPIC = "Puhelinjonot"
ANSWER = "Kokeillaan takaisinsoittoa keväällä."


def _board() -> Council:
    """Matti reads e-mail, Irja large print and Paavo ordinary print by post; the last minutes wait for approval."""
    site.council_index()
    board = councils.staffed()
    facts = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu", "channel": "post"}
    councils.seat(people.person("Paavo", "Paperi", unit=people.unit(), **facts))
    councils.minutes(councils.held())
    return board


def test_from_the_plan_to_an_answer_that_came_back(screen, new_context, worker):
    board = _board()
    last = Meeting.objects.get()
    elina, ville = screen(councils.elina()), screen(councils.ville())

    meeting = _planned(elina, board)
    _sent(elina, meeting)
    mail = next(mail for mail in worker() if "matti@example.org" in mail["To"])
    _reads(mail, meeting)
    _answered(new_context().new_page(), link_in(mail), meeting)
    _posted(elina, board)

    _comes(meeting)
    _minuted(ville, meeting)
    _offered(elina, meeting)
    following = _following(board)
    live.begin(following, people.actor(councils.ville()))
    _approved(elina, meeting, following)

    _taken_further(elina, meeting)
    asked = next(mail for mail in worker() if "jorma@example.org" in mail["To"])
    _replied(new_context().new_page(), link_in(asked))
    _heard(screen(people.matti()), elina, following)

    assert Minutes.objects.get(meeting=meeting).approved_in == following
    assert Minutes.objects.get(meeting=last).status == Minutes.Status.COMMENTABLE


def _planned(elina: Page, board: Council) -> Meeting:
    """The agenda comes filled in; the leader adds the main topic."""
    elina.goto(reverse("council_meeting:new", args=[board.pk]))
    elina.locator("[name=day]").fill(written(clock.today() + timedelta(days=21)))
    elina.locator("[name=purpose_fi]").fill("Kuulla raatia puhelinjonoista")
    elina.get_by_role("main").locator("form .btn").first.click()
    expect(elina.locator("[data-item]")).not_to_have_count(0)
    elina.locator("#lisaa [name=title]").fill(TOPIC)
    elina.locator("#lisaa .btn").click()
    expect(elina.locator("[data-item]", has_text=TOPIC)).to_have_count(1)
    return Meeting.objects.latest("pk")


def _sent(elina: Page, meeting: Meeting) -> None:
    """Who will be told is shown; one press sends, and the worker makes the papers."""
    elina.goto(reverse("meeting_packet:page", args=[meeting.pk]))
    for name in ("Matti", "Irja Kuvitelma", "Paavo Paperi"):
        expect(elina.locator("main tr", has_text=name)).to_have_count(1)
    elina.locator("main .btn--voice").click()
    expect(elina.locator("main progress")).to_be_visible()
    making.make(Packet.objects.get().job_id)


def _reads(mail: EmailMessage, meeting: Meeting) -> None:
    """Date, place and phone in the body, a calendar invitation, nothing of the council in the subject."""
    text, entry = body_of(mail), calendar_of(mail)
    when = formats.span(meeting.starts_at, meeting.ends_at).replace("\u00a0", " ").replace("\u2060", "")
    assert mail["Subject"] == f"Kokous {formats.day_short(meeting.starts_at)}"
    assert [words in text for words in (when, meeting.place, TOPIC, "Elina")] == [True] * 4
    assert ["METHOD:REQUEST" in entry.splitlines(), "SUMMARY:Kokous" in entry.splitlines()] == [True, True]
    assert "Irja" not in text + entry


def _answered(guest: Page, link: str, meeting: Meeting) -> None:
    """Without an account."""
    guest.goto(link)
    guest.locator("[name=answer][value=yes]").check()
    guest.locator("[name=needs][value=lift]").check()
    guest.locator("form[aria-labelledby=tuletko] button").click()
    expect(guest.locator("main .status--ok").first).to_be_visible()
    row = Invitation.objects.get(meeting=meeting, person=people.matti())
    assert (row.answer, row.answered_via, row.needs) == ("yes", "link", ["lift"])


def _posted(elina: Page, board: Council) -> None:
    """The letters as one PDF: the last minutes say on their pages that they are not yet approved."""
    main = elina.get_by_role("main")
    elina.goto(reverse("council_letters:waiting", args=[board.pk]))
    expect(main.locator("tbody tr")).to_have_count(2)
    main.locator(".next-step .btn").click()
    printing.make(PrintRun.objects.get().job_id)
    expect(main.locator(".btn--voice")).to_be_visible()
    with PrintRun.objects.get().pdf.file.open("rb") as content:
        text = "".join(page.extract_text() for page in PdfReader(content).pages)
    assert [words in text for words in ("Esimerkkikuja 7", "Kuja 1", TOPIC)] == [True] * 3
    main.locator(".btn--voice").click()
    expect(main.locator(".note--ok")).to_contain_text("Elina Esimerkki")


def _comes(meeting: Meeting) -> None:
    """Three weeks go by."""
    begins = clock.now() - timedelta(minutes=5)
    ends = begins + timedelta(hours=2)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=begins, ends_at=ends)


def _minuted(ville: Page, meeting: Meeting) -> None:
    """Who is there, then item by item what came of it; the topic is taken further."""
    ville.goto(reverse("meeting_live:page", args=[meeting.pk]))
    ville.locator("main .btn--voice").click()
    ville.get_by_role("switch", name="Matti M.").check()
    expect(ville.locator("[data-live-attended]")).not_to_be_empty()
    for item in minutes.without_outcome(Minutes.objects.get(meeting=meeting)):
        ville.goto(f"{reverse('meeting_live:page', args=[meeting.pk])}?kohta={item.pk}")
        if item.title["fi"] == TOPIC:
            ville.locator("[name=notes]").fill("Jonossa kuluu puheaikaa.")
            ville.locator("[name=outcome][value=forwarded]").check()
            ville.locator("[name=whom]").fill("Palvelujohtaja")
        else:
            ville.locator("[name=outcome][value=noted]").check()
        ville.locator("button[name=act][value=keep]").click()
        expect(ville.get_by_role("heading", level=2, name=str(item.title))).to_be_visible()
    ville.locator(".livebar a.btn").click()
    ville.locator("form .btn").first.click()
    expect(ville.locator("button[value=offer]")).to_be_visible()


def _offered(elina: Page, meeting: Meeting) -> None:
    elina.goto(reverse("meeting_minutes:page", args=[meeting.pk]))
    elina.locator("input[name=without_plain]").check()
    elina.locator("button[value=offer]").click()
    expect(elina.locator("button[value=take_back]")).to_be_visible()


def _following(board: Council) -> Meeting:
    """The next meeting, its packet sent."""
    by = people.actor(councils.elina())
    day = clock.now() + timedelta(days=30)
    made = meetings.plan(board, by, starts_at=day, purpose={"fi": "Mitä siitä tuli"})
    packet.send(made, by)
    return made


def _approved(elina: Page, meeting: Meeting, following: Meeting) -> None:
    """In the next meeting, with a correction; after that nobody changes the text."""
    elina.goto(reverse("meeting_minutes:approve", args=[meeting.pk]))
    elina.locator("[name=in_meeting]").select_option(str(following.pk))
    elina.locator("[name=general]").fill("Kokous alkoi viisi yli.")
    elina.locator("main form .btn").first.click()
    expect(elina.locator("#oik ~ ul")).to_contain_text("Kokous alkoi viisi yli.")


def _taken_further(elina: Page, meeting: Meeting) -> None:
    """The item becomes an idea to the head of services."""
    item = next(row for row in meeting.items.all() if row.title["fi"] == TOPIC)
    elina.goto(f"{reverse('council_statement:new', args=[meeting.council_id])}?item={item.pk}")
    expect(elina.locator("[name=title_fi]")).to_have_value(TOPIC)
    elina.locator("[name=text_fi]").fill("Jonossa kuluu puheaikaa.")
    elina.locator("main form .btn").first.click()
    elina.get_by_role("main").locator(".next-step .btn").first.click()
    elina.locator("[name=to][value=management]").check()
    elina.locator("[name=recipient][value=new]").check()
    for name, words in (("first_name", "Jorma"), ("last_name", "Johtaja"), ("email", "jorma@example.org")):
        elina.locator(f"[name={name}]").fill(words)
    elina.locator("[name=recipient_title]").fill("Palvelujohtaja")
    elina.locator("main form .btn").first.click()
    expect(elina.locator(".path .at")).to_contain_text("Palvelujohtaja")


def _replied(guest: Page, link: str) -> None:
    """Looked over before it leaves."""
    guest.goto(link)
    guest.locator("[name=text]").fill(ANSWER)
    guest.locator("button[value=look]").click()
    expect(guest.locator(".answer")).to_contain_text(ANSWER)
    assert Forwarding.objects.get().status == Forwarding.Status.SENT
    guest.locator("button[value=send]").click()
    told(guest, "")


def _heard(matti: Page, elina: Page, following: Meeting) -> None:
    """Where members look, as the first item of the next agenda, and once published where everybody looks."""
    matti.goto(reverse("councils:follow_up"))
    expect(matti.locator(".timeline .answer")).to_contain_text(ANSWER)
    expect(matti.locator(".timeline .byline")).to_contain_text("Palvelujohtaja")
    assert "Jorma" not in matti.content()
    elina.goto(reverse("meeting:page", args=[following.pk]))
    expect(elina.locator("[data-item] .planned__filled")).to_contain_text(TOPIC)
    statement = Forwarding.objects.get().statement
    elina.goto(reverse("council_statement:page", args=[following.council_id, statement.pk]))
    elina.locator("button[name=public][value='1']").click()
    expect(elina.locator("button[name=public][value='0']")).to_be_visible()
    matti.goto(f"/fi/raati/{following.council_id}/")
    expect(matti.locator(".timeline .answer")).to_contain_text(ANSWER)
