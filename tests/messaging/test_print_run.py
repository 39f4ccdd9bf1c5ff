"""A print run: what goes in, what drops out, what is posted, and a worker killed in the middle."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, print_run, safe_link
from coordination.messaging.models import Letter, Message, PrintRun
from coordination.messaging.tasks import print_run as task
from coordination.people.models import Person
from coordination.records.models import Job, StoredFile
from tests.factories import people

pytestmark = pytest.mark.django_db


def reader(first_name: str = "Pentti", postcode: str = "00100", **fields) -> Person:
    return people.person(first_name, street="Kuja 1", postcode=postcode, town="Havukumpu", **fields)


def letter_to(person: Person, **more) -> Message:
    return outbox.queue("messaging.trial", to=person, context={}, about=person, **more)


def begun(sort: str = "person") -> PrintRun:
    return print_run.begin(people.organisation(), people.actor(people.kaisa()), sort)


def made() -> PrintRun:
    run = begun()
    task.make(run.job_id)
    return PrintRun.objects.select_related("pdf").get(pk=run.pk)


def states() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("status", flat=True))


def file_of(run: PrintRun) -> PdfReader:
    with run.pdf.file.open("rb") as file:
        return PdfReader(io.BytesIO(file.read()))


def text_of(run: PrintRun) -> list[str]:
    return [page.extract_text() for page in file_of(run).pages]


def test_the_waiting_letters_become_one_numbered_pdf_each_on_a_sheet_of_its_own():
    letter_to(reader("Ville"))
    letter_to(reader("Aili"))

    run = made()

    pages = text_of(run)
    assert (run.number, run.status, run.pdf.name, Job.objects.get().status) == (1, "ready", "kirjeet-1.pdf", "done")
    assert ["Aili" in pages[0], "Aili" in pages[2], "Ville" in pages[4], len(pages)] == [True, True, True, 5]


def test_the_file_is_tagged_titled_and_each_letter_in_its_own_language():
    letter_to(reader("Göran", language="sv"))

    root = file_of(made()).trailer["/Root"]

    assert (bool(root["/MarkInfo"]["/Marked"]), root["/Lang"]) == (True, "fi")
    assert "pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize(("sort", "order"), [("person", ["Aili", "Ville"]), ("postcode", ["Ville", "Aili"])])
def test_letters_are_sorted_as_wished(sort, order):
    letter_to(reader("Aili", postcode="90100"))
    letter_to(reader("Ville", postcode="00100"))

    letters = begun(sort).letters.select_related("message__person")

    assert [row.message.person.first_name for row in letters] == order


def test_one_without_a_postal_address_stays_out_and_waits():
    letter_to(people.person("Osoitteeton"))
    letter_to(reader())

    begun()

    ready, lacking = print_run.parted(print_run.waiting([people.organisation()]))
    assert (ready, [row.person.first_name for row in lacking]) == ([], ["Osoitteeton"])


def test_a_letter_is_in_one_run_only():
    letter_to(reader())
    begun()

    with pytest.raises(Refused):
        begun()


@pytest.mark.parametrize("who", [people.admin, people.sari, people.stranger_coordinator, people.finance])
def test_others_print_no_letters(who):
    letter_to(reader())

    with pytest.raises(Refused):
        print_run.begin(people.organisation(), people.actor(who()))


def test_what_was_replaced_since_the_press_drops_out_before_printing():
    person, other = reader("Vanha"), reader("Toinen")
    letter_to(person)
    letter_to(other)
    run = begun()

    letter_to(person, version=1)
    task.make(run.job_id)

    run.refresh_from_db()
    assert [row.message.person.first_name for row in run.letters.all()] == ["Toinen"]
    assert [row.version for row in print_run.waiting([people.organisation()])] == [1]


def test_a_run_of_which_nothing_is_left_is_cancelled():
    letter_to(reader(), valid_until=clock.now() + timedelta(minutes=5))
    run = begun()
    Message.objects.update(valid_until=clock.now() - timedelta(minutes=1))

    task.make(run.job_id)

    run.refresh_from_db()
    assert (run.status, states(), StoredFile.objects.count()) == ("cancelled", ["expired"], 0)


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing():
    letter_to(reader("Aili"))
    letter_to(reader("Ville"))
    run = begun()

    # Killed before the file was kept, then after it was kept and before the job was told.
    Job.objects.update(status=Job.Status.RUNNING, attempts=1)
    task.make(run.job_id)
    Job.objects.update(status=Job.Status.RUNNING, attempts=1, ended_at=None)
    task.make(run.job_id)

    run.refresh_from_db()
    assert (run.status, run.letters.count(), StoredFile.objects.count()) == ("ready", 2, 1)
    assert (states(), Job.objects.get().status) == (["by_hand", "by_hand"], "done")


def test_all_posted_means_all_sent_by_whom_and_when():
    letter_to(reader("Aili"))
    letter_to(reader("Ville"))
    run = made()

    posted = print_run.post(run, people.actor(people.kaisa()))

    kaisa = people.kaisa().user_id
    assert (posted, states(), run.status) == (2, ["sent", "sent"], "posted")
    assert set(Letter.objects.values_list("posted_by", flat=True)) == {kaisa}


def test_the_unticked_wait_for_the_next_run():
    letter_to(reader("Aili"))
    letter_to(reader("Ville"))
    run = made()

    print_run.post(run, people.actor(people.kaisa()), [run.letters.first().pk])

    assert [row.person.first_name for row in print_run.waiting([people.organisation()])] == ["Ville"]
    assert begun().number == 2


def test_nothing_ticked_posts_nothing():
    letter_to(reader())
    run = made()

    with pytest.raises(Refused):
        print_run.post(run, people.actor(people.kaisa()), [])

    assert (PrintRun.objects.get().status, states()) == ("ready", ["by_hand"])


def test_a_letter_replaced_in_its_envelope_does_not_count_as_posted():
    person = reader()
    letter_to(person)
    letter_to(reader("Ville"))
    run = made()
    letter_to(person, version=1)

    posted = print_run.post(run, people.actor(people.kaisa()))

    assert (posted, states()) == (1, ["superseded", "sent", "by_hand"])


def test_a_cancelled_run_gives_its_letters_back_and_its_file_goes(django_capture_on_commit_callbacks):
    letter_to(reader())
    run = made()

    print_run.cancel(run, people.actor(people.kaisa()))

    assert (len(print_run.waiting([people.organisation()])), StoredFile.objects.count()) == (1, 0)
    assert begun().number == 2


def test_a_letter_tells_the_way_by_code_and_the_number_to_call_in_the_place_of_links():
    person = reader()
    link = safe_link.make("offer", person, clock.now() + timedelta(days=3))
    row = letter_to(person, reply_to="kaisa@example.org")
    people.kaisa()
    Person.objects.filter(email="kaisa@example.org").update(phone="0400000011")
    place, code = safe_link.placeholder(link), safe_link.code_placeholder(link)
    Message.objects.filter(pk=row.pk).update(body=f"Vastaa tästä:\n{place}\nJos ei aukea, koodi on {code}.\n")

    text = "\n".join(text_of(made()))

    found = safe_link.code_of(link.nonce)
    assert (text.count(found), "040\xa0000\xa00011" in text, safe_link.token(link) in text) == (1, True, False)
    assert "Jos ei aukea" not in text


def test_large_print_fills_more_paper_and_a_protected_address_stays_off_the_list():
    person = reader("Riitta", format=Person.Format.LARGE, protected_address=True)
    row = letter_to(person)
    Message.objects.filter(pk=row.pk).update(body="Kirjeen sanoja riittää tähän. " * 130)

    pages = text_of(made())

    assert ("Havukumpu" in pages[0], "HAVUKUMPU" in pages[2], len(pages)) == (False, True, 5)


def test_files_go_a_fortnight_after_the_post():
    letter_to(reader())
    run = made()
    print_run.post(run, people.actor(people.kaisa()))
    PrintRun.objects.update(ended_at=clock.now() - timedelta(days=15))

    assert (task.forget(), StoredFile.objects.count()) == (1, 0)
