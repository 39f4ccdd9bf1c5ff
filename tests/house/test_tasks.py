"""A task's name is a string no import contract sees: each must resolve, and sit in a `tasks` room."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from django.utils.module_loading import import_string

from tests.house.sources import rooms, short

if TYPE_CHECKING:
    from collections.abc import Iterator

HANDED_OVER_BY = {"async_task", "schedule", "Schedule", "start"}
LOOKS_LIKE_A_TASK = re.compile(r"^(coordination|experts|councils|cms)(\.\w+)*\.tasks\.\w+(\.\w+)*$")
LOOKS_DOTTED = re.compile(r"^(coordination|experts|councils|cms)(\.\w+){2,}$")
ENDED_BY_ITSELF = re.compile(r"\bjob\.(begin|finish|fail)\(")
A_TASK = re.compile(r"^(coordination\.\w+|experts|councils|cms)\.tasks\.\w+\.\w+$")


def task_names(source: str) -> Iterator[str]:
    """Every string that is handed over as a task, or that looks like one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and LOOKS_LIKE_A_TASK.match(node.value):
            yield node.value
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [*node.args, *(keyword.value for keyword in node.keywords)] if called in HANDED_OVER_BY else []
            for value in given:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and LOOKS_DOTTED.match(value.value):
                    yield value.value


def complaints(source: str) -> list[str]:
    found = []
    for name in sorted(set(task_names(source))):
        if not A_TASK.match(name):
            found.append(f"{name} is not in a tasks room")
            continue
        try:
            import_string(name)
        except ImportError:
            found.append(f"{name} does not resolve")
    return found


def test_every_task_name_resolves_to_a_tasks_room():
    found = [f"{short(path)}: {complaint}" for path in rooms() for complaint in complaints(path.read_text())]

    assert found == []


def test_a_job_is_begun_and_ended_by_one_door():
    """`job.carry_out`: else one that stumbles shows a bar that never ends."""
    assert [short(path) for path in rooms() if ENDED_BY_ITSELF.search(path.read_text())] == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("async_task('coordination.messaging.tasks.delivery.vanish')", "does not resolve"),
        ("async_task('coordination.messaging.domain.delivery.deliver')", "is not in a tasks room"),
        ("job.start(func='experts.domain.expert_import.store')", "is not in a tasks room"),
        ("LATER = 'experts.tasks.nowhere.go'", "does not resolve"),
    ],
)
def test_a_planted_task_name_is_caught(line, complaint):
    assert [found.partition(" ")[2] for found in complaints(line)] == [complaint]
