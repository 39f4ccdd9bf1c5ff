"""No drawers: a module is named for what it is about, and the top level stays as it is drawn."""

from __future__ import annotations

from pathlib import Path

from tests.house.sources import PACKAGES, ROOT, modules, short, tracked_files

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "core",
    "common",
    "services",
    "service",
    "managers",
    "misc",
    "shared",
    "tools",
}
ROOF = {
    "__init__", "apps", "checks", "demo", "management", "schedules", "settings", "templatetags", "urls", "wagtail_hooks", "wsgi",
    "foundation", "people", "records", "messaging", "privacy", "fees", "calendar", "feedback", "events", "recruitment", "portal", "migrations",
}  # fmt: skip


def drawers(paths: list[Path]) -> list[str]:
    return [
        short(path) for path in paths if DRAWERS & {part.removesuffix(".py") for part in path.parts[len(ROOT.parts) :]}
    ]


def test_there_is_no_drawer():
    assert drawers([*modules(), *(ROOT / "tests").rglob("*.py")]) == []


def test_a_planted_drawer_is_caught():
    assert drawers([ROOT / "experts" / "utils.py", ROOT / "experts" / "core" / "cv.py"]) == [
        "experts/utils.py",
        "experts/core/cv.py",
    ]


def test_no_further_package_at_the_top():
    packages = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.suffix == ".py"}

    assert packages <= {*PACKAGES, "tests", "manage.py"}


def test_the_office_holds_what_is_drawn():
    found = {
        path.stem
        for path in (ROOT / "coordination").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert found <= ROOF
