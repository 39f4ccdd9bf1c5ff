"""The short code beside a safe link: for those whose mail program breaks links, or who got a letter."""

from __future__ import annotations

from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code from the message"),
        help_text=_("Eight letters and numbers, for example AB23-CD45."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "class": "input input--short"}),
    )


@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """GET asks for the code, POST leads to what it opens; guessing is slowed down."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="safe_link_code"):
            form.add_error("code", _("Too many tries. Wait ten minutes, or call your coordinator."))
            return render(request, "messaging/code.html", {"form": form}, status=429)
        try:
            return redirect(safe_link.path_of(safe_link.find_by_code(form.cleaned_data["code"])))
        except Refused as refusal:
            refusal.as_form_error(form)
    return render(request, "messaging/code.html", {"form": form})
