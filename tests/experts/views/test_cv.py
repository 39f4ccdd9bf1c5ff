import pytest
from django.urls import reverse

from experts.domain import cv
from experts.models import CVRevision
from tests.factories import experts, people

Status = CVRevision.Status
pytestmark = pytest.mark.django_db


@pytest.fixture
def veera():
    people.kaisa()
    return experts.expert_active()


@pytest.fixture
def signed_in(client, veera):
    return people.sign_in(client, veera.person)


def test_looking_at_the_form_makes_no_draft(signed_in):
    answer = signed_in.get(reverse("experts:my_cv_edit", args=["fi"]))

    assert (answer.status_code, CVRevision.objects.count()) == (200, 0)


def test_the_fields_stand_in_the_order_of_the_standard_form(signed_in):
    experts.service_area()
    answer = signed_in.get(reverse("experts:my_cv_edit", args=["fi"]))

    form = answer.context["form"]
    names = [name for name in form.fields if not name.startswith("area_")]
    areas = [area.names["fi"] for area, __ in form.area_fields()]
    assert names == ["training_year", "trainer", "background", "motto", "story", "special_skills"]
    assert list(form.fields)[-1] == "special_skills"
    assert (areas[0], areas[7], areas[-1]) == ("Aikuissosiaalityö", "Yhdistystoiminta/vertaisryhmät", "Muuta")


def test_every_text_box_says_who_reads_it(signed_in):
    experts.service_area()
    form = signed_in.get(reverse("experts:my_cv_edit", args=["fi"])).context["form"]

    silent = [
        name for name, field in form.fields.items() if name != "training_year" and not getattr(field, "readers", "")
    ]
    assert silent == []


def test_saving_keeps_a_draft_and_sending_asks_to_agree(signed_in, veera):
    area = experts.service_area()
    told = {
        "background": "Tausta",
        "story": "Tarina",
        "special_skills": "Velkajärjestely\nHäpeästä puhuminen",
        f"area_{area.pk}": "Viisi vuotta.",
    }

    answer = signed_in.post(reverse("experts:my_cv_edit", args=["fi"]), {**told, "send": ""})
    assert answer.url == reverse("experts:my_cv_submit", args=["fi"])
    refused = signed_in.post(answer.url, {})
    sent = signed_in.post(answer.url, {"agreed": "on"})

    revision = CVRevision.objects.get()
    assert (refused.status_code, sent.url) == (200, reverse("experts:my_cv"))
    assert (revision.status, revision.special_skills) == (Status.SUBMITTED, ["Velkajärjestely", "Häpeästä puhuminen"])
    assert [row.text for row in revision.area_texts.all()] == ["Viisi vuotta."]


def test_an_identity_code_stays_on_the_form_and_goes_nowhere(signed_in):
    answer = signed_in.post(
        reverse("experts:my_cv_edit", args=["fi"]), {"background": "Asiakas 131052-308T", "story": "Tarina"}
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["background"])
    assert CVRevision.objects.count() == 0


def test_autosave_keeps_the_sound_fields_only(signed_in):
    told = {"background": "Asiakas 131052-308T", "story": "Tarina"}

    answer = signed_in.post(reverse("experts:my_cv_autosave", args=["fi"]), told)

    revision = CVRevision.objects.get()
    assert (answer.status_code, revision.background, revision.story, revision.status) == (
        422,
        "",
        "Tarina",
        Status.DRAFT,
    )


def test_autosave_after_sending_is_a_draft_of_its_own(signed_in, veera):
    sent = experts.cv_submitted(veera, story="Lähetetty")

    signed_in.post(reverse("experts:my_cv_autosave", args=["fi"]), {"story": "Myöhempi"})

    sent.refresh_from_db()
    assert (sent.story, sent.status) == ("Lähetetty", Status.SUBMITTED)
    assert CVRevision.objects.get(status=Status.DRAFT).story == "Myöhempi"


@pytest.mark.parametrize("situation", ["none", "draft", "submitted", "returned", "approved", "in folder", "old"])
def test_my_cv_shows_one_next_step(signed_in, veera, situation):
    if situation == "draft":
        experts.cv_draft(veera)
    if situation in ("submitted", "returned"):
        revision = experts.cv_submitted(veera)
    if situation == "returned":
        cv.send_back(revision, people.actor(people.kaisa()), "Lyhennä tarinaa.")
    if situation in ("approved", "in folder", "old"):
        experts.cv_approved(veera)
    if situation in ("in folder", "old"):
        experts.consent_for(veera.person, "cv_own")
    if situation == "old":
        experts.confirmed_last_year(veera)

    page = signed_in.get(reverse("experts:my_cv")).content.decode()

    steps = {"none": "write", "draft": "continue", "submitted": "wait", "returned": "mend", "old": "confirm"}
    assert page.count('class="next-step"') == 1
    assert signed_in.get(reverse("experts:my_cv")).context["step"] == steps.get(situation, "")


def test_confirming_is_a_post(signed_in, veera):
    experts.cv_approved(veera)
    row = experts.confirmed_last_year(veera)
    before = row.confirmed_on

    got = signed_in.get(reverse("experts:my_cv_confirm", args=["fi"]))
    signed_in.post(reverse("experts:my_cv_confirm", args=["fi"]))

    row.refresh_from_db()
    assert (got.status_code, row.confirmed_on > before) == (405, True)


@pytest.mark.parametrize("kind", ["own", "partners", "public"])
def test_the_preview_shows_what_the_audience_sees(signed_in, veera, kind):
    experts.cv_approved(veera)

    page = signed_in.get(reverse("experts:my_cv_preview", args=["fi", kind])).content.decode()

    assert ("<h1>Veera</h1>" in page, "Testilä" in page.split("<article")[1]) == (True, False)


def test_others_have_no_such_pages(client, veera):
    people.sign_in(client, people.sari())

    codes = {
        client.get(reverse(f"experts:{name}")).status_code
        for name in ("my_cv", "my_audience", "my_limits", "my_availability", "my_photo")
    }

    assert codes == {404}
