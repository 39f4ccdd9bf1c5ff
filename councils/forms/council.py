"""Forms of a council: what it is, where and how it meets, money, ground rules, the management's promise, the term."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import price
from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.foundation.guarded import GuardsTexts
from coordination.foundation.texts_form import LongTextsWidget, TextsFormField
from coordination.people.forms.choices import NamedField, UnitField
from coordination.people.models import Role, Unit, User
from councils.models import MOST_SEATS, Council

READERS = _("everybody, when the council has a public page")
Kind = Council.Kind
USUAL_SEATS = {Kind.DEVELOPER_GROUP: 10}


def _many(label: object, help_text: object = "") -> TextsFormField:
    return TextsFormField(label=label, required=False, help_text=help_text, widget=LongTextsWidget)


class PriceField(NamedField):
    def label_from_instance(self, row: PriceClass) -> str:
        return f"{row.code} {row.names}"


class BasicsForm(forms.Form):
    """What the council is and is for."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("council", "Kind"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.CLIENT_COUNCIL,
    )
    names = TextsFormField(label=pgettext_lazy("council", "Name"))
    purpose = _many(pgettext_lazy("council", "What it is for"), _("A sentence or two in plain words."))
    aims = _many(pgettext_lazy("council", "Aims of the term"))
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The first one is the language its papers are written in first."),
        initial=["fi"],
    )
    seats = forms.IntegerField(
        label=_("Seats"),
        min_value=1,
        max_value=MOST_SEATS,
        initial=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
        help_text=_("10–15 members is usual, 20 the most there can be."),
    )
    term_starts = FinnishDateField(label=_("Term begins"), required=False)
    term_ends = FinnishDateField(label=_("Term ends"), required=False)
    is_public = forms.BooleanField(
        label=_("Has a page on the public site"),
        required=False,
        help_text=_("The page tells what the council does and what came of it. It never tells who its members are."),
    )


class FoundForm(BasicsForm):
    """A new council: its unit, too."""

    unit = UnitField(label=pgettext_lazy("field", "Unit"), queryset=Unit.objects.none())
    field_order = ["unit"]

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        seats = self.fields["seats"]
        seats.required, seats.initial = False, None
        seats.help_text = _("Empty: 15, in a developer-client group 10. 20 is the most there can be.")

    def clean_seats(self) -> int:
        """What is usual for the kind, where no number is given (CC-23, DG-02)."""
        usual = USUAL_SEATS.get(self.cleaned_data.get("kind"), Council._meta.get_field("seats").default)
        return self.cleaned_data["seats"] or usual


class MeetsForm(GuardsTexts, forms.Form):
    """How often, where, and what is told of it in a calendar or a subject line."""

    rhythm = forms.ChoiceField(label=_("How often it meets"), choices=Council.Rhythm.choices)
    mode = forms.ChoiceField(label=_("Where it meets"), choices=Council.Mode.choices, widget=forms.RadioSelect)
    place = GuardedCharField(label=_("Place"), required=False, max_length=200)
    directions = _many(_("How to get there"), _("Buses and stops, the door, a phone number for one who is lost."))
    venue_access = _many(_("Accessibility of the place"), _("Steps, a lift, an accessible toilet, an induction loop."))
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")
    neutral_title = TextsFormField(
        label=_("What the calendar and the subject of a mail say"),
        required=False,
        help_text=_("Neutral: somebody may look over the shoulder. Empty: “Meeting”."),
    )


class MoneyForm(forms.Form):
    """The fee of a meeting, where the council pays one, and who pays it."""

    meeting_fee = PriceField(
        label=_("Meeting fee"),
        queryset=PriceClass.objects.none(),
        required=False,
        help_text=_("Empty: no fee, fares only."),
    )
    payer = UnitField(label=_("Who pays"), queryset=Unit.objects.none(), required=False)
    cost_centre = GuardedCharField(label=_("Cost centre"), required=False, max_length=40)

    def __init__(self, *args: object, council: Council, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting_fee"].queryset = price.classes_for(council.unit)
        self.fields["payer"].queryset = Unit.objects.within([council.unit.organisation()]).active()


class RulesForm(forms.Form):
    """The ground rules agreed together. A change is a new version, and everybody is asked again."""

    ground_rules = _many(_("Ground rules"), _("One on each line. The first: what is told here stays here."))


class PromiseForm(GuardsTexts, forms.Form):
    """Who of the management has committed, when, and to what (CC-05)."""

    first_name = GuardedCharField(label=_("First name"), max_length=80)
    last_name = GuardedCharField(label=_("Last name"), max_length=80)
    title = GuardedCharField(
        label=pgettext_lazy("council", "Title of the sponsor"),
        max_length=120,
        help_text=_("For example: Head of services. The public page tells the title, not the name."),
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    committed_on = FinnishDateField(label=pgettext_lazy("council", "Committed on"), initial=clock.today)
    commitment = _many(pgettext_lazy("council", "What the management promises"))

    def __init__(self, *args: object, council: Council, **kwargs: object) -> None:
        sponsor = council.sponsor
        if sponsor is not None:
            kwargs["initial"] = {
                "first_name": sponsor.first_name,
                "last_name": sponsor.last_name,
                "email": sponsor.email,
                "title": council.sponsor_title,
                "committed_on": council.committed_on,
                "commitment": council.commitment,
            }
        super().__init__(*args, **kwargs)


class TermForm(forms.Form):
    """A new term: everybody's seat ends, and whoever goes on is admitted again."""

    term_starts = FinnishDateField(label=_("Term begins"), initial=clock.today)
    term_ends = FinnishDateField(label=_("Term ends"))


class SureForm(forms.Form):
    """Nothing to fill in: pressing the button is the answer."""
