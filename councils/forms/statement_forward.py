"""Taking a statement further: to whom, who answers, by when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField
from coordination.people.models import Unit
from coordination.records.domain import rule
from councils.domain import statement as verbs
from councils.domain import statement_recipient as recipients
from councils.models import Forwarding, Statement

NEW = "new"
MANY = 8


class ForwardForm(GuardsTexts, Asking):
    """Somebody known, or somebody new with an address."""

    to = forms.ChoiceField(
        label=_("To whom is it taken?"),
        choices=Forwarding.To.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose to whom it is taken.")},
    )
    recipient = forms.ChoiceField(
        label=pgettext_lazy("forwarding", "Who answers"),
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        error_messages={"required": _("Choose who answers, or write a new one.")},
    )
    first_name = GuardedCharField(label=_("First name of a new one"), required=False, max_length=80)
    last_name = GuardedCharField(label=_("Last name of a new one"), required=False, max_length=80)
    email = forms.EmailField(label=_("E-mail of a new one"), required=False)
    phone = GuardedCharField(label=_("Phone of a new one"), required=False, max_length=40)
    recipient_title = GuardedCharField(
        label=pgettext_lazy("forwarding", "Title, as it is shown"),
        help_text=_("For example: Head of services. Empty: the title of the one you chose."),
        readers=_("the members and the public, in the place of the name"),
        required=False,
        max_length=120,
    )
    unit = UnitField(queryset=None, label=pgettext_lazy("field", "Unit"), required=False)
    promised_on = FinnishDateField(label=_("An answer is promised by"), required=False)

    def __init__(self, *args: object, statement: Statement, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.statement, self.council, self.by = statement, statement.council, by
        asked = set(statement.forwardings.exclude(status=Forwarding.Status.CLOSED).values_list("recipient", flat=True))
        rows = [each for each in recipients.known(self.council) if each.person.pk not in asked]
        self.known = {str(each.person.pk): each for each in rows}
        choices = [(key, _shown(each)) for key, each in self.known.items()]
        if len(choices) > MANY:
            self.fields["recipient"].widget = forms.Select()
        self.fields["recipient"].choices = [*choices, (NEW, _("Somebody new: write the name and the address below"))]
        self.fields["unit"].queryset = Unit.objects.within([self.council.unit.organisation()]).active()
        days = rule.on(self.council.unit, "council.statement_days")
        self.fields["promised_on"].help_text = _(
            "Empty: %(days)s days from today; from the media no answer is waited for."
        ) % {"days": days}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        known = self.known.get(said.get("recipient", ""))
        if not said.get("recipient_title") and known:
            said["recipient_title"] = known.title or known.person.title
        if not said.get("recipient_title") and "recipient_title" not in self.errors:
            self.add_error(
                "recipient_title", _("Write the title: members and the public see it in the place of the name.")
            )
        return said

    def act(self) -> Forwarding:
        said = self.cleaned_data
        known = self.known.get(said["recipient"])
        person = known.person if known else self._new(said)
        return verbs.forward(
            self.statement,
            self.by,
            to=said["to"],
            recipient=person,
            recipient_title=said["recipient_title"],
            unit=said["unit"] or (known.unit if known else None),
            promised_on=said["promised_on"],
        )

    def _new(self, said: dict[str, Any]) -> Any:
        return recipients.write_new(
            self.council,
            self.by,
            title=said["recipient_title"],
            **{name: said[name] for name in ("first_name", "last_name", "email", "phone")},
        )


def _shown(known: recipients.Known) -> str:
    title = known.title or known.person.title
    unit = str(known.unit.names) if known.unit else ""
    return ", ".join(part for part in (known.person.full_name, title, unit) if part)
