"""The paper run of a council and the papers along with a mail, read back: one tagged document, every letter on an odd page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from coordination.messaging.domain import letter, letter_sheet, print_run
from coordination.messaging.models import Attachment, Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.models import Person
from coordination.records.domain import stored_file
from councils.domain import minutes_sheet
from councils.models import Material, Minutes
from councils.permissions import desk
from tests.councils.domain.test_packet import elina, ready, sent, to
from tests.factories import councils, people
from tests.foundation.test_pdf import tags

pytestmark = pytest.mark.django_db


def by_post(name: str, form: str = "normal") -> None:
    facts = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu"}
    councils.seat(people.person(name, unit=people.unit(), format=form, channel="post", **facts))


def printed() -> PrintRun:
    council = councils.council()
    run = print_run.begin(council.unit, elina(), desk=desk.of(council))
    printing.make(run.job_id)
    return PrintRun.objects.select_related("pdf").get(pk=run.pk)


def content_of(run: PrintRun) -> bytes:
    with run.pdf.file.open("rb") as file:
        return file.read()


def pages(content: bytes) -> list[str]:
    return [page.extract_text().replace("\xa0", " ") for page in PdfReader(io.BytesIO(content)).pages]


def headings(content: bytes) -> list[str]:
    """The headings told to a screen reader, in reading order."""
    tree = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    return [name for name in tags(tree) if re.fullmatch(r"/H\d", name)]


def test_each_letter_begins_on_a_sheet_of_its_own_with_everything_in_it():
    by_post("Aili", "plain")
    meeting = ready()
    sent(meeting)

    found = pages(content_of(printed()))

    starts = [place for place, text in enumerate(found) if "Kuja 1" in text or "Esimerkkikuja 7" in text]
    assert [place % 2 for place in starts] == [0, 0]
    assert sorted(re.search("Irja|Aili", found[place])[0] for place in starts) == ["Aili", "Irja"]
    assert "Odotustilan viihtyisyys" in "".join(found[starts[0] : starts[1]])
    assert ("Irja" in found[0], "Esimerkkikuja" in found[0]) == (True, False)


def test_every_page_of_a_letter_says_which_paper_it_is_in_which_version():
    minutes = councils.minutes(councils.held())
    Minutes.objects.update(version=3)
    minutes.meeting.items.update(notes={"fi": "Puhuttiin pitkään. " * 500})
    councils.item(meeting := councils.meeting())
    sent(meeting)
    mark = minutes_sheet.version(Minutes.objects.get(), "fi").replace("\xa0", " ")

    found = pages(content_of(printed()))[2:]

    feet = [text.strip().splitlines()[-1] for text in found if text.strip()]
    assert ("versio 3" in mark, sum(mark in text for text in found) >= 2) == (True, True)
    assert all(
        re.search(r"\d+ / \d+$", foot) or re.search(r"\d+ / \d+", text) for foot, text in zip(feet, found, strict=False)
    )


def test_the_run_is_one_accessible_document():
    sent()

    content = content_of(printed())

    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert (root["/Lang"], "pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()) == ("fi", True)
    assert headings(content)[:4] == ["/H1", "/H2", "/H3", "/H3"]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
def test_an_independent_reader_finds_title_and_tags(tmp_path):
    sent()
    file = tmp_path / "run.pdf"
    file.write_bytes(content_of(printed()))

    facts, tree = (
        subprocess.run(["pdfinfo", *more, file], capture_output=True, encoding="latin-1", check=True).stdout
        for more in ([], ["-struct"])
    )

    assert re.findall(r"^(Title|Tagged):\s+\S", facts, re.MULTILINE) == ["Title", "Tagged"]
    assert re.findall(r"^\s*(H\d)", tree, re.MULTILINE)[:2] == ["H1", "H2"]


def test_large_print_is_large():
    sent()

    content = letter_sheet.preview(to("Irja"), councils.elina())

    sizes = set()
    PdfReader(io.BytesIO(content)).pages[0].extract_text(
        visitor_text=lambda text, __, matrix, ___, size: (
            sizes.add(round(abs(size * matrix[3]))) if text.strip() else None
        )
    )
    assert (18 in sizes, headings(content)[0]) == (True, "/H1")


def test_what_cannot_be_bound_in_stands_on_the_list_to_tick():
    meeting = ready()
    file = stored_file.store("suunnitelma.pdf", b"%PDF", "material")
    facts = {"item": meeting.items.get(), "file": file}
    Material.objects.create(title="Odotustilan suunnitelma", **facts)
    Material.objects.create(title="Salainen liite", publicity="confidential", **facts)
    sent(meeting)

    cover = pages(content_of(printed()))[0]

    assert ("Odotustilan suunnitelma" in cover, "Salainen" in cover) == (True, False)


def test_a_mail_that_is_posted_instead_takes_its_papers_along():
    sent()
    row = to("Matti")
    Person.objects.filter(pk=row.person_id).update(street="Kuja 1", postcode="00100", town="Havukumpu")
    Message.objects.filter(pk=row.pk).update(channel="post", status="by_hand")

    found = "".join(pages(letter_sheet.preview(Message.objects.get(pk=row.pk), councils.elina())))

    assert ("Odotustilan viihtyisyys" in found, Attachment.objects.filter(content_type=letter.PAPERS).count()) == (
        True,
        4,
    )


def test_papers_in_public_are_made_of_public_notes_alone():
    minutes = councils.minutes(councils.held())
    minutes.meeting.items.update(notes={"fi": "Irja kertoi."}, public_notes={"fi": "Kerrottiin."})

    told = minutes_sheet.sheet(minutes, "fi", reader=minutes_sheet.For.PUBLIC)["items"]

    assert [(item["text"], item["facts"]) for item in told] == [("Kerrottiin.", [])]
