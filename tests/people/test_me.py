"""One's own details."""

import pytest
from django.urls import reverse

from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db

DATA = {"email": "matti@example.org", "phone": "0400 000 000", "channel": "phone", "language": "sv", "format": "large"}


def test_one_changes_how_one_is_met(client):
    matti = people.matti()
    client.force_login(matti.user)

    response = client.post(reverse("me:details"), DATA)

    row = Person.objects.get(pk=matti.pk)
    assert response.status_code == 302
    assert (row.phone, row.channel, row.language, row.format) == ("0400 000 000", "phone", "sv", "large")


def test_an_identity_code_stays_out(client):
    matti = people.matti()
    client.force_login(matti.user)

    response = client.post(reverse("me:details"), DATA | {"needs": "010180-900X"})

    assert list(response.context["form"].errors) == ["needs"]
    assert Person.objects.get(pk=matti.pk).phone == ""


def test_a_passer_by_signs_in_first(client):
    response = client.get(reverse("me:details"))

    assert response.headers["Location"].split("?")[0] == reverse("account_login")


def test_one_sees_ones_own_only(client):
    matti, olli = people.matti(), people.olli()
    client.force_login(olli.user)

    response = client.get(reverse("me:details"))

    assert response.context["form"].instance == olli
    assert matti.email not in response.content.decode()
