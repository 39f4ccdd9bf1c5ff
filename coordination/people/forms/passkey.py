from __future__ import annotations

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardsTexts


class AddPasskeyForm(GuardsTexts, AddWebAuthnForm):
    """A passkey here opens the service by itself: for some it is the only way in, so it is not left to a tick."""

    name = forms.CharField(label=_("Name of the device"), required=False, max_length=80)
    passwordless = forms.BooleanField(
        label=_("I sign in with this passkey alone"),
        help_text=_("Your device asks for your finger, your face or its code."),
        required=False,
        initial=True,
        disabled=True,
    )
