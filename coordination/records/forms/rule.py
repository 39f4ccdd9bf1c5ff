"""The rules by plain-language names, and an input for each kind of value."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from coordination.foundation import formats
from coordination.foundation.fields import EuroField, FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.forms.choices import UnitField, head_of, units_for
from coordination.people.models import User
from coordination.records.domain.rule import DEFAULTS, on

NAMES: dict[str, Any] = {
    "offer.days": _("How many days an expert has for answering an offer"),
    "offer.confirms_itself": _("The first yes confirms the booking without the coordinator"),
    "fee.usual_least": _("Usual fee at least"),
    "fee.usual_most": _("Usual fee at most"),
    "fee.four_eyes_over": _("Two people approve a fee above this"),
    "fee.deputy_days": _("After how many days the deputy may approve a fee"),
    "fee.approve_days": _("After how many days an approval is late"),
    "fee.pay_day": _("On which day of the month fees are usually paid"),
    "fee.post_statements": _("In January the year’s fees are posted to those whose messages come by post"),
    "fee.keep_years": _("How many years after its year the receipts and words of a travel claim are kept, at least 6"),
    "debrief.overdue_days": _("After how many days a missing debrief is reminded of"),
    "reminder.hours": _("How many hours before the booking reminders leave"),
    "reminder.post_days": _("How many days earlier a reminder by post leaves"),
    "message.settle_minutes": _("How many minutes a message of a change waits for more changes"),
    "conversation.take_back_minutes": _("How many minutes a message of a conversation can be taken back"),
    "conversation.open_days": _("How many days a conversation stays open after the order is over"),
    "cv.confirm_months": _("After how many months an expert confirms the CV"),
    "contact.check_months": _("After how many months the details of a contact person are checked"),
    "outside.open": _("Orders are taken from outside on the public site"),
    "outside.confirm_days": _("How many days an order from outside waits for its sender to confirm it"),
    "outside.link_days": _("How many days the personal link of an order works after the order is over"),
    "consent.months": _("How many months a consent is in force"),
    "consent.remind_days": _("How many days before its end a consent is asked again"),
    "leave.ask_days": _("How many days before its last day an expert is asked whether the break ends"),
    "strain.heavy_in_row": _("How many heavy topics in a row are too many"),
    "strain.heavy_days": _("Heavy topics: within how many days they count as in a row"),
    "minors.check_months": _("How many months a shown criminal record extract is good for work with minors"),
    "support.missed_in_row": _("After how many missed supervision or joint times in a row an expert is shown"),
    "contract.confidentiality_needed": _("Client meetings need a signed confidentiality commitment"),
    "contract.commission_needed": _("Every task needs a signed commission contract"),
    "contract.remind_days": _("How many days before its last day a contract is asked to be renewed"),
    "council.members_least": _("A council of fewer members than this is noted"),
    "council.members_usual": _("A council of more members than this is noted"),
    "council.members_most": _("The most members a council may have, at most 20"),
    "council.group_least": _("A developer-client group of fewer people than this is noted"),
    "council.group_most": _("A developer-client group of more people than this is noted"),
    "council.term_days": _("How many days before its end the term of a council is reminded of"),
    "council.topic_votes": _("How many votes a council's member has for topics at a time"),
    "council.certificate_sessions": _("A group's certificate of attendance: in how many sessions one has to have been"),
    "council.packet_days": _(
        "How many days before a council's meeting its papers have to leave; later asks for a reason"
    ),
    "council.packet_days_ideal": _("How many days before a council's meeting its papers should leave"),
    "council.fare_most": _("A fare to a council's meeting above this asks for a reason"),
    "council.reminder_hours": _("How many hours before a council's meeting those who have not answered are reminded"),
    "council.statement_days": _("How many days there are to answer a council's idea or statement"),
    "council.statement_remind_days": _("How many days before the promised day whoever answers a council is reminded"),
    "council.statement_late_days": _(
        "How many days after the promised day a reminder leaves; after twice that, a call is asked for"
    ),
    "council.statement_silent_days": _("How many days after the promised day a recipient is shown as silent"),
    "recruitment.answer_days": _("After how many days somebody who is interested has heard nothing for too long"),
    "recruitment.link_days": _(
        "How many days the personal link of somebody who is interested works after the last word"
    ),
    "recruitment.choose_days": _("After how many days somebody who has not chosen a time for an interview is reminded"),
    "recruitment.no_employees": _("Employees of the organisation cannot be chosen in a recruitment"),
    "recruitment.no_body_members": _(
        "Members of the organisation's statutory bodies cannot be chosen in a recruitment"
    ),
    "recruitment.reserve_days": _("How many days somebody in reserve or for later is usually kept in mind"),
    "recruitment.ending_days": _(
        "How many days before the agreed day somebody in reserve is asked whether to be kept in mind longer"
    ),
    "recruitment.place_days": _("How many days there are to answer when a place is offered to somebody in reserve"),
    "recruitment.keep_not_chosen_days": _(
        "After how many days everything about somebody who was not chosen, or withdrew, is erased"
    ),
    "recruitment.notes_days": _("After how many days the words written of an interview are emptied"),
    "match.experience": _("Matching: weight of experience"),
    "match.time": _("Matching: weight of free times"),
    "match.fairness": _("Matching: weight of sharing bookings evenly"),
    "match.nearness": _("Matching: weight of nearness"),
    "council.answer_days": _("How many days before a meeting of a council its answers are wished for"),
    "event.reminder_hours": _("How many hours before an event those who come are reminded"),
    "event.unanswered_hours": _("How many hours before an event those invited who have not answered are reminded"),
    "event.keep_newcomer_days": _(
        "After how many days everything about somebody who is known only from an event is erased"
    ),
    "travel.most": _("Travel costs of one trip above this ask for a reason"),
    "travel.receipt_over": _("A cost above this asks for a receipt, or a reason why there is none"),
}
HELP: dict[str, Any] = {
    "reminder.hours": _(
        "One or more, for example 168, 24: a week and a day before. Phone reminders fall on working hours, text messages between 8 and 20."
    ),
    "reminder.post_days": _("If the letter would leave too late, it is left out."),
}
MOST_HOURS, MOST_NUMBERS = 2000, 5
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def name_of(key: str) -> Any:
    return NAMES.get(key, key)


def shown(key: str, value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return str(YES_NO[0][1] if value else YES_NO[1][1])
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, str) and _is_sum(DEFAULTS.get(key)):
        return formats.euros(Decimal(value))
    return str(value)


class RuleForm(GuardsTexts, forms.Form):
    """One rule: the value as its kind asks, where, from when."""

    unit = UnitField(
        queryset=None, label=_("In the branch"), help_text=_("The rule holds in this unit and those under it.")
    )
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    valid_until = FinnishDateField(label=_("Until"), required=False, help_text=_("Empty: for now."))
    source = forms.CharField(label=_("Who decided, and when?"), required=False, max_length=200)

    field_order = ["value", "unit", "valid_from", "valid_until", "source"]

    def __init__(self, *args: object, user: User, key: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        default = DEFAULTS[key]
        head = head_of(units_for(user))
        self.fields["value"] = _value_field(on(head, key))
        self.fields["value"].label = name_of(key)
        usual = format_lazy("{} {}", _("Without a rule of your own:"), shown(key, default))
        self.fields["value"].help_text = format_lazy("{} {}", HELP[key], usual) if key in HELP else usual
        self.order_fields(self.field_order)
        self.fields["unit"].queryset = units_for(user)
        self.fields["unit"].initial = head
        # A rule for everybody reaches other organisations too.
        self.fields["unit"].required = not user.is_superuser

    def clean_value(self) -> Any:
        """As it is stored: JSON knows no Decimal, and a tick must not turn into a word."""
        value = self.cleaned_data["value"]
        if isinstance(value, Decimal):
            return str(value)
        return value if isinstance(value, list) else {"yes": True, "no": False}.get(value, value)


class WholesField(forms.CharField):
    """A few whole numbers in one box, largest first: `168, 24`."""

    default_error_messages = {
        "invalid": _("Write whole numbers from 1 to 2000 with commas between, at most five: for example 168, 24.")
    }

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(each) for each in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        written = super().clean(value)
        parts = re.split(r"[\s,;]+", written.strip(" ,;"))
        if not all(part.isascii() and part.isdecimal() and 1 <= int(part[:5]) <= MOST_HOURS for part in parts):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        numbers = sorted({int(part) for part in parts}, reverse=True)
        if len(numbers) > MOST_NUMBERS:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return numbers


def _value_field(default: Any) -> forms.Field:
    """An input for the kind of the value, holding it: what is in force now is changed, never lost by a save."""
    if isinstance(default, list):
        return WholesField(max_length=60, initial=default)
    if isinstance(default, bool):
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, initial="yes" if default else "no")
    if isinstance(default, int):
        return forms.IntegerField(min_value=0, max_value=10_000, initial=default)
    if _is_sum(default):
        return EuroField(initial=Decimal(default))
    return forms.CharField(max_length=200, initial=default)


def _is_sum(default: Any) -> bool:
    if not isinstance(default, str) or "." not in default:
        return False
    try:
        Decimal(default)
    except InvalidOperation:
        return False
    return True
