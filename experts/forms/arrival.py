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
from .booking_request_parts import ACCESS, Fold
from .booking_request_payer import PayerStep
from .booking_request_place import PlaceStep
from .booking_request_task import TaskStep
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


class EntryForm(NamedWishPart, ChangeForm):
    """The steps of the order on one quick page, for the coordinator with the telephone in the other hand."""

    headings = (
        (TaskStep, _("What is needed")),
        (PlaceStep, _("Time and place")),
        (PayerStep, _("Fee and payer")),
    )

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

    def folds(self) -> list[Fold]:
        """What few callers need."""
        return [(_("An expert is wished for by name"), WISHES), ACCESS]

    def save(self) -> BookingRequest:
        """Keep it as a draft. Raises `Refused`."""
        return arrival.save(self.order, self.actor, **self.facts())
