import pytest
from django.urls import reverse
from django.utils.translation import gettext

from coordination.records.models import AccessEntry
from experts.models import CVRevision, Expert
from tests.factories import experts, people

pytestmark = pytest.mark.django_db
Status = CVRevision.Status


@pytest.fixture
def kaisa(client):
    people.sign_in(client, people.kaisa())
    return client


def test_the_list_shows_each_and_logs_the_looking(kaisa):
    veera = experts.in_folder()

    page = kaisa.get(reverse("expert:index")).content.decode()

    entry = AccessEntry.objects.get()
    assert ("Veera Testilä" in page, entry.action, entry.subjects) == (True, "search", [veera.staff_key])


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_with_more_rows(kaisa, number, django_assert_num_queries):
    for index in range(number):
        experts.in_folder(first_name=f"Veera{index}")
    kaisa.get(reverse("expert:index"))

    with django_assert_num_queries(LIST_QUERIES):
        kaisa.get(reverse("expert:index"))


LIST_QUERIES = 14


def test_the_list_is_searched_by_both_names_and_filtered_by_the_cv(kaisa):
    experts.in_folder()
    waiting = experts.expert_active(first_name="Sanna", last_name="Kuvitelma")
    experts.cv_submitted(waiting)

    named = kaisa.get(reverse("expert:index"), {"q": "testilä veera"})
    filtered = kaisa.get(reverse("expert:index"), {"cv": "waiting"})

    assert [row.person.first_name for row in named.context["object_list"]] == ["Veera"]
    assert [row.person.first_name for row in filtered.context["object_list"]] == ["Sanna"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_is_logged(kaisa, form):
    veera = experts.in_folder(last_name="=HYPERLINK()")

    answer = kaisa.get(reverse("expert:index"), {"export": form})

    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    entry = AccessEntry.objects.get()
    assert (answer.status_code, entry.action, entry.subjects, bool(body)) == (200, "export", [veera.staff_key], True)


def test_an_exported_cell_is_never_a_formula(kaisa):
    experts.expert_active(first_name="=1+1", last_name="Testilä", person=people.person("=1+1", "Testilä"))

    answer = kaisa.get(reverse("expert:index"), {"export": "csv"})

    assert "'=1+1 Testilä" in b"".join(answer.streaming_content).decode()


@pytest.mark.parametrize("situation", ["training", "no cv", "waiting", "approved", "in folder", "leave", "ended"])
def test_the_expert_page_has_one_next_step(kaisa, situation):
    made = {
        "training": lambda: experts.expert_in_training(),
        "no cv": lambda: experts.expert_active(),
        "waiting": lambda: experts.cv_submitted(experts.expert_active()).cv.expert,
        "approved": lambda: experts.cv_approved(experts.expert_active()).cv.expert,
        "in folder": lambda: experts.in_folder(),
        "leave": lambda: experts.expert_on_leave(),
        "ended": lambda: experts.expert_active(status=Expert.Status.ENDED),
    }
    expert = made[situation]()

    page = kaisa.get(reverse("expert:page", args=[expert.pk])).content.decode()

    assert page.count('<section class="next-step') == 1
    assert AccessEntry.objects.get().about == f"experts.expert:{expert.staff_key}"


def test_a_move_asks_first_and_acts_on_post(kaisa):
    expert = experts.expert_active()
    url = reverse("expert:move", args=[expert.pk, "tauolle"])

    kaisa.get(url)
    before = Expert.objects.get(pk=expert.pk).status
    kaisa.post(url)

    assert (before, Expert.objects.get(pk=expert.pk).status) == ("active", "leave")


def test_admitting_takes_a_person_into_the_register(kaisa):
    person = people.person("Uusi", "Ihminen", email="uusi@example.org")
    told = {
        "person": person.pk,
        "unit": people.organisation().pk,
        "admitted_before": "3.9.2025, Kaisa ja Elina",
        "admitted_before_on": "3.9.2025",
        "joined_on": "4.9.2025",
        "note": "",
    }

    answer = kaisa.post(reverse("expert:admit"), told)

    expert = Expert.objects.get(person=person)
    assert (answer.url, expert.status) == (reverse("expert:page", args=[expert.pk]), "training")


def test_the_cv_is_approved_on_its_page(kaisa):
    expert = experts.expert_active()
    experts.cv_approved(expert, story="Vanha tarina")
    revision = experts.cv_submitted(expert, story="Uusi tarina")
    url = reverse("expert:cv_approval", args=[revision.pk])

    page = kaisa.get(url)
    kaisa.post(url)

    differing = [label for label, __, __, differs in page.context["rows"] if differs]
    assert differing == [gettext("What is my story like?")]
    assert CVRevision.objects.get(pk=revision.pk).status == Status.APPROVED


def test_the_cv_goes_back_with_a_comment(kaisa):
    revision = experts.cv_submitted(experts.expert_active())

    kaisa.post(reverse("expert:cv_send_back", args=[revision.pk]), {"comment": "Lyhennä tarinaa."})

    row = CVRevision.objects.get(pk=revision.pk)
    assert (row.status, row.comment) == (Status.RETURNED, "Lyhennä tarinaa.")


def test_the_cv_is_written_together(kaisa):
    expert = experts.expert_active()

    kaisa.post(reverse("expert:cv_edit", args=[expert.pk, "fi"]), {"story": "Yhdessä kirjoitettu.", "keep": ""})
    kaisa.post(reverse("expert:cv_submit", args=[expert.pk, "fi"]), {"agreed": "on"})

    row = CVRevision.objects.get()
    assert (row.story, row.status) == ("Yhdessä kirjoitettu.", Status.SUBMITTED)


def test_limits_times_and_audiences_have_their_pages(kaisa):
    expert = experts.aino()
    names = [("limits", []), ("availability", []), ("audience", ["own"]), ("note", []), ("cv_edit", ["fi"])]

    codes = [kaisa.get(reverse(f"expert:{name}", args=[expert.pk, *more])).status_code for name, more in names]

    assert codes == [200] * 5


def test_another_organisation_sees_nothing(client):
    people.sign_in(client, people.stranger_coordinator())
    expert = experts.in_folder()
    revision = CVRevision.objects.get()

    codes = [
        client.get(reverse("expert:page", args=[expert.pk])).status_code,
        client.get(reverse("expert:cv_approval", args=[revision.pk])).status_code,
        client.post(reverse("expert:move", args=[expert.pk, "lopeta"])).status_code,
    ]

    assert codes == [404, 404, 404]
    assert list(client.get(reverse("expert:index")).context["object_list"]) == []


def test_catalogues_are_edited_and_sorted(kaisa):
    area = experts.service_area("housing")

    codes = [
        kaisa.get(reverse("service_area:index")).status_code,
        kaisa.get(reverse("service_area:edit", args=[area.pk])).status_code,
        kaisa.get(reverse("task_type:index")).status_code,
        kaisa.get(reverse("task_type:edit", args=[experts.task_type().pk])).status_code,
    ]
    told = {"code": "housing", "names_fi": "Asuminen", "names_sv": "Boende", "names_en": "Housing", "in_use": "on"}
    kaisa.post(reverse("service_area:edit", args=[area.pk]), told)

    area.refresh_from_db()
    assert (codes, area.names["fi"]) == ([200] * 4, "Asuminen")


def test_nobody_approves_ones_own_on_the_page(kaisa):
    revision = experts.cv_submitted(experts.expert_active(person=people.kaisa()))

    page = kaisa.get(reverse("expert:cv_approval", args=[revision.pk]))
    kaisa.post(reverse("expert:cv_approval", args=[revision.pk]))

    assert (page.context["may_approve"], CVRevision.objects.get().status) == (False, Status.SUBMITTED)


def test_the_main_user_looks_and_keeps_nothing(client):
    people.sign_in(client, people.admin())
    expert = experts.in_folder()

    looked = client.get(reverse("expert:page", args=[expert.pk])).status_code
    kept = [
        client.get(reverse(f"expert:{name}", args=[expert.pk])).status_code
        for name in ("limits", "availability", "note")
    ]

    assert (looked, kept) == (200, [302, 302, 302])
