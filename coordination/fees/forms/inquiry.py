from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import inquiry
from coordination.fees.models import FeeInquiry
from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedTextField
from coordination.people.actor import Actor


class AnswerForm(Asking):
    """The answer to where one's money is."""

    words = GuardedTextField(
        label=_("Answer"),
        max_length=600,
        readers=_("the one who asked"),
        help_text=_("Where the money is, and when it comes. No names of others."),
    )

    def __init__(self, *args: object, inquiry: FeeInquiry, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.inquiry, self.by = inquiry, by
        self.fields["words"].widget.attrs["rows"] = 4

    def act(self) -> FeeInquiry:
        return inquiry.answer(self.inquiry, self.by, words=self.cleaned_data["words"])
