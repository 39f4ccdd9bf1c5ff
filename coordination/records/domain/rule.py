"""Dated rules with their defaults: what an organisation may set for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from coordination.people.models import Unit
from coordination.records.models import Rule

DEFAULTS: dict[str, Any] = {
    "offer.days": 3,
    "offer.confirms_itself": False,
    "fee.usual_least": "30.00",
    "fee.usual_most": "100.00",
    "fee.four_eyes_over": "500.00",
    "fee.deputy_days": 5,
    "fee.approve_days": 7,
    "fee.pay_day": 15,
    "fee.post_statements": True,
    "fee.keep_years": 6,
    "debrief.overdue_days": 3,
    "reminder.hours": [48],
    "reminder.post_days": 4,
    "message.settle_minutes": 10,
    "conversation.take_back_minutes": 10,
    "conversation.open_days": 30,
    "cv.confirm_months": 12,
    "contact.check_months": 12,
    "outside.open": True,
    "outside.confirm_days": 3,
    "outside.link_days": 60,
    "consent.months": 12,
    "consent.remind_days": 30,
    "leave.ask_days": 7,
    "strain.heavy_in_row": 2,
    "strain.heavy_days": 30,
    "minors.check_months": 12,
    "support.missed_in_row": 2,
    "contract.confidentiality_needed": True,
    "contract.commission_needed": False,
    "contract.remind_days": 30,
    "council.members_least": 10,
    "council.members_usual": 15,
    "council.members_most": 20,
    "council.group_least": 5,
    "council.group_most": 10,
    "council.term_days": 60,
    "council.packet_days": 7,
    "council.packet_days_ideal": 14,
    "council.fare_most": "20.00",
    "council.topic_votes": 3,
    "council.certificate_sessions": 4,
    "council.reminder_hours": [120, 72],
    "council.statement_days": 60,
    "council.statement_remind_days": 7,
    "council.statement_late_days": 3,
    "council.statement_silent_days": 14,
    "recruitment.answer_days": 14,
    "recruitment.link_days": 365,
    "recruitment.choose_days": 5,
    "recruitment.no_employees": True,
    "recruitment.no_body_members": True,
    "recruitment.reserve_days": 365,
    "recruitment.ending_days": 14,
    "recruitment.place_days": 7,
    "recruitment.keep_not_chosen_days": 180,
    "recruitment.notes_days": 180,
    "match.experience": 40,
    "match.time": 25,
    "match.fairness": 20,
    "match.nearness": 15,
    "council.answer_days": 3,
    "event.reminder_hours": [48],
    "event.unanswered_hours": [120],
    "event.keep_newcomer_days": 180,
    "travel.most": "100.00",
    "travel.receipt_over": "10.00",
}


def on(unit: Unit | None, key: str, day: date | None = None) -> Any:
    """The value in force for a unit on a day (Helsinki date, default today): the nearest branch upwards, else everybody's, else the default.

    Raises `KeyError` for a rule nobody has named.
    """
    return together(unit, [key], day)[key]


def together(unit: Unit | None, keys: Sequence[str], day: date | None = None) -> dict[str, Any]:
    """The values of several rules in one query, as `on` tells each."""
    values = {key: DEFAULTS[key] for key in keys}
    paths = unit.paths_up() if unit else []
    rules = Rule.objects.in_force(day).filter(key__in=keys).select_related("unit")
    standing = [rule for rule in rules if rule.unit is None or rule.unit.path in paths]
    for rule in sorted(standing, key=lambda rule: (rule.unit.depth if rule.unit else 0, rule.valid_from)):
        values[rule.key] = rule.value
    return values
