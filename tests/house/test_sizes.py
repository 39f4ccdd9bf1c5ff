"""Modules stay small enough to read at one sitting, functions at one glance."""

from __future__ import annotations

import ast
from statistics import median
from typing import TYPE_CHECKING

from tests.house.sources import ROOT, rooms, short

if TYPE_CHECKING:
    from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 50
MEDIAN_LINES = 120

# A module may be longer for a reason: path -> why.
LONGER: dict[str, str] = {}


def too_long(path: Path) -> list[str]:
    source = path.read_text()
    lines = len(source.splitlines())
    found = [f"{short(path)}: {lines} lines"] if lines > MODULE_LINES and short(path) not in LONGER else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1 - docstring_lines(node)
            if length > FUNCTION_LINES:
                found.append(f"{short(path)}: {node.name} has {length} lines")
    return found


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if ast.get_docstring(node) is None:
        return 0
    return node.body[0].end_lineno - node.body[0].lineno + 1


def modules_of_tests() -> list[Path]:
    return sorted((ROOT / "tests").rglob("*.py"))


def test_modules_and_functions_are_small():
    assert [complaint for path in [*rooms(), *modules_of_tests()] for complaint in too_long(path)] == []


def test_the_usual_module_is_short():
    lengths = [length for path in rooms() if (length := len(path.read_text().splitlines()))]

    assert median(lengths) < MEDIAN_LINES


def test_every_exception_is_needed():
    assert [name for name in LONGER if len((ROOT / name).read_text().splitlines()) <= MODULE_LINES] == []


def test_planted_length_is_caught(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text("def long():\n" + "    pass\n" * FUNCTION_LINES + "x = 1\n" * MODULE_LINES)

    assert too_long(planted) == ["planted.py: 451 lines", "planted.py: long has 51 lines"]
