"""What the leaders tell the members between meetings, in each one's own channel and form (CC-28)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.mails import bulletin as mails
from councils.models import Bulletin, Council
from councils.permissions import council as permissions

from . import neutral

PRESSED_TWICE = timedelta(minutes=30)


@transaction.atomic
def tell(council: Council, by: Actor, *, title: Texts, text: Texts, plain_text: Texts | None = None) -> Bulletin:
    """Tell the council's members and substitutes of today. Mails say only that there is a notice; letters and calls its words.

    Raises `Refused`: not a leader, an ended council, nothing written, an identity code, the same a second time.
    """
    permissions.require_leader(by, council)
    current = workflow.locked(council)
    if current.status == Council.Status.ENDED:
        raise Refused(_("The council has ended: there is nobody to tell."), code="ended")
    words = {"title": Texts.of(title), "text": Texts.of(text), "plain_text": Texts.of(plain_text or {})}
    _refuse_unsound(words)
    since = clock.now() - PRESSED_TWICE
    if current.bulletins.filter(told_at__gt=since, title=words["title"], text=words["text"]).exists():
        raise Refused(_("This has been told just now. It does not leave twice."), code="twice")
    made = Bulletin.objects.create(council=current, told_at=clock.now(), told_by=by.user, **words)
    for person in audience(current):
        mails.told(made, person, neutral.title(current, person))
    audit.log(made, "kuuluviin.made", by, {"council": current.pk})
    return made


def audience(council: Council) -> list[Person]:
    """Who is told: the members and the substitutes, in the order of their names."""
    seats = council.memberships.open().select_related("person__unit")
    return [seat.person for seat in seats.order_by("person__last_name", "person__first_name", "pk")]


def ways(people: list[Person]) -> list[tuple[str, int]]:
    """How many are told by each channel, in words, the most used first."""
    counted = Counter(Person.Channel(person.channel).label for person in people)
    return [(str(name), count) for name, count in counted.most_common()]


def sent(bulletin: Bulletin) -> list[Message]:
    """What became of it for each one, in the order of names."""
    rows = Message.objects.filter(about=outbox.cause(bulletin)).select_related("person")
    return list(rows.order_by("person__last_name", "person__first_name", "pk"))


def _refuse_unsound(words: dict[str, Texts]) -> None:
    for name in ("title", "text"):
        if not any(value.strip() for value in words[name].values()):
            raise Refused(_("Write something first."), field=name, code="empty")
    for name, texts in words.items():
        for value in texts.values():
            identity_code.refuse(value, field=name)
