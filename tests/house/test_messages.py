"""Every kind of message stands in the catalogue, and its text can be put in other words without losing a thing."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.utils import translation

from coordination.messaging.domain import catalogue, sample, text, wording
from coordination.messaging.domain.kind import Kind

LANGUAGES = [code for code, __ in settings.LANGUAGES]
KINDS = sorted(catalogue.everything().values(), key=lambda kind: kind.name)
# What only the invented cause says: where one of these stays, the text tells something no place names.
INVENTED = re.compile(
    r"Tuisku|Kerttu|Tilda|Eero|2026-0417|0400000|esimerkki\.example|kuuluviin\.example|\[\[|\d{1,2}[.:]\d{2}|63[,.]00"
)


FORMS = ("normal", "plain")


def left_over(kind: Kind, language: str) -> list[str]:
    sources = [text.product_source(kind, "mail", language, form) for form in FORMS]
    return [kind.name, *(found for each in sources for found in INVENTED.findall(_words(each)))]


def _words(source: text.Source) -> str:
    return wording.PLACE.sub("", source.subject + source.body)


def round_trip(kind: Kind, language: str) -> tuple[str, str]:
    """The product's text, and its places filled again: they say the same."""
    source = text.product_source(kind, "mail", language, "normal")
    subject, body = text.filled_by_sample(kind, source.subject, source.body, language)
    with translation.override(language):
        reader = sample.reader(language)
        ours = text.rendered(kind.name, reader, sample.context(kind, reader))
    return f"{subject}\n{body}", f"{ours.subject}\n{ours.body}"


def test_every_template_is_a_kind_and_every_kind_has_a_template():
    assert set(catalogue.everything()) == catalogue.templates()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_of_a_text_has_a_place(language):
    assert [found for kind in KINDS if len(found := left_over(kind, language)) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_put_into_places_says_what_it_said(language):
    differing = [
        kind.name for kind in KINDS if len({re.sub(r"\s+", " ", each) for each in round_trip(kind, language)}) > 1
    ]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_the_products_own_text_may_be_saved_as_it_is(language, form):
    """What must stay is there, and nothing in it would be refused."""
    for kind in KINDS:
        source = text.product_source(kind, "mail", language, form)
        lost = [name for name in kind.must_have if name not in wording.places(source.body)]
        known = set(kind.places)
        assert (kind.name, lost, set(wording.places(source.subject + source.body)) - known) == (kind.name, [], set())
        wording.refuse_unfit(source.subject, source.body, known, kind.must_have)


def test_every_place_is_known_and_named():
    assert [kind.name for kind in KINDS for piece in catalogue.pieces_of(kind) if not str(piece.label)] == []
