"""Claiming the costs of a trip: which trip, one cost at a time, how the money comes, and sending."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import claim_line, receipt, travel_check, travel_claim
from coordination.fees.domain.travel_check import Finding
from coordination.fees.models import ClaimLine, TravelClaim
from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import CommaField, EuroField, FinnishDateField, GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person

OTHER = "muu"
READERS = _("whoever approves the costs and pays them")
Kind = ClaimLine.Kind
AS_BEFORE = _("The same as the last time. Change it if it is otherwise.")
PAPERS = "image/jpeg,image/png,image/webp,application/pdf"


class TripForm(Asking):
    """Which trip: a booking or a meeting of one's own that has not been claimed, or another one in words."""

    trip = forms.ChoiceField(
        label=_("Which trip?"),
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        error_messages={"required": _("Choose the trip.")},
    )
    day = FinnishDateField(label=_("Day of the trip"), required=False, help_text=_("Needed for another trip."))
    what = GuardedCharField(
        label=_("What was it for?"),
        required=False,
        max_length=200,
        readers=READERS,
        help_text=_("Needed for another trip. No names of clients, and no addresses."),
    )

    def __init__(self, *args: object, person: Person, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.by = person, by
        claimed = travel_check.claimed(person)
        told = travel_check.trips(person)
        self.trips = {each.about: each for each in told if each.about not in claimed and not each.settled}
        named = [(key, f"{formats.day(each.day)}: {each.title}") for key, each in self.trips.items()]
        self.fields["trip"].choices = [*named, (OTHER, _("Another trip"))]
        if not named:
            self._ask_other_alone()

    def _ask_other_alone(self) -> None:
        """There is nothing to choose from: the day and the words are what is asked."""
        self.initial["trip"] = OTHER
        self.fields["trip"].widget = forms.HiddenInput()
        for name in ("day", "what"):
            self.fields[name].required = True
        self.fields["day"].help_text = ""
        self.fields["what"].help_text = _("No names of clients, and no addresses.")

    def act(self) -> TravelClaim:
        told = self.cleaned_data
        if told["trip"] == OTHER:
            return travel_claim.begin(self.person, self.by, day=told["day"], what=told["what"])
        return travel_claim.begin(self.person, self.by, trip=self.trips[told["trip"]])


class LineForm(Asking):
    """One cost of the kind chosen on the page; only the boxes it needs."""

    amount = EuroField(label=_("What did it cost, €?"), error_messages={"required": _("Write what it cost.")})
    quantity = CommaField(label=_("How many?"), max_digits=6, decimal_places=1)
    passengers = forms.IntegerField(
        label=_("How many passengers?"),
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs={"class": "input--short", "inputmode": "numeric"}),
        help_text=_("Empty: you travelled alone."),
    )
    what = GuardedCharField(label=_("In a few words"), max_length=120, readers=READERS)
    photo = forms.FileField(
        label=_("Take a photo of the receipt"),
        required=False,
        help_text=_("Opens the camera on a phone. The place and time that a phone hides in a photo are removed."),
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    file = forms.FileField(
        label=_("Or choose a photo or a PDF"),
        required=False,
        help_text=_("JPEG, PNG, WebP or PDF, at most 10 MB. Cover your home address, if the receipt shows it."),
        widget=forms.FileInput(attrs={"accept": PAPERS}),
    )

    def __init__(self, *args: object, claim: TravelClaim, by: Actor, kind: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.claim, self.by, self.kind = claim, by, kind
        kept = {"amount", "what", "photo", "file"} if kind in ClaimLine.BY_RECEIPT else {"quantity"}
        if kind == Kind.KILOMETRES:
            kept |= {"passengers"}
            self.fields["quantity"].label = _("How many kilometres, there and back?")
            self._offer_usual_ride()
        for name in set(self.fields) - kept:
            del self.fields[name]
        if kind == Kind.TICKET:
            self.fields["what"].required = False
            self.fields["what"].help_text = _("For example: bus there and back.")
            self._offer_usual()
        if kind in {Kind.PART_DAY, Kind.FULL_DAY}:
            self.fields["quantity"].label = _("How many days?")

    def _offer_usual(self) -> None:
        """The first ticket of a claim: what it cost the last time."""
        usual = None if self.is_bound or self.claim.lines.exists() else travel_check.usual(self.claim)
        if usual:
            self.initial["amount"] = usual
            self.fields["amount"].help_text = _("This is what it cost the last time. Change it if it is otherwise.")

    def _offer_usual_ride(self) -> None:
        """The first kilometres of a claim: as many as the last time."""
        begun = self.is_bound or self.claim.lines.filter(kind=Kind.KILOMETRES).exists()
        if not begun and (last := travel_check.usual_ride(self.claim)):
            self.initial.update(quantity=last.quantity, passengers=last.passengers or None)
            self.fields["quantity"].help_text = AS_BEFORE

    def act(self) -> ClaimLine:
        told = {**self.cleaned_data}
        upload = told.pop("photo", None) or told.pop("file", None)
        told.pop("file", None)
        told["passengers"] = told.get("passengers") or 0
        return claim_line.add(self.claim, self.by, kind=self.kind, content=_content(upload), **told)

    def refuse(self, refusal: Refused) -> None:
        super().refuse(_beside(refusal, self.files))


class ReceiptForm(Asking):
    """The receipt of a cost that was written without one."""

    photo = LineForm.base_fields["photo"]
    file = LineForm.base_fields["file"]

    def __init__(self, *args: object, line: ClaimLine, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.line, self.by = line, by

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if not self.errors and not (told.get("photo") or told.get("file")):
            self.add_error("photo", _("Take a photo of the receipt, or choose a file."))
        return told

    def act(self) -> ClaimLine:
        upload = self.cleaned_data.get("photo") or self.cleaned_data.get("file")
        return claim_line.attach(self.line, self.by, _content(upload) or b"")

    def refuse(self, refusal: Refused) -> None:
        super().refuse(_beside(refusal, self.files))


def _beside(refusal: Refused, files: Any) -> Refused:
    """A word about the receipt stands beside the box that was used."""
    if refusal.field == "receipt":
        refusal.field = "photo" if files.get("photo") else "file"
    return refusal


def _content(upload: Any) -> bytes | None:
    """The bytes of a file; of a too large one only so many that the verb sees it is too large."""
    return upload.read(receipt.LARGEST + 1) if upload else None


class DetailsForm(Asking):
    """The way there, an advance, and how the money comes."""

    route = GuardedCharField(
        label=_("From where to where?"),
        required=False,
        max_length=200,
        readers=READERS,
        help_text=_("The towns or stops are enough. No street address."),
    )
    advance = EuroField(label=_("Paid to you in advance, €"), required=False, help_text=_("Empty: nothing."))
    pay = forms.ChoiceField(
        label=_("How do you want the money?"),
        choices=TravelClaim.Pay.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )

    def __init__(self, *args: object, claim: TravelClaim, by: Actor, **kwargs: object) -> None:
        usual = "" if claim.route or claim.person.protected_address else travel_check.usual_route(claim)
        initial = {"route": claim.route or usual, "advance": claim.advance or None, "pay": claim.pay}
        super().__init__(*args, initial=initial, **kwargs)
        self.claim, self.by = claim, by
        if usual:
            self.fields["route"].help_text = AS_BEFORE
        if claim.person.protected_address:
            del self.fields["route"]

    def act(self) -> TravelClaim:
        told = self.cleaned_data
        return travel_claim.keep(
            self.claim,
            self.by,
            route=told.get("route", ""),
            advance=told["advance"] or Decimal(0),
            pay=told["pay"],
            reason=self.claim.reason,
        )


class SendForm(Asking):
    """Send to be approved; what is unusual asks why."""

    reason = GuardedCharField(label=_("Why is it so?"), max_length=300, readers=READERS)

    def __init__(self, *args: object, claim: TravelClaim, by: Actor, found: list[Finding], **kwargs: object) -> None:
        super().__init__(*args, initial={"reason": claim.reason}, **kwargs)
        self.claim, self.by = claim, by
        if not found:
            self.fields["reason"].required = False
            self.fields["reason"].label = pgettext_lazy("claim", "Anything else to tell?")

    def act(self) -> TravelClaim:
        return travel_claim.submit(self.claim, self.by, reason=self.cleaned_data["reason"])


class GiveBackForm(Asking):
    """Return a claim to be mended."""

    reason = GuardedCharField(label=_("What has to be mended?"), max_length=300, readers=_("whoever claimed"))

    def __init__(self, *args: object, claim: TravelClaim, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.claim, self.by = claim, by

    def act(self) -> TravelClaim:
        return travel_claim.give_back(self.claim, self.by, reason=self.cleaned_data["reason"])
