"""Kinds about what a council says and what comes of it."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme
from coordination.messaging.domain.sample import row

CONTACT = "contact coordinator_name coordinator_phone coordinator_email"


def _sample() -> dict:
    today = clock.today()
    recipient = row(full_name="Vieno Vastaaja", phone="0400000373", email="vieno@esimerkki.example")
    return {
        "title": pgettext("neutral", "Meeting"),
        "council_name": pgettext("sample", "Council of Sampola"),
        "statement_title": pgettext("sample", "Letters in plain language"),
        "statement_text": pgettext("sample", "The letter begins with the decision."),
        "what": pgettext("sample", "Head of services answered: “We try it in spring.”"),
        "way": row(
            recipient=recipient,
            recipient_title=pgettext("sample", "Head of services"),
            sent_on=today - timedelta(days=61),
            promised_on=today - timedelta(days=1),
            days=61,
        ),
        "is_member": True,
    }


PIECES = [
    Piece("council_name", _("Name of the council"), "{{ council_name }}"),
    Piece("statement_title", _("Title of the idea or statement"), "{{ statement_title }}"),
    Piece("statement_text", _("What the council says"), "{{ statement_text }}"),
    Piece("what_came", _("What came of it"), "{{ what }}"),
    Piece("answer_promised", _("By when an answer is promised"), "{{ way.promised_on|day }}"),
    Piece("taken_on", _("When it was taken further"), "{{ way.sent_on|day }}"),
    Piece(
        "answer_how",
        _("How to answer: the link, or by phone or post"),
        '{% include "messages/councils/statement/_how.txt" %}',
    ),
    Piece("recipient_name", _("Who answers: name"), "{{ way.recipient.full_name }}"),
    Piece("recipient_title", _("Who answers: title"), "{{ way.recipient_title }}"),
    Piece(
        "recipient_contact",
        _("Who answers: phone and e-mail"),
        '{% include "messages/councils/statement/_recipient.txt" %}',
    ),
    Piece("silent_days", _("How many days it has been silent"), "{{ way.days }}"),
]
KINDS = [
    Kind(
        "councils.statement.received",
        _("A council asks for an answer"),
        _("To whoever answers, when a council takes an idea or a statement further."),
        Theme.COUNCIL,
        pieces=f"title council_name statement_title statement_text answer_promised answer_how {CONTACT}",
        required="statement_title statement_text answer_how contact",
        sample=_sample,
    ),
    Kind(
        "councils.statement.reminder",
        _("A council still waits for an answer"),
        _("To whoever answers, before the promised day and after it."),
        Theme.COUNCIL,
        pieces=f"title council_name statement_title statement_text taken_on answer_promised answer_how {CONTACT}",
        required="statement_title answer_how contact",
        sample=_sample,
    ),
    Kind(
        "councils.statement.call",
        _("Please call: a council has got no answer"),
        _("To the coordinator, when reminders have not helped."),
        Theme.COUNCIL,
        pieces="title statement_title recipient_name recipient_title recipient_contact taken_on answer_promised silent_days address",
        required="recipient_contact address",
        sample=_sample,
    ),
    Kind(
        "councils.statement.moved",
        _("What came of a council's idea"),
        _("To the members and the leaders, each time something comes of it."),
        Theme.COUNCIL,
        pieces=f"title statement_title what_came address {CONTACT}",
        required="statement_title what_came",
        notice=Notice.COUNCIL,
        sample=_sample,
    ),
    Kind(
        "councils.statement.proposed",
        _("What came of your own topic"),
        pgettext_lazy("message", "To whoever proposed the topic, also after having left the council."),
        Theme.COUNCIL,
        pieces=f"title statement_title what_came follow_up {CONTACT}",
        required="statement_title what_came",
        sample=_sample,
    ),
]
PIECES.append(
    Piece(
        "follow_up",
        _("Where to follow it, or thanks to one who has left"),
        '{% include "messages/councils/statement/_follow_up.txt" %}',
    )
)
