"""Experts wished for by name, as a caller tells them: first to third, of those whom the coordinator may see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import User
from experts.domain.audience import staff_name
from experts.models import Expert

from .booking_request import StepForm

NOBODY = [("", pgettext_lazy("wished expert", "Nobody"))]
WISHES = ("wish_1", "wish_2", "wish_3")


def known_to(user: User) -> dict[str, tuple[Expert, str]]:
    """Everybody who takes part now and whom the user may see, by key: with the name, in the order of names."""
    rows = Expert.objects.visible_to(user).active().select_related("person", "unit").prefetch_related("audiences")
    named = [(staff_name(expert, user), expert) for expert in rows]
    return {expert.staff_key: (expert, name) for name, expert in sorted(named, key=lambda row: (row[0], row[1].pk))}


class NamedWishPart(StepForm):
    wish_1 = forms.ChoiceField(
        label=_("First wish"), help_text=_("The coordinator asks them, if they fit and have time."), required=False
    )
    wish_2 = forms.ChoiceField(label=_("Second wish"), required=False)
    wish_3 = forms.ChoiceField(label=_("Third wish"), required=False)

    def offer_named(self) -> None:
        """Fill in whom there is to wish for, and what has been wished for already."""
        self.known = known_to(self.actor.user)
        choices = [*NOBODY, *((key, name) for key, (expert, name) in self.known.items())]
        for name in WISHES:
            self.fields[name].choices = choices
        wished = self.order.wishes.order_by("rank").values_list("expert__staff_key", flat=True)
        self.initial |= dict(zip(WISHES, wished, strict=False))

    def facts(self) -> dict[str, Any]:
        """The wishes in rank, each once; where a box could not be read, all stay as they were."""
        facts = super().facts()
        keys = [facts.pop(name) for name in WISHES if name in facts]
        if len(keys) == len(WISHES):
            facts["wishes"] = [self.known[key][0] for key in dict.fromkeys(keys) if key]
        return facts
