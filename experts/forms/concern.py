"""Telling the coordinator of bad treatment, and the coordinator's answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedTextField
from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE, Actor
from experts.domain import concern as verbs
from experts.models import Booking, Concern


class TellForm(forms.Form):
    """What happened, in own words if one likes, what one wishes for, and to which coordinator."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("concern", "What happened?"),
        choices=Concern.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes nearest. You may choose “Something else”.")},
    )
    words = GuardedTextField(
        label=_("Tell in your own words"),
        help_text=_("A few words are enough. Do not write anything of a client."),
        required=False,
        max_length=verbs.LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    wish = forms.ChoiceField(
        label=pgettext_lazy("concern", "What do you wish for?"),
        choices=Concern.Wish.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you wish for.")},
    )
    to = forms.ChoiceField(
        label=_("Whom do you tell?"),
        help_text=_("If this is about your coordinator, choose another. Then your coordinator does not see this."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, booking: Booking, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.booking, self.by = booking, by
        self.told = {str(person.pk): person for person in verbs.whom(booking)}
        self.fields["to"].choices = [(key, person.full_name) for key, person in self.told.items()]
        self.fields["to"].initial = next(iter(self.told), None)
        self.fields["words"].readers = _("the coordinator you choose, nobody else")
        if by.via == PHONE:
            self._ask_by_phone()
        if len(self.told) < 2:
            del self.fields["to"]
            names = [person.full_name for person in self.told.values()]
            self.fields["words"].readers = names[0] if names else _("the coordinator")

    def _ask_by_phone(self) -> None:
        """The coordinator on the phone asks for the expert."""
        self.fields["words"].label = _("In the expert's own words")
        self.fields["words"].readers = _("the coordinator the expert chooses, nobody else")
        self.fields["to"].label = _("Who sees to it?")
        self.fields["to"].help_text = _(
            "Ask the expert. If it is about a coordinator, choose another: then that coordinator does not see this."
        )
        if self.by.person and str(self.by.person.pk) in self.told:
            self.fields["to"].initial = str(self.by.person.pk)

    def save(self) -> bool:
        """Tell; False when the domain refused, the reason then stands on the form."""
        data = dict(self.cleaned_data)
        to = self.told.get(data.pop("to", ""))
        try:
            verbs.tell(self.booking, self.by, to=to, **data)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True


class HandleForm(forms.Form):
    done = GuardedTextField(
        label=_("What was done?"),
        help_text=_("For example: we talked on the phone, and I spoke with the supervisor of the unit."),
        readers=_("the expert who told, and you"),
        max_length=verbs.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what was done.")},
    )

    def __init__(self, *args: object, concern: Concern, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.concern, self.by = concern, by

    def save(self) -> bool:
        try:
            verbs.handle(self.concern, self.by, self.cleaned_data["done"])
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
