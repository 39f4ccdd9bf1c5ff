"""The verbs of a statement: written, taken further, answered, seen in the service, closed (CC-02, CC-04)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, rule, workflow
from councils.models import Council, Forwarding, Statement
from councils.permissions import council as permissions

from . import statement_telling as telling
from . import statement_words as words
from .minutes_names import is_marked
from .statement_moved import Moved, moved_since
from .written import sound
from .written import write as save

__all__ = ["Moved", "answer", "change", "close", "forward", "mark_in_use", "moved_since", "publish", "write"]

Status, Way, To = Statement.Status, Forwarding.Status, Forwarding.To
TEXTS = ("title", "text", "plain_text")
DRAFT_FACTS = ("kind", "item", "topic", *TEXTS, "made_on", "is_public")
SENT_FACTS = ("plain_text", "is_public")
LINK_DAYS = 365
LONGEST = 4000


@transaction.atomic
def write(council: Council, by: Actor, **facts: object) -> Statement:
    """Begin an idea or a statement: from an agenda item, from a topic, or by itself. Nothing leaves.

    `facts`: kind, title, text, plain_text (texts in languages), item, topic, made_on (Finnish date), is_public.
    Raises `Refused`.
    """
    permissions.require_leader(by, council)
    clean = sound(Statement, facts, DRAFT_FACTS)
    row = Statement(council=council, made_on=clock.today(), moved_at=clock.now())
    _refuse_unfit(row, clean)
    for name, value in clean.items():
        setattr(row, name, value)
    Council.objects.select_for_update(of=("self",)).get(pk=council.pk)
    last = Statement.objects.filter(council=council).aggregate(last=Max("number"))["last"]
    row.number = (last or 0) + 1
    row.save()
    audit.log(row, "kuuluviin.made", by, {"council": council.pk, "kind": row.kind})
    return row


@transaction.atomic
def change(statement: Statement, by: Actor, **facts: object) -> Statement:
    """Mend a draft. Once taken further the words stay as they were sent; plain language and publicity may change."""
    row = _locked(statement, by)
    is_draft = row.status == Status.DRAFT
    clean = sound(Statement, facts, DRAFT_FACTS)
    if not is_draft and set(clean) - set(SENT_FACTS):
        raise Refused(
            _("It has been taken further already: its words stay as they were sent. Write a new one."), code="sent"
        )
    _refuse_unfit(row, clean)
    if not is_draft:
        _refuse_marked(Statement(**{name: clean[name] for name in TEXTS if name in clean}))
    if changed := save(row, clean):
        audit.log(row, "kuuluviin.changed", by, {"fields": changed})
    return row


@transaction.atomic
def forward(
    statement: Statement,
    by: Actor,
    *,
    to: str,
    recipient: Person,
    recipient_title: str,
    unit: Unit | None = None,
    promised_on: date | None = None,
) -> Forwarding:
    """Take it to one who answers: they get the words and a link of their own, the council hears of it.

    `promised_on` is a Finnish date; without one it is the rule `council.statement_days` from today, for the media none.
    Raises `Refused`.
    """
    row = _locked(statement, by)
    title = recipient_title.strip()
    identity_code.refuse(title, field="recipient_title")
    promised = promised_on or _promised(row.council, to)
    _refuse_unsendable(row, recipient, title, to, promised)
    _refuse_marked(row)
    way = Forwarding.objects.create(
        statement=row,
        to=to,
        recipient=recipient,
        recipient_title=title,
        unit=unit,
        sent_on=clock.today(),
        promised_on=promised,
        link=safe_link.make("statement", recipient, clock.now() + timedelta(days=LINK_DAYS)),
    )
    audit.log(way, "kuuluviin.made", by, {"statement": row.pk, "to": to})
    if row.status == Status.FORWARDED:
        _stay(row)
    else:
        _move(row, by, Status.FORWARDED)
    telling.ask(way, by)
    telling.everybody(row, by, words.in_languages(lambda: words.forwarded(way)))
    return way


@transaction.atomic
def answer(
    forwarding: Forwarding, by: Actor, text: str, *, via: str = "", replaces: datetime | None = None
) -> Forwarding:
    """Write down an answer: the recipient by the link, or a leader from the phone, paper or a meeting (`via`).

    An answer may be corrected while the council has not closed the matter; `replaces` is the moment (aware) of the answer
    one has before one's eyes, so that of two who answer at once the second is refused. A corrected answer is
    published anew. Raises `Refused`.
    """
    statement, way = _both(forwarding)
    said = text.strip()
    identity_code.refuse(said, field="text")
    _require_answerer(by, way, statement)
    if not said or len(said) > LONGEST:
        raise Refused(_("Write the answer, at most 4,000 characters."), field="text", code="text")
    if way.answered_at != replaces:
        raise Refused(_("An answer has come meanwhile. Open the page again to read it."), code="answered")
    if said == way.answer:
        return forwarding
    is_first, moment = not way.answer, clock.now()
    facts = {"answer": said, "answered_at": moment, "answered_via": via or by.via, "answer_public": False}
    workflow.move(way, Way.ANSWERED, by, **facts)
    if statement.status == Status.FORWARDED:
        _move(statement, by, Status.ANSWERED)
    else:
        _stay(statement)
    say = words.answered if is_first else words.corrected
    telling.everybody(statement, by, words.in_languages(lambda: say(way)))
    forwarding.refresh_from_db()
    return forwarding


@transaction.atomic
def publish(forwarding: Forwarding, by: Actor, *, is_public: bool) -> Forwarding:
    """Show an answer on the council's public page, or no longer: with the title, never with the name."""
    statement, way = _both(forwarding)
    permissions.require_leader(by, statement.council)
    if not way.answer:
        raise Refused(_("There is no answer yet."), code="no_answer")
    way.answer_public = forwarding.answer_public = is_public
    way.save(update_fields=["answer_public"])
    audit.log(way, "kuuluviin.changed", by, {"answer_public": is_public})
    return forwarding


@transaction.atomic
def mark_in_use(statement: Statement, by: Actor, *, outcome: object, since: date) -> Statement:
    """It is seen in the service: what, and since which Finnish date. No answer is waited for any more."""
    row = _locked(statement, by)
    seen = sound(Statement, {"outcome": outcome}, ["outcome"])["outcome"]
    if not seen:
        raise Refused(_("Write what is seen in the service."), field="outcome", code="outcome")
    if not row.made_on <= since <= clock.today():
        words_ = _("Choose a day from when it was made until today.")
        raise Refused(words_, field="since", code="since")
    _stop_waiting(row, by)
    _move(row, by, Status.IN_USE, outcome=seen, outcome_on=since)
    telling.everybody(row, by, words.in_languages(lambda: words.in_use(row)))
    return row


@transaction.atomic
def close(statement: Statement, by: Actor, because: str) -> Statement:
    """Nothing more is waited for; why is told to everybody. What comes to be seen later may still be told."""
    row = _locked(statement, by)
    identity_code.refuse(because, field="because")
    if not because.strip():
        raise Refused(_("Write why it is closed. The members read it."), field="because", code="because")
    _stop_waiting(row, by)
    _move(row, by, Status.CLOSED, closed_because=because.strip()[:300])
    telling.everybody(row, by, words.in_languages(lambda: words.closed(row)))
    return row


def _locked(statement: Statement, by: Actor) -> Statement:
    row = workflow.locked(statement)
    permissions.require_leader(by, row.council)
    return row


def _both(forwarding: Forwarding) -> tuple[Statement, Forwarding]:
    """The statement first, then the way: everybody locks in this order."""
    statement = workflow.locked(forwarding.statement)
    way = workflow.locked(forwarding)
    way.statement = statement
    return statement, way


def _move(row: Statement, by: Actor, to: str, **facts: object) -> None:
    workflow.move(row, to, by, moved_at=clock.now(), moves=row.moves + 1, **facts)


def _stay(row: Statement) -> None:
    """Something came of it that does not change where it stands: a second recipient, a second answer."""
    row.moved_at, row.moves = clock.now(), row.moves + 1
    row.save(update_fields=["moved_at", "moves"])


def _stop_waiting(row: Statement, by: Actor) -> None:
    for way in row.forwardings.filter(status__in=[Way.SENT, Way.SILENT]).order_by("pk"):
        workflow.move(way, Way.CLOSED, by)


def _promised(council: Council, to: str) -> date | None:
    if to == To.MEDIA:
        return None
    return clock.today() + timedelta(days=rule.on(council.unit, "council.statement_days"))


def _require_answerer(by: Actor, way: Forwarding, statement: Statement) -> None:
    """By the link one answers for oneself, while the matter is open; the leaders write down what came in another way."""
    if by.via == "link" and by.user is None:
        if by.person is None or by.person.pk != way.recipient_id:
            raise Refused(_("This link belongs to another recipient."), code="stranger")
        if statement.status == Status.CLOSED or way.status == Way.CLOSED:
            raise Refused(_("The council has closed this matter. Thank you. You may call the council."), code="closed")
        return
    permissions.require_leader(by, statement.council)


def _refuse_unfit(row: Statement, clean: dict) -> None:
    main = row.council.main_language
    for name, message in (("title", _("Write a title.")), ("text", _("Write what the council says."))):
        if (name in clean or row.pk is None) and not Texts.of(clean.get(name)).get(main):
            raise Refused(message, field=name, code=name)
    for name in ("item", "topic"):
        if clean.get(name) is not None and clean[name].council_id != row.council_id:
            raise Refused(_("Choose one of this council's own."), field=name, code="elsewhere")
    if (made_on := clean.get("made_on")) and made_on > clock.today():
        raise Refused(_("The day cannot lie ahead."), field="made_on", code="ahead")


def _refuse_marked(row: Statement) -> None:
    """What begins from the minutes has a mark where a member was named: whoever writes it reads every one of them."""
    if any(is_marked(getattr(row, name)) for name in TEXTS):
        words_ = _("A mark stands where a name was. Write the sentence anew so that it needs no name.")
        raise Refused(words_, code="mark")


def _refuse_unsendable(row: Statement, recipient: Person, title: str, to: str, promised: date | None) -> None:
    if row.status in (Status.IN_USE, Status.CLOSED):
        words_ = _("This is “%(state)s” now. Write a new idea or statement.")
        raise Refused(words_ % {"state": row.get_status_display()}, code="moved")
    if to not in To.values:
        raise Refused(_("Choose to whom it is taken."), field="to", code="to")
    if not title:
        words_ = _("Write the title: members and the public see it in the place of the name.")
        raise Refused(words_, field="recipient_title", code="title")
    if promised and promised < clock.today():
        raise Refused(_("The day of the answer must lie ahead."), field="promised_on", code="past")
    if row.forwardings.filter(recipient=recipient).exclude(status=Way.CLOSED).exists():
        raise Refused(_("It has been taken to this recipient already."), field="recipient", code="twice")
