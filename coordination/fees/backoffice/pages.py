"""Screens of the money that are no lists of rows: each behind a right of its own, in the menu for whoever holds it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from coordination.foundation.board import asking

View = Callable[..., HttpResponse]


class Pages(ViewSet):
    """`look` and `act` are the rights that looking and pressing ask for; the pages named in `acting` are not looked at
    without the right to act. `pages()` are route, view and name.
    """

    look = ""
    act = ""
    acting: tuple[str, ...] = ()

    def pages(self) -> list[tuple[str, View, str]]:
        raise NotImplementedError

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path(route, asking(view, self.act if name in self.acting else self.look, self.act), name=name)
            for route, view, name in self.pages()
        ]

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        return _Shown(
            self.look, self.menu_label, self.menu_url, name=self.menu_name, icon_name=self.menu_icon, order=order or 999
        )


class _Shown(MenuItem):
    """In the menu of those who may look."""

    def __init__(self, right: str, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.right = right

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.right)
