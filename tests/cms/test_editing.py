"""Who edits what of the site in the back office."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from wagtail.models import Page

from cms.models import ArticlePage, FolderPage, NewsPage, OrganisationSettings
from coordination.people.domain import group
from coordination.people.models import Person
from tests.factories import people, site

pytestmark = pytest.mark.django_db
ADMIN_HOME = "/hallinta/"


@pytest.fixture
def editor(client) -> Person:
    elli = people.editor()
    group.keep_in_step(elli)
    people.sign_in(client, elli)
    return elli


def test_an_editor_opens_every_kind_of_page(client, editor):
    site.site_in("fi")

    answers = [
        client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        for page in Page.objects.filter(depth__gte=2)
    ]

    assert answers == [200] * 11


@pytest.mark.parametrize("kind", [ArticlePage, FolderPage])
def test_an_editor_starts_a_new_page(client, editor, kind):
    home = site.site_in("fi")

    answer = client.get(reverse("wagtailadmin_pages:add", args=["cms", kind._meta.model_name, home.pk]))

    assert answer.status_code == 200


def test_news_stands_only_under_its_list(client, editor):
    home = site.site_in("fi")

    answer = client.get(reverse("wagtailadmin_pages:add", args=["cms", NewsPage._meta.model_name, home.pk]))

    assert answer["Location"] == ADMIN_HOME


def test_a_coordinator_edits_no_pages(client):
    home = site.site_in("fi")
    people.sign_in(client, people.kaisa())

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))

    assert answer["Location"] == ADMIN_HOME


def test_the_main_user_keeps_the_details_and_the_editor_does_not(client, editor):
    address = reverse("wagtailsettings:edit", args=["cms", "organisationsettings", site.organisation_details().pk])
    refused = client.get(address)
    people.sign_in(client, people.admin())
    fields = {"name_fi": "Uusi nimi", "phone": "0400000055", "email": "", "benefits_url": ""}

    client.post(address, fields)

    assert refused["Location"] == ADMIN_HOME
    saved = OrganisationSettings.objects.get()
    assert (saved.name["fi"], saved.phone) == ("Uusi nimi", "0400000055")


def test_an_editor_takes_a_page_to_another_language(client, editor):
    home = site.site_in("fi")

    answer = client.get(reverse("simple_translation:submit_page_translation", args=[home.get_children().first().pk]))

    assert answer.status_code == 200


def test_a_picture_is_shown_and_its_original_is_not(client):
    for folder in ("images", "original_images"):
        default_storage.save(f"{folder}/metsa.png", ContentFile(b"a picture"))

    answers = [client.get(f"/media/{folder}/metsa.png") for folder in ("images", "original_images")]

    assert [(answer.status_code, answer.headers.get("Content-Type", "")[:9]) for answer in answers] == [
        (200, "image/png"),
        (404, "text/html"),
    ]
    answers[0].close()
