"""Members' papers: in every form, to those they belong to."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from coordination.records.domain import stored_file
from councils.models import AgendaItem, Invitation, Material, Minutes
from tests.councils.domain.test_packet import ready, sent
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def paper(client, meeting, name="agenda", form="normal"):
    return client.get(reverse("councils:paper", args=[meeting.pk, name, form]))


def text_of(answer) -> str:
    reader = PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    return "\n".join(page.extract_text() for page in reader.pages)


def reads(client, person=None):
    client.force_login((person or people.matti()).user)
    return client


@pytest.mark.parametrize("form", ["normal", "large", "plain"])
def test_a_member_reads_the_agenda_in_any_form(client, form):
    meeting = ready()
    AgendaItem.objects.update(text={"fi": "Tila on ahdas."}, plain_text={"fi": "Tila on pieni."})
    sent(meeting)

    text = text_of(paper(reads(client), meeting, form=form))

    assert ["pieni" in text, "ahdas" in text] == [form == "plain", form != "plain"]


def test_nobody_reads_the_agenda_of_a_meeting_being_planned(client):
    meeting = ready()

    assert paper(reads(client), meeting).status_code == 404


def test_minutes_say_on_each_page_that_they_are_not_approved_and_a_draft_is_no_paper(client):
    minutes = councils.minutes(councils.held())
    minutes.meeting.items.update(notes={"fi": "Puhuttiin pitkään. " * 900})
    answer = paper(reads(client), minutes.meeting, "minutes")
    pages = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages
    mark = minutes_mark(minutes)

    Minutes.objects.update(status="draft")

    assert [mark in page.extract_text() for page in pages] == [True] * len(pages)
    assert (len(pages) > 2, paper(client, minutes.meeting, "minutes").status_code) == (True, 404)


def minutes_mark(minutes: Minutes) -> str:
    from councils.domain import minutes_sheet

    return minutes_sheet.version(minutes, "fi").replace("\xa0", " ").split(", ")[1]


def test_members_who_did_not_agree_are_counted_not_named(client):
    minutes = councils.minutes(councils.held())
    for person in (people.matti(), councils.irja().person, councils.elina()):
        minutes.meeting.attendances.create(person=person, state="present")

    text = text_of(paper(reads(client), minutes.meeting, "minutes"))

    assert ["Elina Esimerkki" in text, "Irja" in text, "Matti" in text] == [True, False, False]


def test_a_guest_gets_titles_and_public_papers_alone(client):
    meeting = ready()
    meeting.items.update(text={"fi": "Sisäinen taustateksti."})
    file = stored_file.store("a.pdf", b"x", "material")
    for title, publicity in (
        ("Julkinen liite", "public"),
        ("Oma liite", "members"),
        ("Salainen liite", "confidential"),
    ):
        Material.objects.create(item=meeting.items.get(), title=title, publicity=publicity, file=file)
    sent(meeting)
    Invitation.objects.create(meeting=meeting, person=people.sari(), role="guest", matter="Tilat")

    guest = text_of(paper(reads(client, people.sari()), meeting))
    member = text_of(paper(reads(client), meeting))

    shown = ("Odotustilan", "Julkinen liite", "Oma liite", "taustateksti", "Salainen liite")
    assert [words in guest for words in shown] == [True, True, False, False, False]
    assert [words in member for words in shown] == [True, True, True, True, False]


def test_others_get_none(client):
    meeting = ready()
    sent(meeting)

    answers = [paper(reads(client, person), meeting).status_code for person in (people.olli(), people.sari())]

    assert answers == [404, 404]
