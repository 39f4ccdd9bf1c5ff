import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from experts.models import Audience, Expert
from tests.experts.domain.test_expert_photo import picture
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(client):
    expert = experts.aino()
    people.sign_in(client, expert.person)
    return expert


def test_the_page_tells_of_every_audience(client, aino):
    rows = client.get(reverse("experts:my_audience")).context["rows"]

    assert [(row["kind"], bool(row["consent"])) for row in rows] == [
        ("own", True),
        ("partners", True),
        ("public", True),
    ]


def test_choices_are_kept(client, aino):
    url = reverse("experts:my_audience_edit", args=["public"])

    refused = client.post(url, {"name": "alias", "alias": "", "birth": "hidden"})
    client.post(url, {"name": "alias", "alias": "Virta", "birth": "hidden"})

    row = Audience.objects.get(expert=aino, kind="public")
    assert (list(refused.context["form"].errors), row.alias, row.birth, row.locality) == (
        ["alias"],
        "Virta",
        "hidden",
        False,
    )


def test_a_photo_is_added_and_removed(client, aino):
    upload = SimpleUploadedFile("kuva.jpg", picture(), "image/jpeg")
    client.post(reverse("experts:my_photo"), {"photo": upload, "words": "Aino hymyilee."})
    added = Expert.objects.get(pk=aino.pk).photo is not None

    client.post(reverse("experts:my_photo_remove"))

    assert (added, Expert.objects.get(pk=aino.pk).photo) == (True, None)


def test_what_is_no_photo_is_told(client, aino):
    upload = SimpleUploadedFile("kuva.jpg", b"ei kuva", "image/jpeg")

    answer = client.post(reverse("experts:my_photo"), {"photo": upload, "words": "Aino"})

    assert list(answer.context["form"].errors) == ["photo"]
