"""Where to begin in the back office, by one's roles: a few doors in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from cms.models import HomePage, NewsIndexPage
from coordination.fees.models import Fee
from coordination.people.models import Role, User

Door = tuple[str, str]


class StartPanel(Component):
    name = "start"
    template_name = "portal/backoffice/start_panel.html"
    order = 20

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping) -> dict:
        return {"doors": doors(self.request.user)}


def doors(user: User) -> list[Door]:
    """Words and address of each door; a coordinator's are what waits."""
    found: list[Door] = []
    if user.has_role(Role.Kind.FINANCE):
        found += _money()
    if user.has_role(Role.Kind.EDITOR):
        found += _pages()
    if user.has_role(Role.Kind.ADMIN):
        found += _keeping()
    return found


def _money() -> Iterator[Door]:
    yield _("See the fees that are owed"), f"{reverse('fees_fee:index')}?status={Fee.Status.OWED}"
    yield _("See the price list"), reverse("fees_price:index")


def _pages() -> Iterator[Door]:
    here = {"locale__language_code": get_language()}
    if home := HomePage.objects.filter(**here).first():
        yield _("Edit the home page"), reverse("wagtailadmin_pages:edit", args=[home.pk])
    if news := NewsIndexPage.objects.filter(**here).first():
        yield _("Write a news item"), reverse("wagtailadmin_pages:add", args=["cms", "newspage", news.pk])
    yield _("Add a picture"), reverse("wagtailimages:add")


def _keeping() -> Iterator[Door]:
    yield _("Units and their agreements"), reverse("people_unit:index")
    yield _("People and their roles"), reverse("people_person:index")
    yield _("The organisation's rules"), reverse("records_rule:index")
    yield _("Who has looked at what"), reverse("records_access:index")
