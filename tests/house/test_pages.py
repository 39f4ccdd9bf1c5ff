"""Templates and static files keep the strict content policy: nothing inline, nothing fetched from a third party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import ROOT, short

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE_FOLDERS = [ROOT / "templates", *ROOT.glob("*/templates"), *ROOT.glob("coordination/*/templates")]
STATIC_FOLDERS = [ROOT / "static", *ROOT.glob("*/static"), *ROOT.glob("coordination/*/static")]

INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*(\bsrc=|type=\"application/json\"))[^>]*>", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
}
# A link may lead anywhere; what the browser fetches by itself may not come from elsewhere.
FETCHED = {
    "a third party's file": re.compile(
        r"<(?!a\b)[a-z][^>]*\s(src|srcset|href|action|data|poster)\s*=\s*[\"'](https?:)?//", re.IGNORECASE
    ),
    "a third party's style": re.compile(r"(url\(\s*[\"']?|@import\s+[\"'])(https?:)?//", re.IGNORECASE),
}
CALLED = {"a third party's address": re.compile(r"[\"'`](https?:)?//(?!www\.w3\.org/)\w", re.IGNORECASE)}
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->|/\*.*?\*/", re.DOTALL)


def complaints(path: Path) -> list[str]:
    rules = {".html": INLINE | FETCHED, ".css": FETCHED, ".js": CALLED, ".svg": INLINE | FETCHED}[path.suffix]
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    return [f"{short(path)}: {what}" for what, pattern in rules.items() if pattern.search(text)]


def pages() -> list[Path]:
    templates = [path for folder in TEMPLATE_FOLDERS for path in folder.rglob("*.html")]
    static = [
        path for folder in STATIC_FOLDERS for suffix in ("css", "js", "svg") for path in folder.rglob(f"*.{suffix}")
    ]
    return sorted({*templates, *static})


def test_nothing_is_inline_and_nothing_is_fetched():
    # A mail carries its style in itself: mail programs fetch nothing.
    assert [complaint for path in pages() if "mails" not in path.parts for complaint in complaints(path)] == []


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.html", "<script>alert(1)</script>", "an inline script"),
        ("a.html", "<style>p {}</style>", "an inline style sheet"),
        ("a.html", "<p class=x\n style='color: red'>", "a style attribute"),
        ("a.html", "<button onclick='go()'>", "an event attribute"),
        ("a.html", "<a href='javascript:go()'>", "a script address"),
        ("a.html", "<img src='https://example.org/a.png'>", "a third party's file"),
        ("a.html", "<link rel=stylesheet href='//example.org/a.css'>", "a third party's file"),
        ("a.css", "@import 'https://example.org/a.css'", "a third party's style"),
        ("a.css", "p { background: url(https://example.org/a.png) }", "a third party's style"),
        ("a.js", "fetch('https://example.org/')", "a third party's address"),
    ],
)
def test_a_planted_breach_is_caught(tmp_path, name, text, complaint):
    planted = tmp_path / name
    planted.write_text(text)

    assert complaints(planted) == [f"{name}: {complaint}"]


@pytest.mark.parametrize(
    "text",
    [
        "<a href='https://example.org/'>out</a>",
        "<script src='{% static 'a.js' %}'></script>",
        '<script type="application/json">{}</script>',
    ],
)
def test_what_is_allowed_passes(tmp_path, text):
    sound = tmp_path / "sound.html"
    sound.write_text(text)

    assert complaints(sound) == []
