"""The first page of the back office: what waits or where to begin, by one's roles, and one's own name."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from coordination.people.domain import group
from tests.factories import people, site

pytestmark = pytest.mark.django_db
HOME = "/hallinta/"


def corner(answer) -> str:
    """The name in the menu's corner, as it is handed to the menu's script."""
    props = BeautifulSoup(answer.content, "html.parser").find(id="wagtail-sidebar-props")
    return json.dumps(json.loads(props.text), ensure_ascii=False)


def test_the_corner_shows_a_name_and_not_the_account(client):
    kaisa = people.kaisa()
    people.sign_in(client, kaisa)

    shown = corner(client.get(HOME))

    assert [kaisa.first_name in shown, kaisa.user.username in shown] == [True, False]


def test_the_name_is_lent_and_never_stored(client):
    kaisa = people.kaisa()
    people.sign_in(client, kaisa)
    client.get(HOME)

    kaisa.user.refresh_from_db()

    assert kaisa.user.first_name == ""


def test_an_editor_begins_from_the_pages(client):
    home, elli = site.site_in("fi"), people.editor()
    group.keep_in_step(elli)
    people.sign_in(client, elli)

    page = client.get(HOME).content.decode()

    assert [reverse("wagtailadmin_pages:edit", args=[home.pk]) in page, reverse("fees_fee:index") in page] == [
        True,
        False,
    ]
