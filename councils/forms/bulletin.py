"""A notice to the members: a title, the words and the plain words in each language of the council (CC-28)."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from councils.domain import bulletin
from councils.models import Bulletin, Council

READERS = _("every member and substitute")
NAMES = ("title", "text", "plain_text")


class BulletinForm(forms.Form):
    """The council's main language must be written; where another has none, its readers get the main one."""

    def __init__(self, *args: object, council: Council, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by = council, by
        self.languages = council.languages or [council.main_language]
        names = dict(settings.LANGUAGES)
        for code in self.languages:
            made = self._fields_of(is_main=code == council.main_language)
            for name, field in made.items():
                if len(self.languages) > 1:
                    field.label = f"{field.label} ({names.get(code, code)})"
                field.widget.attrs["lang"] = code
                self.fields[f"{name}_{code}"] = field

    def save(self) -> Bulletin | None:
        """None where the verb refused; the reason stands on the form."""
        words = {name: self._texts(name) for name in NAMES}
        try:
            return bulletin.tell(self.council, self.by, **words)
        except Refused as refusal:
            refusal.as_form_error(self)
            return None

    def _texts(self, name: str) -> Texts:
        said = {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in self.languages}
        return Texts({code: words for code, words in said.items() if words})

    @staticmethod
    def _fields_of(*, is_main: bool) -> dict[str, forms.Field]:
        return {
            "title": GuardedCharField(
                label=pgettext_lazy("bulletin", "Title"), max_length=120, required=is_main, readers=READERS
            ),
            "text": GuardedTextField(
                label=pgettext_lazy("bulletin", "What do you tell?"),
                max_length=4000,
                required=is_main,
                readers=READERS,
                help_text=_("Write no names of members. What concerns one member alone is told to that member."),
            ),
            "plain_text": GuardedTextField(
                label=pgettext_lazy("bulletin", "The same in plain language"),
                max_length=4000,
                required=False,
                readers=_("those who chose plain language"),
                help_text=_("Short sentences. Where this is empty, they get the text above."),
            ),
        }
