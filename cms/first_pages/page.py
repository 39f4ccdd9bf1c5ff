"""How a text module writes a page down. `[[contact|words]]` in a text becomes a link to the page of that key."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Door:
    title: str
    text: str
    go: str
    to: str


@dataclass(frozen=True)
class Home:
    """The home page; `buttons` are (words, key of a page)."""

    title: str
    hero_title: str
    lead: str
    buttons: tuple[tuple[str, str], ...]
    doors: tuple[Door, ...]
    quote: str = ""
    quote_by: str = ""


@dataclass(frozen=True)
class Article:
    """A page of any other kind. `body` are parts made by the functions below; `under` is the key of the page above."""

    key: str
    title: str
    slug: str
    lead: str = ""
    body: tuple[dict, ...] = ()
    under: str = "home"
    in_menu: bool = False
    purpose: str = ""
    days_ago: int = 0
    fields: dict = field(default_factory=dict)


def heading(words: str) -> dict:
    return {"type": "heading", "value": words}


def text(html: str) -> dict:
    return {"type": "text", "value": html}


def steps(title: str, *rows: tuple[str, str]) -> dict:
    return {
        "type": "steps",
        "value": {"heading": title, "steps": [{"title": name, "text": html} for name, html in rows]},
    }


def facts(title: str, *rows: tuple[str, str]) -> dict:
    return {
        "type": "facts",
        "value": {"heading": title, "rows": [{"name": name, "value": html} for name, html in rows]},
    }


def questions(title: str, *rows: tuple[str, str]) -> dict:
    return {
        "type": "questions",
        "value": {"heading": title, "questions": [{"question": ask, "answer": html} for ask, html in rows]},
    }


def organisation(title: str, shows: str) -> dict:
    return {"type": "organisation", "value": {"heading": title, "shows": shows}}


def quote(words: str, by: str) -> dict:
    return {"type": "quote", "value": {"text": words, "by": by, "allowed": True}}
