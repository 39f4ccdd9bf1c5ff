"""A list screen of the back office: Wagtail's listing, over what this user may see, leading to a page of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from . import formats

LOOKS = {"GET", "HEAD", "OPTIONS"}


class MomentColumn(Column):
    """An aware datetime the Finnish way, Helsinki time."""

    def get_value(self, instance: models.Model) -> str:
        value = super().get_value(instance)
        return formats.moment(value) if value else ""


class DayColumn(Column):
    def get_value(self, instance: models.Model) -> str:
        value = super().get_value(instance)
        return formats.day(value) if value else ""


class EurosColumn(Column):
    def get_value(self, instance: models.Model) -> str:
        value = super().get_value(instance)
        return formats.euros(value) if value is not None else ""


def asking(view: Callable[..., HttpResponse], look: str, act: str) -> Callable[..., HttpResponse]:
    """The view behind two rights ("people.view_person"): one to look (GET), one to act. `view.asks` tells which."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(look if request.method in LOOKS else act):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    asked.asks = (look, act)
    return asked


class BoardPaginator(WagtailPaginator):
    @cached_property
    def items_count_label(self) -> str:
        """A number alone: a counted noun bends in Finnish, and Wagtail knows only its one plural."""
        return _("%(count)s in all") % {"count": self.count}


class BoardIndexView(IndexView):
    """`queryset_for(user)` of the viewset decides what is listed; a row leads to `page_url(row)`."""

    viewset: Board | None = None
    paginator_class = BoardPaginator
    table_classname = "listing board"
    any_permission_required = ["view", "change"]

    def get_base_queryset(self) -> models.QuerySet:
        return self.viewset.queryset_for(self.request.user)

    def get_edit_url(self, instance: models.Model) -> str:
        return self.viewset.page_url(instance)

    def get_list_buttons(self, instance: models.Model) -> list:
        return []

    def get_list_more_buttons(self, instance: models.Model) -> list:
        return []

    @property
    def add_url(self) -> str | None:
        return self.viewset.new_url()


class Board(ModelViewSet):
    """A list without add, edit or delete forms: rows are changed by verbs on pages of their own.

    Subclasses give `model`, `icon`, `menu_label`, `list_display`, `page_name` (the URL name of a row's page inside
    the viewset) and `pages()` (their URL patterns).

    Being in the back office opens none of the pages: looking at a row's page asks for the right to view the model,
    everything else for the right to change it, unless `page_rights` names another ("add") for a page.
    """

    index_view_class = BoardIndexView
    page_name = "page"
    page_rights: dict[str, str] = {}
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = False
    # Wagtail's index follows pages and pictures. Ours hold neither, and each save would cost five queries.
    add_to_reference_index = False
    list_per_page = 50

    def get_index_view_kwargs(self, **kwargs: object) -> dict:
        return super().get_index_view_kwargs(viewset=self, add_url_name=None, **kwargs)

    def queryset_for(self, user: object) -> models.QuerySet:
        return self.model.objects.visible_to(user)

    def page_url(self, row: models.Model) -> str:
        return reverse(self.get_url_name(self.page_name), args=[row.pk])

    def new_url(self) -> str | None:
        return None

    def pages(self) -> list[URLPattern]:
        return []

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            *map(self._asking, self.pages()),
        ]

    def _asking(self, page: URLPattern) -> URLPattern:
        right = self.page_rights.get(page.name, "change")
        is_looked_at = page.name == self.page_name and page.name not in self.page_rights
        view = asking(page.callback, self._right("view") if is_looked_at else self._right(right), self._right(right))
        return URLPattern(page.pattern, view, page.default_args, page.name)

    def _right(self, verb: str) -> str:
        return f"{self.model._meta.app_label}.{verb}_{self.model._meta.model_name}"

    def register_admin_url_finder(self) -> None:
        """Rows have no edit form for Wagtail to find."""
