"""The words of a message: a branch's own, or the product's; in the reader's form, language and channel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template import Context, Template, TemplateDoesNotExist, engines
from django.utils import translation

from coordination.messaging.models import MessageText
from coordination.people.models import Person, Unit

from . import catalogue, sample, wording
from .kind import Kind, Piece

Family = MessageText.Family
Form = MessageText.Form
FAMILIES = {
    Person.Channel.EMAIL: Family.MAIL,
    Person.Channel.POST: Family.LETTER,
    Person.Channel.PHONE: Family.CALL,
    Person.Channel.SMS: Family.SMS,
}


@dataclass(frozen=True)
class Rendered:
    """`family` is whose words these are: the mail's serve where a channel has none of its own."""

    subject: str
    body: str
    family: str


@dataclass(frozen=True)
class Source:
    """A text before it is filled in; `row` is the branch's own, None for the product's."""

    subject: str
    body: str
    row: MessageText | None = None


def family_of(channel: str) -> str:
    return FAMILIES.get(channel, Family.MAIL)


def rendered(kind: str, person: Person, context: dict[str, Any], family: str = Family.MAIL) -> Rendered:
    """A message of this kind for `person`, in their language and form: one query, for the branch's own texts.

    The order: the person's form (plain first for whoever wants it), in it the channel's words before the mail's, in it
    the nearest branch's own before the product's. Raises `TemplateDoesNotExist` for a kind without a template.
    """
    facts = {**context, "person": person}
    own = _own_texts(kind, person)
    with translation.override(person.language):
        for form in _forms(person.format):
            for words in dict.fromkeys([family, Family.MAIL]):
                if row := own.get((words, form)):
                    return Rendered(*_filled(row.subject, row.body, catalogue.of(kind), facts), words)
                if template := _template(kind, words, form):
                    return Rendered(*_product(template, facts), words)
    raise TemplateDoesNotExist(kind)


def has(kind: str, family: str) -> bool:
    """Whether the product has words of its own for this channel."""
    return _template(kind, family, Form.NORMAL) is not None


def product_source(kind: Kind, family: str, language: str, form: str) -> Source:
    """The product's own text with its places in it, to begin an edited one from.

    The template is rendered with the sample, and each piece's words are turned back into its place.
    """
    with translation.override(language):
        template = (
            _template(kind.name, family, form)
            or _template(kind.name, Family.MAIL, form)
            or _template(kind.name, Family.MAIL, Form.NORMAL)
        )
        facts = sample.context(kind, sample.reader())
        subject, body = _product(template, facts)
        values = _values(catalogue.pieces_of(kind), facts)
        return Source(_with_places(subject, values), _with_places(body, values).strip() + "\n")


def filled_by_sample(
    kind: Kind, subject: str, body: str, language: str, person: Person | None = None
) -> tuple[str, str]:
    """A text as `person` would read it about an invented cause: for a look before anything leaves."""
    with translation.override(language):
        return _filled(subject, body, kind, sample.context(kind, person or sample.reader()))


def current(kind: str, unit: Unit, family: str, language: str, form: str) -> MessageText | None:
    """The nearest branch's own text, from the unit upwards; None where the product's holds."""
    rows = MessageText.objects.current().filter(
        kind=kind, family=family, language=language, form=form, unit__path__in=unit.paths_up()
    )
    return max(rows.select_related("unit", "changed_by"), key=lambda row: row.unit.depth, default=None)


def _own_texts(kind: str, person: Person) -> dict[tuple[str, str], MessageText]:
    """By channel and form, the nearest branch's."""
    if person.unit_id is None:
        return {}
    rows = list(MessageText.objects.current().filter(kind=kind, language=person.language).select_related("unit"))
    # Most kinds have no words of anybody's own: then the person's branch need not be read.
    above = person.unit.paths_up() if rows else []
    near = sorted((row for row in rows if row.unit.path in above), key=lambda row: row.unit.depth)
    return {(row.family, row.form): row for row in near}


def _forms(wish: str) -> list[str]:
    return [Form.PLAIN, Form.NORMAL] if wish == Person.Format.PLAIN else [Form.NORMAL]


@cache
def _template(kind: str, family: str, form: str) -> Template | None:
    ending = "" if family == Family.MAIL else f".{family}"
    ending += ".plain" if form == Form.PLAIN else ""
    try:
        return engines["django"].engine.get_template(f"messages/{kind.replace('.', '/')}{ending}.txt")
    except TemplateDoesNotExist:
        return None


def _product(template: Template, facts: dict[str, Any]) -> tuple[str, str]:
    # Plain text: nothing to escape. The HTML part escapes the finished text.
    text = template.render(Context(dict(facts), autoescape=False))
    subject, __, body = text.strip().partition("\n")
    return subject.strip()[: wording.MOST_SUBJECT], _tidy(body) + "\n"


def _tidy(words: str) -> str:
    """Without blanks at the ends of lines and without doubled gaps."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in words.strip().splitlines()))


def _filled(subject: str, body: str, kind: Kind | None, facts: dict[str, Any]) -> tuple[str, str]:
    used = set(wording.places(subject + body))
    pieces = [piece for piece in (catalogue.pieces_of(kind) if kind else []) if piece.name in used]
    values = _values(pieces, facts)
    flat = {name: " ".join(value.split()) for name, value in values.items()}
    return wording.fill(subject, flat)[: wording.MOST_SUBJECT], wording.fill(body, values) + "\n"


def _values(pieces: list[Piece], facts: dict[str, Any]) -> dict[str, str]:
    context = {piece.name: _compiled(piece.source).render(Context(dict(facts), autoescape=False)) for piece in pieces}
    return {name: _tidy(words) for name, words in context.items()}


@cache
def _compiled(source: str) -> Template:
    """A piece's snippet: the product's own words, never a coordinator's."""
    return engines["django"].engine.from_string(source)


def _with_places(text: str, values: dict[str, str]) -> str:
    """The text with the words of each piece turned back into its place, the longest first."""
    for name, value in sorted(values.items(), key=lambda item: -len(item[1])):
        if value:
            text = text.replace(value, wording.as_place(name))
    return text
