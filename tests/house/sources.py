"""What the house's tests look at: the product's own files, and the floors as the import contract draws them."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("coordination", "experts", "councils", "cms")


def modules() -> list[Path]:
    """Every Python module of the product, migrations included."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def rooms() -> list[Path]:
    """Every Python module that people write, so without migrations."""
    return [path for path in modules() if "migrations" not in path.parts]


def short(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def tracked_files() -> list[Path]:
    """What git knows or would take in: neither ignored nor deleted."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def floors() -> dict[str, int]:
    """App label -> floor, the roof being 0, read from the import contract so that there is one drawing alone."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(contract["layers"] for contract in settings["contracts"] if contract["name"] == "Floors")
    levels = {"coordination": 0}
    for level, layer in enumerate(layers):
        for module in re.findall(r"[\w.]+", layer):
            levels[module.rpartition(".")[2]] = level
    return levels
