from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from coordination.people.models import Person, User

from .choices import PersonField


class ContactForm(forms.Form):
    """A person who is written down already becomes a contact person."""

    person = PersonField(queryset=None, label=_("Contact person"))
    title = GuardedCharField(
        label=_("Role in the organisation"),
        help_text=_("For example: lecturer, executive director."),
        required=False,
        max_length=80,
    )
    is_main = forms.BooleanField(label=_("Call this person first"), required=False)

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.visible_to(user).living()
