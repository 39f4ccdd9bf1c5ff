"""A page that asks before it acts: GET shows the form, POST runs its verb, a refusal lands on the form."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from coordination.foundation.refused import Refused
from experts.models import BookingRequest


def ask(
    request: HttpRequest,
    order: BookingRequest,
    form: forms.BaseForm,
    verb: Callable[[forms.BaseForm], object],
    *,
    title: str,
    button: str,
    done: str,
    intro: str = "",
    happens: list[str] | None = None,
    danger: bool = False,
) -> HttpResponse:
    """`verb` takes the sound form; it may raise `Refused`, or return something false having put the reason on the form."""
    if request.method == "POST" and form.is_valid() and _done(form, verb):
        messages.success(request, done)
        return redirect("booking_request:page", order.pk)
    words = {"title": title, "button": button, "intro": intro, "happens": happens or [], "danger": danger}
    return render(request, "experts/backoffice/booking_request_form.html", {"form": form, "order": order, **words})


def _done(form: forms.BaseForm, verb: Callable[[forms.BaseForm], object]) -> bool:
    try:
        return verb(form) is not False and form.is_valid()
    except Refused as refusal:
        refusal.as_form_error(form)
        return False


class SureForm(forms.Form):
    """Nothing to write: the press is the answer."""
