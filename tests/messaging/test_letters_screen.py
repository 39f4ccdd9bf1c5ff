"""The letters as the coordinator sees them: waiting, in a run, taken along."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.messaging.domain import outbox, print_run, safe_link
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as task
from coordination.people.models import Person
from coordination.records.models import AccessEntry
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def letters(count: int) -> list[Message]:
    made = []
    for number in range(count):
        person = people.person(f"Lukija {number}", street="Kuja 1", postcode="00100", town="Havukumpu")
        made.append(outbox.queue("messaging.trial", to=person, context={}, about=person))
    return made


def a_run(count: int) -> PrintRun:
    letters(count)
    run = print_run.begin(people.organisation(), people.actor(people.kaisa()))
    task.make(run.job_id)
    return PrintRun.objects.get(pk=run.pk)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_waiting_letters_ask_the_same_number_of_queries_however_many(kaisa, rows, django_assert_num_queries):
    letters(rows)
    kaisa.get(reverse("print_run:waiting"))

    with django_assert_num_queries(11):
        kaisa.get(reverse("print_run:waiting"))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_run_asks_the_same_number_of_queries_however_many(kaisa, rows, django_assert_num_queries):
    address = reverse("print_run:page", args=[a_run(rows).pk])
    kaisa.get(address)

    with django_assert_num_queries(11):
        kaisa.get(address)


def test_the_runs_are_listed(kaisa):
    a_run(1)

    page = kaisa.get(reverse("print_run:index"))

    assert [row.letter_count for row in page.context["object_list"]] == [1]


def test_taking_the_file_is_logged_with_whose_letters_it_holds(kaisa):
    run = a_run(1)

    answer = kaisa.get(reverse("print_run:pdf", args=[run.pk]))

    reader = Person.objects.get(first_name="Lukija 0")
    entry = AccessEntry.objects.get(action="export")
    assert (entry.about, entry.subjects) == (f"messaging.printrun:{run.pk}", [f"people.person:{reader.pk}"])
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_look_at_a_letter_covers_its_code(kaisa):
    row = letters(1)[0]
    link = safe_link.make("offer", row.person, clock.now() + timedelta(days=1))
    Message.objects.filter(pk=row.pk).update(body=f"Vastaa:\n{safe_link.placeholder(link)}\n")

    answer = kaisa.get(reverse("print_run:letter", args=[row.pk]))

    text = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages[0].extract_text()
    assert ("•••" in text, safe_link.code_of(link.nonce) in text) == (True, False)


def test_only_the_ticked_letters_are_marked(kaisa):
    run = a_run(2)
    first = run.letters.first()

    kaisa.post(reverse("print_run:post", args=[run.pk]), {"letter": [str(first.pk), "x", "9" * 30]})

    assert sorted(Message.objects.values_list("status", flat=True)) == ["by_hand", "sent"]


def test_a_run_the_worker_gave_up_can_be_begun_again(kaisa):
    letters(1)
    run = print_run.begin(people.organisation(), people.actor(people.kaisa()))
    run.job.status = "failed"
    run.job.save()
    first = run.job_id

    page = kaisa.get(reverse("print_run:page", args=[run.pk]))
    kaisa.post(reverse("print_run:again", args=[run.pk]))

    run.refresh_from_db()
    assert (page.context["gave_up"], run.job_id == first, run.job.status) == (True, False, "waiting")
