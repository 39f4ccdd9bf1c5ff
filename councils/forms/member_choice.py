"""A member's choices: who may read the name, how messages and papers come. Each tells what follows of it (CC-15, CC-29)."""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.forms.channel import ChoosesChannel
from coordination.people.models import Person
from councils.domain import member_way, membership
from councils.models import Membership

CHOICES = ("name_to_members", "name_in_public", "wants_papers", "open_subject")


class MemberChoiceForm(ChoosesChannel, forms.ModelForm):
    """`by` is the member, or a leader on the telephone with the member."""

    name_to_members = forms.BooleanField(
        label=_("The other members may read my name"),
        required=False,
        help_text=_("They see the first name and the first letter of the last one. Without this you are only counted."),
    )
    name_in_public = forms.BooleanField(
        label=_("My name may be told in public"),
        required=False,
        help_text=_("Anybody may then read on the council's public page that you are its member."),
    )
    wants_papers = forms.BooleanField(
        label=_("The papers come along with the e-mail"),
        required=False,
        help_text=_(
            "Whoever opens your e-mail can read them. Without this the mail tells the time and the place, and the papers wait behind your signing in. Confidential papers never come by e-mail."
        ),
    )
    open_subject = forms.BooleanField(
        label=_("The subject of a mail and the calendar may name the council"),
        required=False,
        help_text=_("Without this they say only “Meeting”: somebody may look over your shoulder."),
    )

    class Meta:
        model = Person
        fields = ["channel", "format"]
        widgets = {
            "channel": forms.RadioSelect(attrs={"class": "choices--one"}),
            "format": forms.RadioSelect(attrs={"class": "choices--one"}),
        }
        labels = {"channel": _("How do we send you messages?"), "format": _("In what form do you want papers?")}

    def __init__(self, *args: object, seat: Membership, by: Actor, **kwargs: object) -> None:
        initial = {name: getattr(seat, name) for name in CHOICES}
        super().__init__(*args, instance=Person.objects.get(pk=seat.person_id), initial=initial, **kwargs)
        self.seat, self.by = seat, by
        self.fields["format"].help_text = _(
            "Plain language: short sentences and common words. Large print: letters you see from afar."
        )

    def save(self) -> bool:
        """False where a verb refused; the reason stands on the form."""
        try:
            self._save()
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True

    @transaction.atomic
    def _save(self) -> None:
        sound = self.cleaned_data
        membership.choose(self.seat, self.by, **{name: sound[name] for name in CHOICES})
        seat = Membership.objects.select_related("person__unit", "council__unit").get(pk=self.seat.pk)
        member_way.choose(seat, self.by, channel=sound["channel"], form=sound["format"])
