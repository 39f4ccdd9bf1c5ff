"""Text boxes in the languages of a council: a Finnish one asks in Finnish only, a bilingual one in both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from councils.models import Council


class InLanguages:
    """For a form that has `self.council`: `add_texts` makes a box a language, `texts` reads them together.

    What has been written in a language the council no longer uses stays as it is.
    """

    council: Council

    def add_texts(
        self,
        name: str,
        label: Any,
        *,
        value: Texts | None = None,
        required: bool = False,
        rows: int = 0,
        max_length: int = 4000,
        help_text: Any = "",
        readers: Any = "",
    ) -> None:
        """`rows` 0 makes one line. The council's main language must be written where the text is required."""
        names = dict(settings.LANGUAGES)
        self._was = {**getattr(self, "_was", {}), name: Texts.of(value or {})}
        for code in self._codes():
            told = f"{label} ({names.get(code, code)})" if len(self._codes()) > 1 else label
            kind = GuardedTextField if rows else GuardedCharField
            widget = (
                forms.Textarea(attrs={"rows": rows, "lang": code}) if rows else forms.TextInput(attrs={"lang": code})
            )
            self.fields[f"{name}_{code}"] = kind(
                label=told,
                required=required and code == self.council.main_language,
                max_length=max_length,
                help_text=help_text,
                readers=readers,
                widget=widget,
                initial=self._was[name].get(code, ""),
            )

    def texts(self, name: str) -> Texts:
        """What was written, over what there was in other languages."""
        said = {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in self._codes()}
        return Texts({code: words for code, words in {**self._was[name], **said}.items() if words})

    def box(self, name: str) -> str:
        """The name of the box that a refusal of `name` belongs to."""
        return f"{name}_{self.council.main_language}"

    def has(self, name: str) -> bool:
        """Whether the form asks this text at all."""
        return name in getattr(self, "_was", {})

    def _codes(self) -> list[str]:
        return self.council.languages or [self.council.main_language]


class AskingInLanguages(InLanguages, Asking):
    """The verb's word about a text stands beside the box of the council's main language."""

    def refuse(self, refusal: Refused) -> None:
        field = self.box(refusal.field) if refusal.field and self.has(refusal.field) else refusal.field
        Refused(refusal.message, field=field, code=refusal.code).as_form_error(self)
