"""What of me each audience sees."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from experts.domain import audience, expert_photo
from experts.models import Audience, Expert


class AudienceForm(Asking):
    name = forms.ChoiceField(label=_("Which name is shown?"), choices=Audience.Name.choices, widget=forms.RadioSelect)
    alias = GuardedCharField(
        label=_("The other name"), required=False, max_length=40, help_text=_("Only if you chose another name.")
    )
    birth = forms.ChoiceField(
        label=_("What is shown of your age?"), choices=Audience.Birth.choices, widget=forms.RadioSelect
    )
    locality = forms.BooleanField(label=_("Show my town"), required=False)
    photo = forms.BooleanField(label=_("Show my photo"), required=False)

    def __init__(self, *args, expert: Expert, kind: str, by: Actor, **kwargs) -> None:
        self.expert, self.kind, self.by = expert, kind, by
        choice = audience.choice_of(expert, kind)
        initial = {name: getattr(choice, name) for name in ("name", "alias", "birth", "locality", "photo")}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["alias"].readers = Audience.Kind(kind).label
        if expert.person.protected_address:
            del self.fields["locality"]
        if expert.photo is None:
            del self.fields["photo"]

    def act(self) -> Audience:
        """Raises `Refused`."""
        told = self.cleaned_data
        return audience.keep(
            self.expert,
            self.kind,
            self.by,
            name=told["name"],
            alias=told["alias"],
            birth=told["birth"],
            locality=told.get("locality", False),
            photo=told.get("photo", False),
        )


class PhotoForm(Asking):
    photo = forms.FileField(
        label=pgettext_lazy("audience", "Photo"),
        help_text=_("JPEG or PNG, at most 10 MB. The place and time that a phone hides in a photo are removed."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )
    words = GuardedCharField(
        label=_("The photo in words"),
        max_length=200,
        help_text=_("For those who do not see it, for example: Veera smiles on a forest path."),
        readers=_("those you show the photo to"),
    )

    def __init__(self, *args, expert: Expert, by: Actor, **kwargs) -> None:
        self.expert, self.by = expert, by
        super().__init__(*args, initial={"words": expert.photo_words}, **kwargs)

    def act(self) -> Expert:
        """Raises `Refused`."""
        upload = self.cleaned_data["photo"]
        if upload.size > expert_photo.LARGEST:
            content = b"\0" * (expert_photo.LARGEST + 1)
        else:
            content = upload.read()
        return expert_photo.put(self.expert, self.by, content, self.cleaned_data["words"])
