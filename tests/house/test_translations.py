"""Every text stands in Finnish and Swedish, and the compiled catalogues say what the written ones say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import polib
import pytest

from tests.house.sources import PACKAGES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ["fi", "sv"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Key = tuple[str | None, str, str]


def catalogue(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def faults(po: polib.POFile) -> list[str]:
    """Texts that are missing, only guessed, that lose a placeholder, or stand twice: gettext takes no such catalogue."""
    found = [f"stands twice: {known[1]}" for known, times in Counter(map(key, po)).items() if times > 1]
    for entry in po:
        if entry.obsolete:
            continue
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.fuzzy:
            found.append(f"guessed: {entry.msgid}")
        elif not all(texts) or not texts:
            found.append(f"missing: {entry.msgid}")
        elif not all(keeps_placeholders(entry, text) for text in texts):
            found.append(f"loses a placeholder: {entry.msgid}")
    return found


def keeps_placeholders(entry: polib.POEntry, text: str) -> bool:
    """A plural's text may leave its number out ("one booking"), but must not invent a placeholder."""
    wanted, given = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural)), set(PLACEHOLDER.findall(text))
    return given <= wanted if entry.msgid_plural else given == wanted


def drift(po: polib.POFile, mo: polib.MOFile) -> list[str]:
    """Texts that the compiled catalogue has otherwise than the written one."""
    written = {key(entry): (entry.msgstr, entry.msgstr_plural) for entry in po.translated_entries()}
    compiled = {key(entry): (entry.msgstr, entry.msgstr_plural) for entry in mo}
    return sorted(known[1] for known in written.keys() | compiled.keys() if written.get(known) != compiled.get(known))


@pytest.fixture(scope="session")
def texts_in_code(tmp_path_factory) -> set[Key]:
    """Every translatable text, as xgettext finds it now in a copy of the sources."""
    if not shutil.which("xgettext"):
        pytest.fail("xgettext is missing: `make system` installs gettext.")
    copy = tmp_path_factory.mktemp("texts")
    for folder in (*PACKAGES, "templates"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "locale").mkdir()
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--locale",
        "fi",
        "--extension",
        "html,py,txt",
        "--keep-pot",
    ]
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {key(entry) for entry in polib.pofile(str(copy / "locale" / "django.pot"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_whole(language):
    assert faults(polib.pofile(str(catalogue(language)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_the_same(language):
    path = catalogue(language)

    assert drift(polib.pofile(str(path)), polib.mofile(str(path.with_suffix(".mo")))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_in_the_catalogue(language, texts_in_code):
    known = {key(entry) for entry in polib.pofile(str(catalogue(language))) if not entry.obsolete}

    assert sorted(text for _, text, _ in texts_in_code - known) == []


def test_the_code_has_texts(texts_in_code):
    assert len(texts_in_code) > 100


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="order"), "missing: order"),
        (polib.POEntry(msgid="order", msgstr="tilaus", flags=["fuzzy"]), "guessed: order"),
        (polib.POEntry(msgid="by %(name)s", msgstr="tekijä"), "loses a placeholder: by %(name)s"),
        (polib.POEntry(msgid="one", msgid_plural="%(n)s", msgstr_plural={0: "yksi", 1: ""}), "missing: one"),
    ],
)
def test_a_planted_fault_is_caught(entry, fault):
    po = polib.POFile()
    po.append(entry)

    assert faults(po) == [fault]


def test_a_text_that_stands_twice_is_caught():
    po = polib.POFile()
    po.extend([polib.POEntry(msgid="order", msgstr="tilaus"), polib.POEntry(msgid="order", msgstr="tilaus")])

    assert faults(po) == ["stands twice: order"]


def test_planted_drift_is_caught(tmp_path):
    po = polib.POFile()
    po.append(polib.POEntry(msgid="order", msgstr="tilaus"))
    po.append(polib.POEntry(msgid="offer", msgstr="tarjous"))
    po.save_as_mofile(str(tmp_path / "django.mo"))
    po[1].msgstr = "ehdotus"

    assert drift(po, polib.mofile(str(tmp_path / "django.mo"))) == ["offer"]
