"""A paper of an agenda item."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from councils.domain import material as verbs
from councils.domain import material_file
from councils.models import AgendaItem, Material


class MaterialForm(Asking):
    """A new paper, or an old one with other readers (then without the file)."""

    file = forms.FileField(
        label=_("File"), help_text=_("A PDF, a picture (JPEG, PNG) or a Word document (docx), at most 20 MB.")
    )
    title = GuardedCharField(
        label=pgettext_lazy("material", "Name"),
        required=False,
        max_length=120,
        help_text=_("Empty: the name of the file."),
    )
    publicity = forms.ChoiceField(
        label=_("Who may read it"),
        choices=Material.Publicity.choices,
        initial=Material.Publicity.MEMBERS,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
    )
    is_printed = forms.BooleanField(
        label=_("Is printed for those who get papers"),
        required=False,
        initial=True,
        help_text=_("Confidential papers are never printed into the packet."),
    )

    def __init__(
        self, *args: object, item: AgendaItem, by: Actor, row: Material | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.by, self.row = item, by, row
        if row:
            self.initial |= {name: getattr(row, name) for name in verbs.WRITABLE}
            self.fields["title"].required, self.fields["title"].help_text = True, ""
            del self.fields["file"]

    def act(self) -> object:
        facts = {name: self.cleaned_data[name] for name in verbs.WRITABLE}
        if self.row:
            return verbs.change(self.row, self.by, **facts)
        file = self.cleaned_data["file"]
        return verbs.add(self.item, self.by, name=file.name, content=_read(file), **facts)


def _read(file: object) -> bytes:
    """One byte past the largest is enough to know that a file is too large."""
    return file.read(material_file.LARGEST + 1)
