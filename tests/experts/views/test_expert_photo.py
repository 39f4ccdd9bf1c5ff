import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.privacy.models import Consent
from experts.domain import audience, expert_photo
from tests.experts.domain.test_expert_photo import picture
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino():
    expert = experts.aino()
    expert_photo.put(expert, experts.HOUSE, picture(), "Aino hymyilee.")
    return expert


def show_to(expert, kind):
    audience.keep(expert, kind, experts.HOUSE, name="first", birth="decade", photo=True, locality=True)


def code_for(client, expert, kind):
    key = expert.public_key if kind == "public" else expert.staff_key
    return client.get(reverse("experts:photo", args=[kind, key])).status_code


def test_nobody_sees_a_photo_nobody_was_chosen_for(client, aino):
    people.sign_in(client, people.sari())

    assert [code_for(client, aino, kind) for kind in ("own", "public")] == [404, 404]


def test_those_chosen_see_it_until_the_consent_ends(client, aino):
    show_to(aino, "own")
    show_to(aino, "public")
    people.sign_in(client, people.sari())
    before = [code_for(client, aino, kind) for kind in ("own", "public")]

    Consent.objects.update(withdrawn_at=clock.now())

    assert (before, [code_for(client, aino, kind) for kind in ("own", "public")]) == ([200, 200], [404, 404])


def test_a_stranger_sees_the_public_one_only(client, aino):
    show_to(aino, "own")
    show_to(aino, "public")

    assert [code_for(client, aino, kind) for kind in ("own", "public")] == [404, 200]


def test_one_sees_ones_own_and_it_is_not_kept_by_others(client, aino):
    people.sign_in(client, aino.person)

    answer = client.get(reverse("experts:photo", args=["own", aino.staff_key]))

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        "image/jpeg",
        "private, no-store",
    )
