"""How something taken on went."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.calendar.models import Action
from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField
from coordination.people.actor import Actor
from councils.domain import action as verbs


class EndForm(Asking):
    """`press` is the button: done, dropped, opened again."""

    note = GuardedCharField(label=_("How it went, in a few words"), required=False, max_length=300)

    def __init__(self, *args: object, action: Action, by: Actor, press: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.action, self.by, self.press = action, by, press

    def act(self) -> Action:
        if self.press == "reopen":
            return verbs.reopen(self.action, self.by)
        verb = verbs.drop if self.press == "drop" else verbs.finish
        return verb(self.action, self.by, note=self.cleaned_data["note"])
