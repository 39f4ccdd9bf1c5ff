"""The folder on paper: tagged, with contents and the way to order; who is on it is asked when it is made."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.privacy.domain import consent
from coordination.records.models import AccessEntry, Job, StoredFile
from experts.domain import folder_paper, folder_sheet, introduction, shown_cv
from experts.tasks import folder_print
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


def printed(keys=()):
    """Asked for by Sari and made by the worker."""
    work = folder_paper.order_print(people.actor(people.sari()), keys, "fi")
    folder_print.make(work.pk)
    return Job.objects.select_related("result").get(pk=work.pk)


def pages(job):
    with job.result.file.open("rb") as file:
        return [page.extract_text() for page in PdfReader(io.BytesIO(file.read())).pages]


def test_a_selection_has_contents_a_page_each_and_the_instructions_last():
    people.kaisa()
    chosen = [experts.aino(), experts.in_folder("Pekka", "Koekas")]
    experts.in_folder("Onni", "Mallikas")

    found = pages(printed([row.staff_key for row in chosen]))

    assert len(found) == 4
    assert ["Onni" in "".join(found), "Aalto" in "".join(found)] == [False, False]
    assert ["Näin tilaat" in page or "How to order" in page for page in found[1:]] == [False, False, True]


def test_who_withdraws_before_the_worker_comes_is_left_out_and_the_rest_logged():
    aino, pekka = experts.aino(), experts.in_folder("Pekka", "Koekas")
    work = folder_paper.order_print(people.actor(people.sari()), [], "fi")
    consent.withdraw(pekka.person, "cv_own", people.actor(pekka.person))

    folder_print.make(work.pk)

    entry = AccessEntry.objects.get()
    assert (entry.action, entry.subjects) == ("export", [aino.staff_key])


def test_the_file_is_tagged_and_in_its_language():
    experts.aino()

    with printed().result.file.open("rb") as file:
        root = PdfReader(io.BytesIO(file.read())).trailer["/Root"]

    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("fi", True)


def test_a_printed_folder_is_forgotten_after_a_day():
    experts.aino()
    job = printed()

    StoredFile.objects.update(stored_at=clock.now() - timedelta(hours=25))

    assert (folder_print.sweep(), Job.objects.get(pk=job.pk).result) == (1, None)


def test_one_without_the_folder_prints_nothing():
    experts.aino()

    with pytest.raises(Refused) as refusal:
        folder_paper.order_print(people.actor(people.matti()), [], "fi")

    assert refusal.value.code == "stranger"


def test_the_organisations_own_instructions_stand_in_the_place_of_the_default():
    people.kaisa()
    sari = people.sari()
    introduction.keep(sari.unit, people.actor(people.kaisa()), ordering=Texts({"fi": "Soita ensin.\nSitten tilaa."}))

    assert folder_paper.frame(sari.user)["steps"] == ["Soita ensin.", "Sitten tilaa."]


def test_only_a_coordinator_of_the_organisation_writes_them():
    with pytest.raises(Refused):
        introduction.keep(people.sari().unit, people.actor(people.sari()), about=Texts({"fi": "Minun sanani."}))


@pytest.mark.parametrize(("per_page", "count"), [(2, 2), (4, 1)])
def test_the_clients_cards_stand_two_or_four_on_a_page(per_page, count):
    rows = [experts.in_folder(f"Nimi{number}", "Näkymätön") for number in range(3)]
    cvs = shown_cv.chosen(people.sari().user, [row.staff_key for row in rows], "fi")

    made = PdfReader(io.BytesIO(folder_sheet.cards(cvs, "fi", per_page)))

    text = "".join(page.extract_text() for page in made.pages)
    assert (len(made.pages), "Nimi1" in text, "Näkymätön" in text) == (count, True, False)


def test_the_sheet_and_the_advert_are_a_page_or_two():
    people.kaisa()
    experts.aino()
    user = people.sari().user

    sheet = folder_sheet.sheet(user, introduction.presented(user, "fi"), "fi")
    advert = folder_sheet.advert(user, "fi", "https://example.org/fi/", ["101", "010", "111"])

    assert [len(PdfReader(io.BytesIO(made)).pages) <= most for made, most in ((sheet, 2), (advert, 1))] == [True, True]
