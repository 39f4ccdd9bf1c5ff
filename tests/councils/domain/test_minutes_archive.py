"""The archive of a meeting: PDF/A and PDF/UA at once, with its sum and its facts."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from pypdf import PdfReader

from coordination.foundation import clock
from councils.domain import minutes, minutes_archive
from councils.models import Minutes
from councils.tasks import minutes_archive as task
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved():
    row = councils.minutes()
    row.meeting.attendances.create(person=councils.matti().person, state="present")
    later = councils.opened(days=0, began_at=clock.now())
    item = row.meeting.items.get()
    minutes.approve(row, people.actor(councils.elina()), in_meeting=later, corrections=[(item.pk, "Tuoleja on kuusi.")])
    return Minutes.objects.get(pk=row.pk)


def test_the_worker_keeps_it_once(approved):
    task.keep(approved.pk)
    first = Minutes.objects.get(pk=approved.pk).archive
    task.keep(approved.pk)

    with first.file.open() as kept:
        content = kept.read()
    assert Minutes.objects.get(pk=approved.pk).archive == first
    assert first.sha256 == hashlib.sha256(content).hexdigest()
    assert minutes_archive.metadata(Minutes.objects.get(pk=approved.pk))["file"]["sha256"] == first.sha256


def test_one_that_nobody_made_is_made_by_the_clock(approved):
    counts = task.go_on(), task.go_on()

    assert (counts, Minutes.objects.get(pk=approved.pk).archive is None) == ((1, 0), False)


def test_it_is_tagged_says_its_language_and_names_no_member(approved):
    content = minutes_archive.render(approved)

    read = PdfReader(BytesIO(content))
    facts = read.trailer["/Root"]["/Metadata"].get_data().decode()
    words = " ".join(page.extract_text() for page in read.pages)
    assert ("<pdfaid:part>2<" in facts, "<pdfaid:conformance>A<" in facts, "<pdfuaid:part>1<" in facts) == (True,) * 3
    assert (read.trailer["/Root"]["/Lang"], read.trailer["/Root"]["/MarkInfo"]["/Marked"]) == ("fi", True)
    assert ("Tuoleja on kuusi." in words, "Tila on ahdas." in words, "Matti" in words) == (True, True, False)


def test_a_draft_is_not_archived():
    row = councils.minutes()

    task.keep(row.pk)

    assert Minutes.objects.get(pk=row.pk).archive is None
