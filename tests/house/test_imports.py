"""Imports go down only: the contracts in pyproject.toml hold, and each was seen to catch what it is for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import PACKAGES, ROOT


def lint(folder: Path) -> subprocess.CompletedProcess:
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--config",
        str(ROOT / "pyproject.toml"),
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The product's packages in a folder of their own, for planting violations."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "*.html"))
    return tmp_path


def test_imports_go_down():
    done = lint(ROOT)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("coordination/people/domain/planted.py", "import coordination.records", "Floors BROKEN"),
        ("coordination/messaging/domain/planted.py", "import experts.models", "Floors BROKEN"),
        ("experts/domain/planted.py", "import cms", "Floors BROKEN"),
        ("experts/domain/planted.py", "import coordination.portal", "Floors BROKEN"),
        ("coordination/fees/domain/planted.py", "import coordination.calendar.models", "Floors BROKEN"),
        ("experts/models/planted.py", "import experts.domain", "Rooms of a wing and of an app of the office BROKEN"),
        ("experts/utils.py", "", "Rooms of a wing and of an app of the office BROKEN"),
        ("coordination/records/helpers.py", "", "Rooms of a wing and of an app of the office BROKEN"),
        ("cms/planted.py", "import coordination.messaging.models", "The shop window only looks BROKEN"),
    ],
)
def test_a_planted_import_is_caught(copy, module, line, contract):
    (copy / module).write_text(f"{line}\n")

    done = lint(copy)

    assert (done.returncode, contract in done.stdout) == (1, True), done.stdout + done.stderr


def test_a_planted_ring_is_caught(copy):
    (copy / "experts/domain/planted.py").write_text("import experts.domain.planted_too\n")
    (copy / "experts/domain/planted_too.py").write_text("import experts.domain.planted\n")

    done = lint(copy)

    assert "No rings among siblings BROKEN" in done.stdout
