import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from coordination.records.models import AccessEntry
from experts.domain import catalogue
from experts.models import Expert, ExpertImport
from experts.tasks import expert_import as tasks
from tests.factories import lists, people
from tests.factories.lists import row

pytestmark = pytest.mark.django_db
START = "expert_import:start"


@pytest.fixture
def kaisa(client):
    people.sign_in(client, people.kaisa())
    catalogue.seed()
    return client


def choose(client, content, name="lista.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse(START), {"file": file, "unit": people.organisation().pk, "list_name": ""})


def page(client, made, **query):
    return client.get(reverse("expert_import:show", args=[made.pk]), query)


def test_the_way_through_the_screen(kaisa):
    answer = choose(kaisa, lists.workbook([row(), row(Nro=2, Sukunimi="")]))
    made = ExpertImport.objects.get()
    waiting = kaisa.get(reverse("expert_import:state", args=[made.pk])).json()
    tasks.check(made.job_id)
    found = page(kaisa, made)
    kaisa.post(reverse("expert_import:store", args=[made.pk]), {"sound": ""})
    tasks.store(ExpertImport.objects.get().job_id)
    rest = kaisa.get(reverse("expert_import:rest", args=[made.pk]))

    assert (answer.url, waiting["finished"]) == (reverse("expert_import:show", args=[made.pk]), False)
    assert (found.context["counts"]["out"], [one.number for one in found.context["page_obj"]]) == (1, [5])
    assert (Expert.objects.count(), rest["Content-Disposition"]) == (1, 'attachment; filename="lista-korjattavat.xlsx"')
    assert [entry.action for entry in AccessEntry.objects.order_by("pk")] == ["view", "export"]


def test_the_page_waits_with_a_bar_while_the_worker_is_at_it(kaisa):
    made = lists.uploaded()

    shown = page(kaisa, made).content.decode()

    assert f'data-progress-url="{reverse("expert_import:state", args=[made.pk])}"' in shown


def test_a_list_that_could_not_be_read_says_why(kaisa):
    choose(kaisa, b"a;b\n1;2\n", "lista.csv")
    made = ExpertImport.objects.get()
    tasks.check(made.job_id)

    shown = page(kaisa, made)

    assert shown.context["row"].problem in shown.content.decode()


@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ\x90\x00 a program", "lista.xlsx"), (b"%PDF", "lista.pdf"), (b"", "lista.csv")]
)
def test_what_is_no_list_is_refused_at_once(kaisa, content, name):
    answer = choose(kaisa, content, name)

    assert (answer.status_code, list(answer.context["form"].errors), ExpertImport.objects.count()) == (200, ["file"], 0)


def test_findings_are_filtered_by_kind(kaisa):
    made = lists.checked(
        [row(**{"Synt.": "-74", "Suostumus hlökunta": "x"}), row(Nro=2, Etunimi="Bo", Sukunimi="", Sähköposti="")]
    )

    shown = {
        kind: [
            finding.code for one in page(kaisa, made, kind=kind).context["page_obj"] for finding, *__ in one.findings
        ]
        for kind in ("error", "question", "note")
    }

    assert shown == {"error": ["last_name_missing"], "question": ["consent_undated"], "note": ["read_as"]}


def test_a_page_has_fifty_rows(kaisa):
    made = lists.checked([row(Nro=index, Etunimi=f"Aino{index}", Tila="", Sähköposti="") for index in range(60)])

    assert (len(page(kaisa, made).context["page_obj"]), len(page(kaisa, made, page=2).context["page_obj"])) == (50, 10)


def test_cancelling_goes_back_to_the_experts(kaisa):
    made = lists.checked()

    answer = kaisa.post(reverse("expert_import:cancel", args=[made.pk]))

    assert (answer.url, page(kaisa, made).status_code, Expert.objects.count()) == (reverse("expert:index"), 200, 0)


def test_nobody_else_sees_the_list(client):
    made = lists.checked()
    people.sign_in(client, people.stranger_coordinator())

    codes = [page(client, made).status_code, client.post(reverse("expert_import:store", args=[made.pk])).status_code]

    assert codes == [404, 404]


def test_the_main_user_brings_nothing_in(client):
    people.sign_in(client, people.admin())

    answer = client.get(reverse(START))

    assert answer.status_code in (302, 403)


def test_an_identity_code_in_the_name_of_the_list_is_refused(kaisa):
    file = SimpleUploadedFile("lista.xlsx", lists.workbook([row()]))

    answer = kaisa.post(reverse(START), {"file": file, "unit": people.organisation().pk, "list_name": "131052-308T"})

    assert list(answer.context["form"].errors) == ["list_name"]


def test_the_experts_list_leads_here(kaisa):
    assert reverse(START) in kaisa.get(reverse("expert:index")).content.decode()
