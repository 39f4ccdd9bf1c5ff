"""Production starts with the example's choices and with nothing less; it is clean by Django's own deployment checks."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.house.sources import ROOT

EXAMPLE = ROOT / "deploy" / "environment.example"
OURS = re.compile(r"env\.(?:text|names|whole|switch)\(\"(\w+)\"(,?)")


def example() -> dict[str, str]:
    lines = [line for line in EXAMPLE.read_text().splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def required() -> list[str]:
    source = (ROOT / "coordination" / "settings" / "production.py").read_text()
    return sorted({name for name, comma in OURS.findall(source) if not comma and not name.startswith("OIDC_")})


def check(environment: dict[str, str], tmp_path) -> subprocess.CompletedProcess:
    given = {"PATH": os.environ["PATH"], **environment, "KUULUVIIN_DATA": str(tmp_path)}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)


def test_production_is_clean(tmp_path):
    done = check(example(), tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_choice_stands_in_the_example():
    settings = (ROOT / "coordination" / "settings").glob("*.py")
    own = {"base.py", "production.py"}
    read = {name for path in settings if path.name in own for name, _ in OURS.findall(path.read_text())}
    told = set(re.findall(r"^#?(\w+)=", EXAMPLE.read_text(), re.MULTILINE))

    assert sorted(read - told) == []


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_choice_stops_the_start_and_is_named(name, tmp_path):
    given = {key: value for key, value in example().items() if key != name}

    done = check(given, tmp_path)

    assert done.returncode == 1
    assert f"Set the environment variable {name}" in done.stderr


def test_the_example_gives_every_required_choice():
    assert sorted(set(required()) - set(example())) == []


def test_the_keys_are_three():
    given = example()

    assert len({given["SECRET_KEY"], given["WORDS_KEY"], given["LINK_KEY"]}) == 3
