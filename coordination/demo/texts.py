"""The demo's texts and notices: one mail in the branch's own words, one notice that waits for the digest."""

from __future__ import annotations

from coordination.demo.cast import VEERA
from coordination.foundation import clock
from coordination.messaging.domain import catalogue, message_text, notice, text
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from experts.mails import cv as mails
from experts.models import CV

GREETING = "Muistathan, että voit aina soittaa ja kysyä ennen kuin vastaat."


def build(coordinator: Actor) -> None:
    """Call after the orders: what waits here is not part of the past."""
    _own_words(coordinator)
    veera = Person.objects.get(email=VEERA.email)
    notice.choose(veera, coordinator, {"cv": "weekly"})
    cv = CV.objects.filter(expert__person=veera, language="fi").first()
    if cv is not None:
        mails.due(cv, clock.today())


def _own_words(coordinator: Actor) -> None:
    kind = catalogue.of("experts.offer.ask")
    unit = coordinator.user.branches(Role.Kind.COORDINATOR)[0]
    where = {"family": "mail", "language": "fi", "form": "normal"}
    source = text.product_source(kind, **where)
    body = source.body.replace("{{ contact }}", f"{GREETING}\n\n{{{{ contact }}}}")
    message_text.save(unit, kind, coordinator, **where, subject=source.subject, body=body, seen=0)
