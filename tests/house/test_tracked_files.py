"""What is committed works on any machine: no package registry's address, no path of somebody's computer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import short, tracked_files

if TYPE_CHECKING:
    from pathlib import Path

# Spelled in parts, so that this file does not break its own rule.
HOSTS = [
    ("pypi", "org"),
    ("python" + "hosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("crates", "io"),
    ("debian", "org"),
]
HOMES = ["root", "home", "work", "Users"]
FORBIDDEN = re.compile(
    "|".join([re.escape(".".join(host)) for host in HOSTS])
    + r"|--(extra-)?index-url[ =]\S|--find-links[ =]\S|--trusted-host[ =]\S"
    + rf"|(?<![\w.:/~-])/({'|'.join(HOMES)})/\w"
)
BINARY = {".png", ".jpg", ".webp", ".avif", ".ico", ".woff2", ".ttf", ".otf", ".mo", ".xlsx", ".pdf", ".gz"}


def finds(path: Path) -> list[str]:
    if path.suffix in BINARY:
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{short(path)}:{number}: {hit[0]}" for number, line in enumerate(lines, 1) if (hit := FORBIDDEN.search(line))
    ]


def test_no_registry_and_no_machine_is_named():
    assert [find for path in tracked_files() for find in finds(path)] == []


@pytest.mark.parametrize(
    "line",
    [
        "see https://" + ".".join(HOSTS[0]) + "/project/x",
        "--index-" + "url https://example.org/simple",
        "--find-" + "links=wheels",
        "DATA = '/" + "home/kaisa/data'",
        "cd /" + "root/kuuluviin",
    ],
)
def test_a_planted_line_is_caught(tmp_path, line):
    planted = tmp_path / "planted.txt"
    planted.write_text(f"fine\n{line}\n")

    assert len(finds(planted)) == 1


def test_what_is_generated_is_not_tracked():
    generated = re.compile(r"(^|/)(\.venv|var|__pycache__|node_modules)/|\.(pyc|sqlite3|log)$")

    assert [short(path) for path in tracked_files() if generated.search(short(path))] == []
