from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from coordination.foundation import clock
from coordination.people.models import Role
from coordination.records.models import AccessEntry
from councils.domain import agenda, agenda_check, follow_up_item, guest_hint, item_history, material
from councils.domain import meeting as meetings
from councils.models import AgendaItem, Council, Invitation, Material, Meeting
from tests.factories import councils, people

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF"


@pytest.fixture
def leader(db):
    councils.staffed()
    return people.actor(councils.elina())


@pytest.fixture
def signed_in(client, leader):
    return people.sign_in(client, councils.elina())


def _page(client, made: Meeting):
    return client.get(reverse("meeting:page", args=[made.pk]))


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_many_items(signed_in, leader, django_assert_num_queries, number):
    made = councils.meeting()
    for place in range(number):
        row = agenda.add(made, leader, title=f"Kohta {place}", presenter=councils.ville())
        material.add(row, leader, name="a.pdf", content=PDF)
    _page(signed_in, made)

    with django_assert_num_queries(20):
        page = _page(signed_in, made)

    assert len(page.context["lines"]) == number


def test_the_page_says_in_words_what_is_not_well(leader):
    made = councils.meeting(purpose={}, chair=None, secretary=None)
    agenda.add(made, leader, title="Päätettävä", kind="decision", minutes=145)

    codes = [each.code for each in agenda_check.warnings(made)]
    said = next(str(each.text) for each in agenda_check.warnings(made) if each.code == "over")

    assert codes == ["purpose", "chair", "secretary", "presenter", "distributor", "over", "no_main", "mandate"]
    assert said.startswith("Esityslista menee 25 minuuttia yli")


@pytest.mark.parametrize(("main", "codes"), [(1, []), (2, []), (3, ["many_main"])])
def test_one_or_two_main_topics_are_good(leader, main, codes):
    made = councils.meeting(presenter=councils.elina(), distributor=councils.ville())
    for place in range(main):
        councils.item(made, f"Aihe {place}", is_main=True)

    assert [each.code for each in agenda_check.warnings(made)] == codes


def test_a_new_meeting_is_asked_whether_it_is_needed(signed_in):
    board = councils.council()
    url = reverse("council_meeting:new", args=[board.pk])
    facts = {"template": "regular", "day": "13.1.2027", "begins": "13", "ends": "15", "purpose_fi": "Kuulla"}

    kept = signed_in.post(url, {**facts, "needed": "otherwise"})
    none = Meeting.objects.count()
    made = signed_in.post(url, {**facts, "needed": "yes"})

    assert (kept.status_code, none) == (200, 0)
    row = Meeting.objects.get()
    assert made.headers["Location"] == reverse("meeting:page", args=[row.pk])
    assert (str(row.purpose), row.items.count()) == ("Kuulla", 6)


def test_a_bilingual_council_writes_in_both_languages(signed_in):
    Council.objects.filter(pk=councils.council().pk).update(languages=["fi", "sv"])
    made = councils.meeting(councils.council())
    url = reverse("meeting:item_new", args=[made.pk])
    facts = {"kind": "discussion", "minutes": "20", "method": "talk"}

    signed_in.post(url, {**facts, "title_fi": "Lomakkeet", "title_sv": "Blanketter"})

    assert dict(made.items.get().title) == {"fi": "Lomakkeet", "sv": "Blanketter"}


def test_the_facts_are_kept_and_a_refusal_stands_beside_its_box(signed_in):
    made = councils.meeting()
    day = f"{made.starts_at:%d.%m.%Y}"
    url = reverse("meeting:change", args=[made.pk])
    facts = {"day": day, "begins": "13", "ends": "12", "mode": "remote", "online_url": "https://example.org/x"}

    refused = signed_in.post(url, {**facts, "chair": councils.elina().pk})
    kept = signed_in.post(url, {**facts, "ends": "15", "chair": councils.matti().person_id, "catering_fi": "Kahvi"})

    made.refresh_from_db()
    assert list(refused.context["form"].errors) == ["ends"]
    assert kept.status_code == 302
    assert (made.mode, made.chair, str(made.catering), made.secretary) == (
        "remote", councils.matti().person, "Kahvi", None,
    )  # fmt: skip


def test_a_series_is_looked_at_and_then_made(signed_in):
    url = reverse("council_meeting:series", args=[councils.council().pk])
    facts = {"day": "17.12.2026", "begins": "13", "ends": "15", "how_many": "2", "rhythm": "weekly"}

    looked = signed_in.post(url, {**facts, "look": "1"})
    before = Meeting.objects.count()
    signed_in.post(url, facts)

    assert [day.instead_of is not None for day in looked.context["days"]] == [False, True]
    assert (before, Meeting.objects.count()) == (0, 2)


def test_the_buttons_and_the_script_put_an_item_in_its_place(signed_in, leader):
    made = councils.meeting()
    one, two = councils.item(made, "Yksi"), councils.item(made, "Kaksi")
    url = reverse("meeting:put", args=[two.pk])

    part = signed_in.post(url, {"step": "up"}, headers={"X-Part": "agenda"})
    whole = signed_in.post(url, {"place": "1"})

    assert part.context["said"] == "Kaksi on nyt kohta 1, kohtia on 2."
    assert whole.headers["Location"] == f"{reverse('meeting:page', args=[made.pk])}#kohta-{two.pk}"
    assert list(made.items.all()) == [one, two]


def test_a_topic_and_a_waiting_item_are_taken_to_the_agenda(signed_in, leader):
    made, topic = councils.meeting(), councils.topic()
    waiting = agenda.wait(councils.council(), leader, title="Odottanut")
    url = reverse("meeting:take", args=[made.pk])

    signed_in.post(url, {"topic": topic.pk})
    signed_in.post(url, {"item": waiting.pk})

    assert [str(row.title) for row in made.items.all()] == ["Puhelinjonot", "Odottanut"]


def test_the_past_of_an_item_is_shown(leader):
    made, later = councils.opened(), councils.meeting(days=60)
    moved = agenda.move(made.items.get(), leader, later, because="Aika loppui")

    stops = item_history.histories([moved])[moved.pk]

    assert [(stop.meeting, stop.because) for stop in stops] == [(made, "Aika loppui")]


def test_an_item_remembers_a_meeting_that_was_still_planned_too(leader):
    made, between, later = councils.opened(), councils.meeting(days=40), councils.meeting(days=60)
    moved = agenda.move(made.items.get(), leader, between, because="Aika loppui")

    agenda.move(moved, leader, later)

    stops = item_history.histories([moved])[moved.pk]
    assert [(stop.meeting, stop.because) for stop in stops] == [(between, ""), (made, "Aika loppui")]


def test_the_first_item_fills_itself(leader):
    held = councils.held()
    minutes = councils.minutes(held)
    councils.forwarded(answered_at=None)

    told = follow_up_item.follow_up(councils.meeting())

    assert (told.last, told.minutes, len(told.moved)) == (held, minutes, 1)


def test_silence_is_counted_to_the_day_of_the_meeting_so_that_papers_stay_the_same(leader):
    councils.forwarded(status="silent")
    made = councils.meeting(days=10)

    with time_machine.travel(clock.now() + timedelta(days=3)):
        told = follow_up_item.follow_up(made)

    days = (clock.local(made.starts_at).date() - clock.today()).days
    assert [row.what["fi"] for row in told.moved] == [f"Palvelujohtaja: hiljaista {days} päivää."]


def test_the_hint_tells_of_the_last_guest(leader):
    guest = people.person("Lauri", "Etuus", email="lauri@example.org")
    earlier, last = councils.held(days=-40), councils.held(days=-10)
    Invitation.objects.create(meeting=earlier, person=guest, role="guest", matter="Toimeentulotuki")

    told = guest_hint.hint(councils.meeting())
    at_last = guest_hint.hint(last)

    assert (told.since, told.matters, told.is_turn) == (earlier, ["Toimeentulotuki"], True)
    assert at_last.is_turn is False


def test_a_guest_of_the_meeting_between_needs_no_other(leader):
    councils.held(days=-10)
    between = councils.meeting(days=5)
    guest = people.person("Lauri", "Etuus", email="lauri@example.org")
    Invitation.objects.create(meeting=between, person=guest, role="guest", matter="Toimeentulotuki")

    told = guest_hint.hint(councils.meeting(days=30))

    assert (told.since, told.is_turn) == (between, False)


def test_a_leader_who_orders_too_begins_an_order_with_what_the_meeting_tells(client, leader):
    made = councils.meeting(place="Kuulaspiha")
    agenda.add(made, leader, title="Odotustila", is_main=True)
    elina = councils.elina()
    Role.objects.create(person=elina, kind=Role.Kind.STAFF, unit=people.sari().unit)
    people.agreement_for(people.sari().unit)
    client = people.sign_in(client, elina)

    begun = _page(client, made).context["order_begun"]
    order = client.get(client.post(begun["url"], begun["known"]).url)

    assert order.context["form"]["topic"].value() == "Odotustila"
    assert order.context["form"].known.span == (made.starts_at, made.ends_at)


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG", exif=b"Exif\x00\x00place")
    return buffer.getvalue()


def _word(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return buffer.getvalue()


DOCX = ("[Content_Types].xml", "word/document.xml")


def test_papers_are_told_by_their_content_and_lose_their_metadata(signed_in):
    item = councils.item(councils.meeting())
    url = reverse("meeting:material_new", args=[item.pk])
    for name, content in (("a.pdf", PDF), ("kuva.jpg", _picture()), ("teksti.docx", _word(*DOCX))):
        signed_in.post(url, {"file": SimpleUploadedFile(name, content), "publicity": "members", "is_printed": "on"})

    rows = list(item.materials.all())
    kept = [material.read(row, councils.elina().user) for row in rows]
    assert [row.file.file.name.rsplit(".", 1)[1] for row in rows] == ["pdf", "jpg", "docx"]
    assert b"place" not in kept[1]


@pytest.mark.parametrize(
    "content",
    [b"<html>", b"MZ\x90", _word("a.txt"), _word(*DOCX, "word/vbaProject.bin"), b"%PDF-cut", b"x" * 21_000_000],
)
def test_anything_else_is_refused_whatever_its_name(signed_in, content):
    item = councils.item(councils.meeting())
    file = SimpleUploadedFile("hyva.pdf", content)

    page = signed_in.post(reverse("meeting:material_new", args=[item.pk]), {"file": file, "publicity": "members"})

    assert (list(page.context["form"].errors), Material.objects.count()) == (["file"], 0)


def test_a_paper_is_read_by_those_it_is_for_and_a_confidential_reading_is_logged(client, leader):
    item = councils.opened().items.get()
    rows = [
        material.add(item, leader, name="a.pdf", content=PDF, publicity=each) for each in ("members", "confidential")
    ]
    urls = [reverse("councils:material", args=[row.pk]) for row in rows]
    readers = (councils.elina(), councils.matti().person, councils.other_leader(), people.olli())

    seen = [[people.sign_in(client, reader).get(url).status_code for url in urls] for reader in readers]

    assert seen == [[200, 200], [200, 404], [404, 404], [404, 404]]
    assert rows[1].is_printed is False
    entries = AccessEntry.objects.filter(about=f"councils.material:{rows[1].pk}")
    assert [entry.reader for entry in entries] == [councils.elina().user]


def test_the_papers_of_a_moved_item_stay_with_both_and_the_file_goes_with_the_last(
    leader, django_capture_on_commit_callbacks
):
    made, later = councils.opened(), councils.meeting(days=60)
    row = material.add(made.items.get(), leader, name="a.pdf", content=PDF)
    moved = agenda.move(made.items.get(), leader, later, because="Aika loppui")
    file = row.file

    material.remove(moved.materials.get(), leader)
    stayed = file.file.storage.exists(file.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        material.remove(Material.objects.get(), leader)

    assert (stayed, file.file.storage.exists(file.file.name)) == (True, False)


def test_a_task_is_ticked_and_a_late_one_waits_at_home(signed_in, leader):
    made = meetings.plan(councils.council(), leader, starts_at=councils.meeting().starts_at)
    task = made.tasks.first()
    made.tasks.exclude(pk=task.pk).delete()
    type(task).objects.filter(pk=task.pk).update(due_on="2020-01-01", owner=councils.elina())
    before = signed_in.get(reverse("wagtailadmin_home")).content.decode().count(f"kokoukset/{made.pk}/#tehtavat")

    signed_in.post(reverse("meeting:task_tick", args=[task.pk]), {"done": "1"})
    after = signed_in.get(reverse("wagtailadmin_home")).content.decode().count(f"kokoukset/{made.pk}/#tehtavat")

    task.refresh_from_db()
    assert (before > 0, after, task.done_by) == (True, 0, councils.elina())


def test_the_sheet_to_take_along_is_a_pdf_in_the_size_asked_for(signed_in, leader):
    made = councils.meeting(kind="network")
    url = reverse("meeting:take_along", args=[made.pk])

    usual, large = signed_in.get(url), signed_in.get(url, {"koko": "suuri"})

    assert (usual.content[:5], large.content[:5]) == (b"%PDF-", b"%PDF-")
    assert usual.content != large.content


def test_an_item_of_the_backlog_is_changed_and_moved(signed_in, leader):
    row, made = agenda.wait(councils.council(), leader, title="Odottaa"), councils.meeting()

    page = signed_in.get(reverse("council_meeting:index", args=[councils.council().pk]))
    signed_in.post(reverse("meeting:item_move", args=[row.pk]), {"to": made.pk})

    row.refresh_from_db()
    assert [item for item, __ in page.context["backlog"]] == [row]
    assert (row.meeting, AgendaItem.objects.backlog(councils.council()).count()) == (made, 0)
