"""Writing an order down for one who called, wrote or was met."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from coordination.foundation.business_id import BusinessIdField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from coordination.people.forms.choices import UnitField
from coordination.people.models import Person, Role, Unit, User
from experts.domain import arrival
from experts.models import Arrival, BookingRequest, TaskType

from .booking_request import COORDINATOR_READS
from .booking_request_change import ChangeForm
from .booking_request_payer import PayerStep
from .booking_request_place import PlaceStep
from .named_wish import WISHES, NamedWishPart


class BodyForm(forms.Form):
    """The organisation of a caller from outside."""

    receiver = UnitField(queryset=None, label=_("Under"), empty_label=None)
    name = GuardedCharField(label=_("Name of the organisation"), max_length=120)
    business_id = BusinessIdField(
        label=_("Business ID"), help_text=_("An organisation that is known already is found by it.")
    )
    sector = forms.ChoiceField(
        label=_("What kind of organisation is it?"), choices=Unit.Sector.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        heads = user.branches(Role.Kind.COORDINATOR)
        self.fields["receiver"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in heads])
        self.fields["receiver"].initial = heads[0] if heads else None
        if len(heads) == 1:
            self.fields["receiver"].widget = forms.HiddenInput()


class CallerForm(GuardsTexts, forms.ModelForm):
    """The contact person: only what is needed to reach them."""

    language = forms.ChoiceField(label=_("Language of messages"), choices=settings.LANGUAGES, widget=forms.RadioSelect)

    class Meta:
        model = Person
        fields = [
            "first_name", "last_name", "title", "phone", "email", "channel", "language", "street", "postcode", "town",
        ]  # fmt: skip
        widgets = {"channel": forms.RadioSelect}
        labels = {"channel": _("How do we send the messages?"), "title": _("Role in the organisation")}


class BeginForm(forms.Form):
    """What is ordered, and how it came."""

    way = forms.ChoiceField(
        label=_("How did the order come?"),
        choices=[(way, label) for way, label in Arrival.Way.choices if way in arrival.TOLD],
        initial=Arrival.Way.PHONE,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    task_type = forms.ModelChoiceField(
        TaskType.objects.none(),
        label=_("What do they need an expert for?"),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the task.")},
    )

    def __init__(self, *args, unit: Unit, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        tasks = TaskType.objects.filter(in_use=True)
        if unit.kind == Unit.Kind.CONTACT_BODY:
            tasks = tasks.filter(is_client_meeting=False)
        self.fields["task_type"].queryset = tasks


# Boxes that few callers need, behind a heading of their own, each after the box it follows.
FOLDS = (
    (_("An expert is wished for by name"), WISHES),
    (_("Interpreter, sign language, accessibility"), ("interpreter", "arrangements", "venue_access")),
)


class EntryForm(NamedWishPart, ChangeForm):
    """The steps of the order on one quick page, for the coordinator with the telephone in the other hand."""

    invoicing = GuardedCharField(
        label=_("E-invoice address"),
        help_text=_("Or where the bill is sent."),
        readers=COORDINATOR_READS,
        required=False,
        max_length=120,
    )
    greeting = GuardedTextField(
        label=_("What else was said"),
        help_text=_("Do not write anything from which the client could be recognised."),
        readers=COORDINATOR_READS,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        return {**super().values_of(order), "invoicing": order.arrival.invoicing}

    def prepare(self) -> None:
        # Past the form of a change, which closes what has been promised: nothing has been promised yet.
        super(ChangeForm, self).prepare()
        self.drop("unit", "task_type")
        if self.order.unit.kind != Unit.Kind.CONTACT_BODY:
            self.drop("invoicing")
        self.offer_named()
        turn = self._in_turn()
        after = turn.index("seats") + 1
        self.order_fields([*turn[:after], *WISHES, *turn[after:], "invoicing", "greeting"])

    def parts(self) -> list[dict[str, Any]]:
        """The boxes under the headings of the order's path, for a page that is read while somebody talks."""
        headings = ((PlaceStep, _("Time and place")), (PayerStep, _("Fee and payer")))
        starts = {self._first_of(step): heading for step, heading in headings}
        folded = {names[0]: (heading, names) for heading, names in FOLDS}
        hidden = {name for heading, names in FOLDS for name in names}
        parts: list[dict[str, Any]] = [{"name": _("What is needed"), "boxes": [], "folds": []}]
        for name in self.fields:
            if name in starts:
                parts.append({"name": starts[name], "boxes": [], "folds": []})
            if name in folded:
                parts[-1]["folds"].append(self._fold(*folded[name]))
            if name not in hidden:
                parts[-1]["boxes"].append(self[name])
        return parts

    def _fold(self, heading: Any, names: tuple[str, ...]) -> dict[str, Any]:
        boxes = [self[name] for name in names if name in self.fields]
        return {"name": heading, "boxes": boxes, "is_open": any(bound.errors or bound.value() for bound in boxes)}

    def _first_of(self, step: type[forms.Form]) -> str:
        return next((name for name in self.fields if name in step.base_fields), "")

    def save(self) -> BookingRequest:
        """Keep it as a draft. Raises `Refused`."""
        return arrival.save(self.order, self.actor, **self.facts())
