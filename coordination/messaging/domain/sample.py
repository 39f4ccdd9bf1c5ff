"""An invented cause by which texts are shown and tried: nobody real, no link that works."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.utils.translation import pgettext

from coordination.foundation import clock, formats
from coordination.people.models import Person

from .kind import Kind


def row(**columns: Any) -> SimpleNamespace:
    """A stand-in for a row of the database."""
    return SimpleNamespace(**columns)


def reader(language: str = "fi") -> Person:
    """The reader where nobody is named. Never saved."""
    return Person(first_name="Tuisku", last_name="Lukija", language=language, channel=Person.Channel.EMAIL)


def context(kind: Kind, person: Person) -> dict[str, Any]:
    """What a template of this kind is given, for `person` to read, in the language in use."""
    more = kind.sample() if callable(kind.sample) else kind.sample
    return {**_shared(), **more, "person": person}


def _shared() -> dict[str, Any]:
    starts = clock.now().replace(hour=11, minute=10, second=0, microsecond=0) + timedelta(days=12)
    ends = starts + timedelta(minutes=95)
    coordinator = row(
        full_name="Kerttu Koordinaattori", first_name="Kerttu", phone="0400000171", email="kerttu@esimerkki.example"
    )
    orderer = row(full_name="Tilda Tilaaja", first_name="Tilda", phone="0400000272", email="tilda@esimerkki.example")
    expert = row(full_name="Eero Esimerkki", first_name="Eero")
    order = _order(orderer, coordinator)
    hours = row(starts_at=starts - timedelta(minutes=30), ends_at=ends + timedelta(minutes=15))
    time = row(starts_at=starts, ends_at=ends)
    session = row(starts_at=starts, ends_at=ends, kind="main", get_kind_display="", amount=Decimal("63.00"))
    return {
        "order": order,
        "offer": row(expires_at=starts - timedelta(days=8, minutes=23), fee_choice="fee"),
        "booking": row(
            starts_at=starts, ends_at=ends, fee_choice="fee", amount=Decimal("63.00"), booking_request=order
        ),
        "times": [time],
        "sessions": row(together=formats.span(starts, ends), lines=[formats.span(starts, ends)]),
        "session": session,
        "hours": hours,
        "amount": Decimal("63.00"),
        "coordinator": coordinator,
        "expert": expert,
        "expert_name": expert.first_name,
        "is_expert": True,
        "to_orderer": True,
        "changes": [{"label": pgettext("sample", "Place"), "was": "Torikatu 7", "now": "Kirjastokuja 2"}],
        "from_day": starts.date(),
        **_links(),
    }


def _order(orderer: SimpleNamespace, coordinator: SimpleNamespace) -> SimpleNamespace:
    return row(
        number="2026-0417",
        task_type=pgettext("sample", "Talk at a school"),
        unit=pgettext("sample", "Social work of Sampola"),
        orderer=orderer,
        coordinator=coordinator,
        mode="place",
        place="Kirjastokuja 2, Sampola",
        directions=pgettext("sample", "Second floor, ring the bell."),
        venue_access="",
        online_url="",
        client_meeting=False,
        goal=pgettext("sample", "The pupils hear how one gets help."),
        preparation_minutes=30,
        debrief_minutes=15,
    )


def _links() -> dict[str, str]:
    """Placeholders of links that no row has: shown as words, never filled."""
    return {
        "link": "[[link:999999999999991]]",
        "code": "[[code:999999999999991]]",
        "code_page": "https://kuuluviin.example/l/",
        "address": "https://kuuluviin.example/oma/",
        "url": "https://kuuluviin.example/oma/cv/",
        "digest": pgettext("sample", "An expert would come: order 2026-0417"),
    }
