"""Keeps the pages of the councils in step with what the councils say of themselves: public or not, and by which name."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.text import slugify

from cms.models import CouncilIndexPage, CouncilPage
from councils.models import Council


def follow(instance: Council, **kwargs: object) -> None:
    """After a council is saved: a public one has a page in every language with a list of councils, another has none live."""
    pages = {page.locale_id: page for page in CouncilPage.objects.filter(council=instance)}
    if instance.is_public:
        for index in CouncilIndexPage.objects.live().exclude(locale__in=pages).select_related("locale"):
            page = _add(index, instance)
            pages[page.locale_id] = page
    for page in pages.values():
        _keep(page, instance)


def follow_all() -> None:
    """Pages for the councils that were public before there was a list."""
    for council in Council.objects.public():
        follow(council)


def _add(index: CouncilIndexPage, council: Council) -> CouncilPage:
    name = _name(council, index.locale.language_code)
    slug = slugify(name)[:80] or f"raati-{council.pk}"
    if index.get_children().filter(slug=slug).exists():
        slug = f"{slug}-{council.pk}"
    page = CouncilPage(
        title=name, slug=slug, council=council, locale=index.locale, translation_key=_key(council), live=False
    )
    return CouncilIndexPage.objects.get(pk=index.pk).add_child(instance=page)


def _keep(page: CouncilPage, council: Council) -> None:
    name = _name(council, page.locale.language_code)
    if council.is_public and (page.title != name or not page.live):
        page.title = page.draft_title = name
        page.save_revision().publish()
    elif page.live and not council.is_public:
        page.unpublish()


def _name(council: Council, language: str) -> str:
    return council.names.in_language(language)


def _key(council: Council) -> UUID:
    """One pattern for a council in every language."""
    return uuid5(NAMESPACE_URL, f"kuuluviin/council/{council.pk}")
