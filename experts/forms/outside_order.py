"""The order form of the public site: who orders, what, when and where, who pays. Anybody may fill it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import price, price_words
from coordination.foundation.business_id import BusinessIdField
from coordination.foundation.guarded import GuardedCharField, NameField
from coordination.people.models import Unit
from experts.domain import outside_order as verbs
from experts.models import OutsideOrder

from .booking_request import COORDINATOR_READS
from .outside_order_task import TaskPart

FASTEST = 3
FEWEST_DIGITS = 5
_SIGNER = TimestampSigner(salt="outside-order")


@dataclass(frozen=True)
class Fold:
    """Boxes that few need, behind a heading of their own that opens; open where something is in them."""

    name: Any
    names: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Boxes under one heading, and those few need."""

    key: str
    name: Any
    shown: tuple[str, ...]
    folds: tuple[Fold, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.shown, *(name for fold in self.folds for name in fold.names))


WHO = ("receiver", "organisation_name", "business_id", "sector", "first_name", "last_name", "title", "email", "phone")
GROUPS = (
    Group("who", _("Who orders?"), WHO),
    Group(
        "what",
        _("What do you need?"),
        ("wishes", "task_type", "topic", "need", "goal", "audience", "languages"),
        (
            Fold(
                _("Wished experience, how many take part, how many experts"),
                ("areas", "audience_size", "with_minors", "seats"),
            ),
        ),
    ),
    Group(
        "when",
        _("When and where?"),
        ("time_1", "time_2", "mode", "place", "online_url"),
        (
            Fold(_("A third time, and how to find the place"), ("time_3", "directions")),
            Fold(_("Interpreter, sign language, accessibility"), ("interpreter", "arrangements", "venue_access")),
        ),
    ),
    Group(
        "fee",
        _("Fee and payer"),
        ("price", "invoicing"),
        (
            Fold(
                _("Another organisation pays, or the bill needs a reference"),
                ("payer_name", "payer_business_id", "reference"),
            ),
        ),
    ),
    Group("send", _("Before you send"), ("greeting", "accepts")),
)


def whole_phone(text: str) -> str:
    """A number one can call: a slip of the finger is told, how it is written is one's own matter. Raises `ValidationError`."""
    if sum(letter.isdigit() for letter in text) < FEWEST_DIGITS:
        raise ValidationError(_("Write the whole phone number."), code="phone")
    return text


def began() -> str:
    """The moment the form was shown, signed: whoever sends it within a few seconds has not read it."""
    return _SIGNER.sign("form")


class OutsideOrderForm(TaskPart):
    """All of it on one page, in groups. `trap` is for machines: people do not see it."""

    use_required_attribute = False

    receiver = forms.ModelChoiceField(
        Unit.objects.none(), label=_("To which organisation does the order go?"), empty_label=None
    )
    organisation_name = GuardedCharField(
        label=_("Name of your organisation"),
        readers=COORDINATOR_READS,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Write the name of the organisation.")},
    )
    business_id = BusinessIdField(
        label=_("Business ID"),
        help_text=_("For example 1234567-1. Schools write that of the municipality or the institution."),
        error_messages={"required": _("Write the business ID: the bill needs it.")},
    )
    sector = forms.ChoiceField(
        label=_("What kind of organisation is it?"),
        choices=Unit.Sector.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the kind of organisation.")},
    )
    first_name = NameField(
        label=_("Contact person's first name"),
        readers=_("the coordinator, and the expert who comes"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Write the first name.")},
    )
    last_name = NameField(
        label=_("Contact person's last name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Write the last name.")},
    )
    title = GuardedCharField(
        label=_("Role in the organisation"),
        help_text=_("For example: lecturer, executive director."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send a link here. The order goes on its way when you open it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write the e-mail address: the order is confirmed with it.")},
    )
    phone = GuardedCharField(
        label=_("Phone"),
        help_text=_("For the day itself, if something comes up."),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "input--date"}),
        error_messages={"required": _("Write the phone number.")},
    )
    price = forms.ModelChoiceField(
        queryset=None,
        label=_("What fee do you offer?"),
        help_text=_("The fee is for each expert. Travel costs are paid on top of it."),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the fee.")},
    )
    payer_name = GuardedCharField(
        label=_("Payer, if another organisation pays"), readers=COORDINATOR_READS, required=False, max_length=120
    )
    payer_business_id = BusinessIdField(label=_("Payer's business ID"), required=False)
    invoicing = GuardedCharField(
        label=_("E-invoice address"),
        help_text=_("The address and the operator. If you take no e-invoices, write where the bill is sent."),
        readers=COORDINATOR_READS,
        max_length=120,
        error_messages={"required": _("Write where the bill is sent.")},
    )
    reference = GuardedCharField(
        label=_("Reference for the bill"), readers=COORDINATOR_READS, required=False, max_length=60
    )
    accepts = forms.BooleanField(
        label=_("I have read how the fee, cancelling and my details are handled"),
        error_messages={"required": _("Read the points above and tick the box.")},
    )
    trap = forms.CharField(required=False)
    began = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, receivers: Sequence[Unit], wished: Sequence[tuple[str, str]] = (), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.receivers = list(receivers)
        self.fields["receiver"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in self.receivers])
        if len(self.receivers) == 1:
            del self.fields["receiver"]
        self.offer_wishes(wished)
        prices = price.classes_for(self.receivers[0]) if len(self.receivers) == 1 else _all_prices(self.receivers)
        self.fields["price"].queryset = _usual(prices.filter(amount__gt=0)).prefetch_related("parts")
        self.fields["price"].label_from_instance = price_words.label_in_full
        # What is wrong is told from the top of the page down.
        self.order_fields([name for group in GROUPS for name in group.names])

    @property
    def is_trapped(self) -> bool:
        """Somebody filled in the box that people do not see."""
        return bool(self.data.get("trap"))

    def groups(self) -> list[dict[str, Any]]:
        """The boxes under their headings, for the page."""
        return [
            {
                "key": group.key,
                "name": group.name,
                "fields": self._boxes(group.shown),
                "folds": [self._fold(fold) for fold in group.folds],
            }
            for group in GROUPS
        ]

    def _fold(self, fold: Fold) -> dict[str, Any]:
        boxes = self._boxes(fold.names)
        return {"name": fold.name, "fields": boxes, "is_open": any(self._holds(bound.name) for bound in boxes)}

    def _boxes(self, names: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def _holds(self, name: str) -> bool:
        value = self[name].value()
        return bool(self[name].errors) or (any(value) if isinstance(value, list) else bool(value))

    def as_written(self) -> OutsideOrderForm:
        """What was kept of an unfinished form, shown without complaining of what is still missing."""
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data = {}
        return self

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean_phone(self) -> str:
        return whole_phone(self.cleaned_data["phone"])

    def clean_began(self) -> str:
        try:
            _SIGNER.unsign(self.cleaned_data["began"])
        except BadSignature:
            raise ValidationError(_("The page was open too long. Send the form again."), code="began") from None
        return self.cleaned_data["began"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("payer_name")) != bool(cleaned.get("payer_business_id")) and not (
            {"payer_name", "payer_business_id"} & set(self.errors)
        ):
            lacking = "payer_business_id" if cleaned.get("payer_name") else "payer_name"
            self.add_error(lacking, _("Another payer needs both the name and the business ID."))
        if not self.errors and self._is_too_quick(cleaned["began"]):
            raise ValidationError(_("That was very quick. Look the form through and send it again."), code="quick")
        return cleaned

    def save(self) -> OutsideOrder:
        """Raises `Refused`."""
        receiver = self.cleaned_data.get("receiver") or self.receivers[0]
        return verbs.receive(receiver, self.facts(), get_language())

    def facts(self) -> verbs.Facts:
        """The form in the plain values the verb takes."""
        said = self.cleaned_data
        return {
            "organisation": {"name": said["organisation_name"], **_picked(said, "business_id", "sector")},
            "contact": _picked(said, "first_name", "last_name", "title", "email", "phone"),
            "payer": {
                "name": said["payer_name"],
                "business_id": said["payer_business_id"],
                "invoicing": said["invoicing"],
            },
            "order": {
                **self.task_facts(),
                "price_class": said["price"].pk,
                "reference": said["reference"],
                "greeting": said["greeting"],
            },
            "wishes": said.get("wishes", []),
        }

    def _is_too_quick(self, signed: str) -> bool:
        try:
            _SIGNER.unsign(signed, max_age=FASTEST)
        except BadSignature:
            return False
        return True


def _usual(prices: QuerySet) -> QuerySet:
    """The classes of the tasks that can be ordered here; all of them where the list of prices goes its own ways."""
    usual = prices.filter(code__in=verbs.task_types().exclude(price_code="").values("price_code"))
    return usual if usual.exists() else prices


def _picked(said: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: said[name] for name in names}


def _all_prices(units: Sequence[Unit]):
    found = price.classes_for(units[0]).none()
    for unit in units:
        found = found | price.classes_for(unit)
    return found
