"""The first thing a coordinator sees: what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from coordination.foundation.todo import Todo
from coordination.portal.domain import todo


class WaitingPanel(Component):
    """The office's matters by the kind of work; above Wagtail's own panels."""

    name = "waiting"
    template_name = "portal/backoffice/home_panel.html"
    order = 10

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping) -> dict:
        return {"groups": groups(todo.office(self.request.user)), "own": todo.own(self.request.user)}


def groups(todos: list[Todo]) -> list[tuple[str, list[Todo]]]:
    """Matters under the name of their kind, in the order they came."""
    return [(name, list(rows)) for name, rows in groupby(todos, key=lambda item: item.group)]
