"""An order from outside in words, before it is confirmed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.domain import price_words
from coordination.foundation import formats
from coordination.people.models import Unit
from experts.domain import expert_language
from experts.domain import outside_order as verbs
from experts.domain.audience import shown_as
from experts.models import Arrangement, Audience, BookingRequest, OutsideOrder


def facts(row: OutsideOrder) -> list[dict]:
    """The groups of `components/facts.html`; empty values are left out there."""
    said = row.facts
    fields = verbs.resolve(said)
    return [
        {"name": _("Who orders?"), "facts": _who(said)},
        {"name": _("What do you need?"), "facts": _what(fields)},
        {"name": _("When and where?"), "facts": _where(fields)},
        {"name": _("Fee and payer"), "facts": _fee(said, fields)},
    ]


def _who(said: verbs.Facts) -> list[tuple]:
    organisation, contact = said["organisation"], said["contact"]
    sector = dict(Unit.Sector.choices).get(organisation["sector"], "")
    return [
        (_("Name of your organisation"), organisation["name"]),
        (_("Business ID"), organisation["business_id"]),
        (_("Kind of organisation"), sector),
        (_("Contact person"), f"{contact['first_name']} {contact['last_name']}"),
        (_("Role in the organisation"), contact["title"]),
        (_("E-mail"), contact["email"]),
        (_("Phone"), formats.phone(contact["phone"])),
    ]


def _what(fields: dict) -> list[tuple]:
    wished = [shown_as(expert, Audience.Kind.PUBLIC).name for expert in fields["wishes"]]
    size = fields.get("audience_size")
    audience = fields.get("audience", "")
    return [
        (pgettext("order", "Task"), fields["task_type"]),
        (_("What it is about"), fields["topic"]),
        (_("What is needed"), fields["need"]),
        (pgettext("order", "Goal"), fields.get("goal", "")),
        (_("Who takes part"), f"{audience} ({size})" if size else audience),
        (_("Children or young people"), _("take part") if fields.get("with_minors") else ""),
        (_("Wished experience"), ", ".join(str(area) for area in fields["areas"])),
        (pgettext("order", "Languages"), ", ".join(expert_language.name(code) for code in fields["languages"])),
        (pgettext("order", "Experts"), fields.get("seats")),
        (_("Your wishes"), ", ".join(wished)),
    ]


def _where(fields: dict) -> list[tuple]:
    remote = fields["mode"] == BookingRequest.Mode.REMOTE
    return [
        (_("Possible times"), ", ".join(formats.span(start, end) for start, end in fields["times"])),
        (pgettext("order", "Where"), pgettext("order", "Remotely") if remote else fields["place"]),
        (_("Room and how to get there"), fields.get("directions", "")),
        (pgettext("order", "Accessibility"), fields.get("venue_access", "")),
        (
            _("Arranged at the place"),
            ", ".join(str(Arrangement(code).label) for code in fields.get("arrangements", [])),
        ),
        (_("Interpreter"), fields.get("interpreter", "")),
        (_("Remote link"), fields.get("online_url", "")),
    ]


def _fee(said: verbs.Facts, fields: dict) -> list[tuple]:
    price = fields["price_class"]
    return [
        (_("Fee for each expert"), f"{price.names}, {price_words.sum_of(price)}" if price else ""),
        (_("Who pays"), said["payer"]["name"] or said["organisation"]["name"]),
        (_("E-invoice address"), said["payer"]["invoicing"]),
        (pgettext("order", "Reference"), fields.get("reference", "")),
        (_("Message to the coordinator"), fields.get("greeting", "")),
    ]
