"""A status changes in one place: `records.domain.workflow.move` locks, checks, saves and logs."""

from __future__ import annotations

import ast

import pytest

from tests.house.sources import rooms, short

# Where a status is written otherwise: path -> why.
ELSEWHERE = {
    "coordination/demo/fill.py": "the demo's past: what was written on earlier days has left",
    "coordination/records/domain/workflow.py": "the one place",
    "coordination/events/domain/door.py": "of an event that is locked, everybody not marked at the door is absent at once",
    "coordination/events/domain/registration.py": "the caller's own copy follows the locked row; nothing is saved",
    "coordination/recruitment/domain/steps.py": "a copy for its person, who reads no choice before it is told; never saved",
    "coordination/messaging/domain/delivery.py": "a row of the outbox is claimed by a conditional update",
    "coordination/messaging/domain/digest.py": "what waited is joined or let go by a conditional update",
    "coordination/messaging/domain/outbox.py": "what has not left is superseded by a conditional update",
}


def writes(source: str) -> list[int]:
    """Lines that assign `.status` or pass `status=` to a queryset's `update`."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            written = any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets)
        else:
            called = node.func if isinstance(node, ast.Call) else None
            written = getattr(called, "attr", "") == "update" and any(word.arg == "status" for word in node.keywords)
        if written:
            lines.append(node.lineno)
    return lines


def test_status_is_written_in_one_place():
    found = [
        f"{short(path)}:{line}" for path in rooms() if short(path) not in ELSEWHERE for line in writes(path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize("line", ["order.status = 'held'", "BookingRequest.objects.filter(pk=1).update(status='held')"])
def test_a_planted_write_is_caught(line):
    assert writes(line) == [1]


def test_every_exception_is_needed():
    assert [
        name for name in ELSEWHERE for path in rooms() if short(path) == name and not writes(path.read_text())
    ] == []
