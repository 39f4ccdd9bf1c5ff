"""One form on a page of the back office: GET shows it, POST runs the verb, a refusal lands on the form.

The views that use it ask for the model's permission first: to be in the back office is not enough.
"""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from coordination.foundation.refused import Refused


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when nothing was filled in; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def run(
    request: HttpRequest,
    form: forms.BaseForm,
    verb: Callable[[dict], object],
    *,
    title: str,
    button: str,
    back: str,
    done: str,
    intro: str = "",
    onward: Callable[[object], str] | None = None,
    danger: bool = False,
) -> HttpResponse:
    """`verb` takes the cleaned data and may raise `Refused`. `back` is an address; `onward` may choose another by
    what the verb returned. `done` is told after the redirect.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = verb(form.cleaned_data)
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, done)
            return redirect(onward(made) if onward else back)
    context = {"form": form, "title": title, "button": button, "back": back, "intro": intro, "danger": danger}
    return render(request, "people/backoffice/form.html", context)
