"""No form of ours takes a personal identity code (L-04), and none lets its sender assign what only a verb may."""

from __future__ import annotations

import importlib
import json
import pkgutil
from typing import TYPE_CHECKING

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms.forms import BaseForm
from django.urls import reverse
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image

import cms
import coordination
import councils
import experts
from cms.models import ArticlePage, FolderPage, HomePage, NewsIndexPage, NewsPage, OrganisationSettings
from coordination.foundation import identity_code
from coordination.foundation.guarded import GuardsTexts
from experts.backoffice.catalogue import ServiceAreaViewSet, TaskTypeViewSet
from tests.factories import people, site

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "131052-308T"
SAMPLES = (CODE, f"{CODE}@example.org", f"https://example.org/{CODE}", f"Asiakas {CODE} odottaa")
# What is typed here is compared and thrown away, never kept.
NOT_KEPT = {("CodeForm", "code"), ("InvitationForm", "code"), ("AddPasskeyForm", "credential")}
# Payroll's own number of a payee is what finance types; no row of ours is known by it.
TYPED = {("NumberForm", "number")}
# Facts that only a verb may set: no form of ours has a box for them.
VERBS_OWN = {
    "status", "user", "person_id", "orderer", "made_by", "granted_by", "given_at", "withdrawn_at", "confirmed_at", "approved_by",
    "approved_at", "is_superuser", "is_staff", "is_active", "secret", "staff_key", "public_key", "number", "seat", "link",
}  # fmt: skip


def descendants(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from descendants(each)


def our_forms() -> list[type[BaseForm]]:
    """Every form class written in the product."""
    for package in (coordination, experts, councils, cms):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not {"migrations", "settings", "demo"} & set(module.name.split(".")):
                importlib.import_module(module.name)
    roots = ("coordination", "experts", "councils", "cms")
    found = {form for form in descendants(BaseForm) if form.__module__.split(".")[0] in roots}
    return sorted(found, key=lambda form: (form.__module__, form.__qualname__))


def stops(field: forms.Field) -> bool:
    """Whether the field itself refuses every sample it would otherwise take."""
    for sample in SAMPLES:
        try:
            field.clean([sample] * 3 if isinstance(field, forms.MultiValueField) else sample)
        except ValidationError as refusal:
            if identity_code.CODE in {error.code for error in refusal.error_list}:
                continue
            continue
        return False
    return True


def open_boxes(form: type[BaseForm]) -> list[str]:
    if issubclass(form, GuardsTexts):
        return []
    texts = (forms.CharField, forms.MultiValueField, forms.JSONField)
    return [
        f"{form.__module__}.{form.__name__}.{name}"
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, texts) and (form.__name__, name) not in NOT_KEPT and not stops(field)
    ]


def test_every_box_for_words_is_guarded():
    assert [box for form in our_forms() for box in open_boxes(form)] == []


def test_a_planted_box_is_caught():
    class Planted(forms.Form):
        story = forms.CharField()

    assert open_boxes(Planted) == [f"{__name__}.Planted.story"]


def editors_forms() -> dict[str, type]:
    pages = (HomePage, ArticlePage, FolderPage, NewsIndexPage, NewsPage)
    return {
        **{page.__name__: page.get_edit_handler().get_form_class() for page in pages},
        "Image": get_image_form(Image),
        "Document": get_document_form(Document),
        "OrganisationSettings": OrganisationSettings.base_form_class,
        "ServiceArea": ServiceAreaViewSet("x").get_form_class(),
        "TaskType": TaskTypeViewSet("y").get_form_class(),
    }


@pytest.mark.parametrize("name", editors_forms())
def test_the_editors_forms_are_guarded(name):
    assert issubclass(editors_forms()[name], GuardsTexts)


def rich_text(words: str) -> str:
    """As the page editor sends it."""
    block = {"key": "a", "type": "unstyled", "text": words, "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})


@pytest.mark.django_db
def test_a_code_in_a_block_of_a_page_is_refused(client):
    people.sign_in(client, people.superuser())
    above = site.site_in("fi")
    page = site.article(above)
    form_class = ArticlePage.get_edit_handler().get_form_class()
    block = {"body-count": "1", "body-0-type": "text", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    data = {"title": page.title, "slug": page.slug, "lead": "", **block, "body-0-value": rich_text(f"Näin {CODE}.")}

    form = form_class(data, instance=page, for_user=people.user_for(people.superuser()))

    assert form.is_valid() is False
    assert [error.code for error in form.errors.as_data().get("body", [])] == [identity_code.CODE]


@pytest.mark.django_db
@pytest.mark.parametrize("value", SAMPLES)
def test_the_catalogue_takes_no_code_by_its_own_screen(client, value):
    people.sign_in(client, people.kaisa())
    data = {"code": value, "names_0": "Alue", "in_use": "on"}

    response = client.post(reverse("service_area:add"), data)

    assert response.status_code == 200
    assert "code" in response.context["form"].errors


def test_no_form_has_a_box_for_what_a_verb_sets():
    found = [
        f"{form.__name__}.{name}"
        for form in our_forms()
        for name in getattr(form, "base_fields", {})
        if name in VERBS_OWN and (form.__name__, name) not in TYPED and form.__module__.split(".")[0] != "cms"
    ]

    assert found == []


def test_no_form_takes_whatever_its_model_has():
    assert [
        form.__name__ for form in our_forms() if getattr(getattr(form, "Meta", None), "fields", None) == "__all__"
    ] == []


@pytest.mark.django_db
def test_columns_sent_along_are_not_assigned(client):
    matti = people.matti()
    people.sign_in(client, matti)
    own = {"email": matti.email, "phone": "040 000 0000", "channel": "email", "language": "fi", "format": "normal"}
    strange = {"unit": people.organisation("Naapurin hyvinvointialue").pk, "first_name": "Kaisa", "user": "1"}

    client.post(reverse("me:details"), {**own, **strange, "erased_at": "2026-01-01"})

    unit, name, user = matti.unit_id, matti.first_name, matti.user_id
    matti.refresh_from_db()
    assert (matti.phone, matti.unit_id, matti.first_name, matti.user_id) == ("040 000 0000", unit, name, user)
    assert matti.erased_at is None
