"""What is written of a statement: to whoever answers it, to the council's people, to whoever proposed it. Subjects are neutral."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.foundation.texts import Texts
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Forwarding, Statement


def received(way: Forwarding, title: str, sender: Person | None) -> Message:
    """To the recipient: what the council says, and a link of one's own to answer."""
    return _to_recipient("received", way, title, sender, part=0)


def reminder(way: Forwarding, title: str, sender: Person | None) -> Message:
    """To the recipient: an answer is still waited for. The earlier reminder stays as it was."""
    return _to_recipient("reminder", way, title, sender, part=way.reminders)


def call(way: Forwarding, to: Person, title: str) -> Message:
    """To the coordinator: no answer has come; please call."""
    statement = way.statement
    context = {
        "title": title,
        "way": way,
        "statement_title": statement.title.in_language(to.language),
        "address": _office_address(statement, to),
    }
    return outbox.queue(
        "councils.statement.call", to=to, context=context, about=way, names=[way.recipient], desk=_desk(statement)
    )


def moved(
    statement: Statement, to: Person, title: str, what: Texts, sender: Person | None, *, is_leader: bool
) -> Message:
    """To a member or a leader: what came of it. A notice, told each time."""
    address = _office_address(statement, to) if is_leader else _follow_up_address(to)
    return _news("moved", statement, to, title, what, sender, address=address)


def to_proposer(
    statement: Statement, to: Person, title: str, what: Texts, sender: Person | None, *, is_member: bool
) -> Message:
    """To whoever proposed the topic, also after having left the council."""
    address = _follow_up_address(to) if is_member else ""
    return _news("proposed", statement, to, title, what, sender, address=address, is_member=is_member)


def _news(
    kind: str, statement: Statement, to: Person, title: str, what: Texts, sender: Person | None, **context: object
) -> Message:
    facts = {
        "title": title,
        "statement_title": statement.title.in_language(to.language),
        "what": what.in_language(to.language),
        "coordinator": sender,
        **context,
    }
    return outbox.queue(
        f"councils.statement.{kind}",
        to=to,
        context=facts,
        about=statement,
        # A part of its own for each change: a later one does not take the place of one that has not left yet.
        part=statement.moves,
        names=[sender] if sender else [],
        reply_to=sender.email if sender else "",
        desk=_desk(statement),
    )


def _to_recipient(kind: str, way: Forwarding, title: str, sender: Person | None, part: int) -> Message:
    statement, to = way.statement, way.recipient
    context = {
        "title": title,
        "way": way,
        "council_name": statement.council.names.in_language(to.language),
        "statement_title": statement.title.in_language(to.language),
        "statement_text": statement.text.in_language(to.language),
        "coordinator": sender,
        "link": safe_link.placeholder(way.link) if way.link else "",
        "code": safe_link.code_placeholder(way.link) if way.link else "",
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }
    return outbox.queue(
        f"councils.statement.{kind}",
        to=to,
        context=context,
        about=way,
        part=part,
        names=[sender] if sender else [],
        reply_to=sender.email if sender else "",
        desk=_desk(statement),
    )


def _desk(statement: Statement) -> str:
    return outbox.cause(statement.council)


def _office_address(statement: Statement, to: Person) -> str:
    with translation.override(to.language):
        path = reverse("council_statement:page", args=[statement.council_id, statement.pk])
    return settings.WAGTAILADMIN_BASE_URL + path


def _follow_up_address(to: Person) -> str:
    with translation.override(to.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse("councils:follow_up")
