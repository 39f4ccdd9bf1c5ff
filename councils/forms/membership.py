"""Forms of the seats of a council: finding a person, admitting, leaving, a yes and choices noted on somebody's behalf."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import PHONE, POST
from coordination.people.forms.channel import ChoosesChannel
from coordination.people.forms.choices import NamedField
from coordination.people.models import Person
from coordination.recruitment.domain.admission import Before
from councils.models import Council, Membership

Kind = Membership.Kind
LEADERS = _("the leaders of the council")
WAYS = [(PHONE, pgettext_lazy("noted", "by phone")), (POST, pgettext_lazy("noted", "on paper"))]


class MemberField(NamedField):
    def label_from_instance(self, row: Membership) -> str:
        return row.person.full_name


class FindForm(GuardsTexts, forms.Form):
    """Exactly: a part of an address finds nobody."""

    reach = forms.CharField(
        label=_("E-mail or phone"),
        max_length=120,
        help_text=_("The whole address or number. Your search is written into the log."),
    )


class SeatForm(forms.Form):
    """The seat itself, for somebody found."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("membership", "Role"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.MEMBER
    )
    substitute_for = MemberField(
        label=_("Substitute for"),
        queryset=Membership.objects.none(),
        required=False,
        help_text=_("Only for a personal substitute."),
    )
    admitted_before_on = FinnishDateField(
        label=_("Interviewed on"),
        help_text=_("For one admitted before interviews were kept here. Others come in by a recruitment."),
    )
    admitted_before = GuardedCharField(
        label=_("Who interviewed?"),
        max_length=200,
        readers=LEADERS,
        help_text=_("For example: Kaisa and Elina."),
    )

    def __init__(self, *args: object, council: Council, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute_for"].queryset = council.memberships.seated().select_related("person")

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("kind") != Kind.SUBSTITUTE:
            cleaned["substitute_for"] = None
        return cleaned

    def facts(self) -> dict:
        """As the verb takes them."""
        return seat_facts(self.cleaned_data)


def seat_facts(told: dict) -> dict:
    """What is told of a seat, as the verb takes it."""
    facts = {name: told[name] for name in ("kind", "substitute_for")}
    if facts["kind"] != Kind.SUBSTITUTE:
        facts["substitute_for"] = None
    return {**facts, "admitted": Before(on=told["admitted_before_on"], by_whom=told["admitted_before"])}


class NewMemberForm(ChoosesChannel, GuardsTexts, forms.ModelForm):
    """Somebody nobody has written down yet: how to reach them, in which form papers come, and the seat."""

    language = forms.ChoiceField(label=_("Language of messages"), choices=settings.LANGUAGES)

    class Meta:
        model = Person
        fields = [
            "first_name",
            "last_name",
            "channel",
            "email",
            "phone",
            "street",
            "postcode",
            "town",
            "language",
            "format",
            "needs",
        ]

    def __init__(self, *args: object, council: Council, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_name"].required = True
        self.seat = SeatForm(self.data if self.is_bound else None, council=council)
        # One form on the page: the seat's fields stand after the person's.
        self.fields.update(self.seat.fields)
        self.fields["language"].initial = council.main_language

    def person_facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def seat_facts(self) -> dict:
        return seat_facts(self.cleaned_data)


class LeaveForm(forms.Form):
    """When and why: nothing of the person's life."""

    left_on = FinnishDateField(label=_("Left on"), initial=clock.today)
    left_because = forms.ChoiceField(
        label=_("Why"),
        choices=Membership.Reason.choices,
        widget=forms.RadioSelect,
        help_text=_("Do not write down anything of health or of the situation in life."),
    )


class RoleForm(forms.Form):
    kind = forms.ChoiceField(
        label=pgettext_lazy("membership", "Role"),
        choices=[choice for choice in Kind.choices if choice[0] != Kind.SUBSTITUTE],
        widget=forms.RadioSelect,
    )


class YesForm(forms.Form):
    """A yes the member gave by phone or on paper."""

    via = forms.ChoiceField(label=_("How was it told?"), choices=WAYS, widget=forms.RadioSelect)
