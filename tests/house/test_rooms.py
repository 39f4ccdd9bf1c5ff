"""Each room does its own work: verbs know no request, screens write no rows, models keep their `save`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import rooms, short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCREENS = {"views", "forms", "backoffice"}
OF_THE_WEB = ("django.http", "django.shortcuts", "django.contrib.messages", "django.views", "django.urls.resolvers")
WRITING = {"create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "delete"}


def imported(node: ast.AST) -> str:
    if isinstance(node, ast.ImportFrom):
        return node.module or ""
    return node.names[0].name if isinstance(node, ast.Import) else ""


def breaches(room: str, source: str) -> Iterator[tuple[int, str]]:
    """What in a module of this room is another room's work, with its line."""
    for node in ast.walk(ast.parse(source)):
        if room == "domain":
            if imported(node).startswith(OF_THE_WEB):
                yield node.lineno, "a verb knows nothing of the web"
            if isinstance(node, ast.arg) and node.arg == "request":
                yield node.lineno, "a verb takes no request"
        if room in SCREENS and isinstance(node, ast.Call) and getattr(node.func, "attr", "") in WRITING:
            yield node.lineno, "a screen calls a verb, it writes nothing itself"
        if room == "models" and isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}:
            yield node.lineno, "a model does not override save or delete"


def room_of(path: Path) -> str:
    return next((part for part in path.parts if part in SCREENS | {"domain", "models"}), "")


def test_every_room_does_its_own_work():
    found = [
        f"{short(path)}:{line}: {what}" for path in rooms() for line, what in breaches(room_of(path), path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("domain", "from django.http import HttpRequest"),
        ("domain", "def send(request): pass"),
        ("views", "Offer.objects.create(expert=expert)"),
        ("forms", "self.instance.delete()"),
        ("models", "class Offer:\n    def save(self): pass"),
    ],
)
def test_a_planted_breach_is_caught(room, source):
    assert len(list(breaches(room, source))) == 1
