"""One's own details: what the office knows of me, and how it reaches me."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.forms.me import MyDetailsForm
from coordination.people.models import Person


@login_required
def show(request: HttpRequest) -> HttpResponse:
    person = Person.objects.filter(user=request.user).first()
    if person is None:
        raise Http404
    form = MyDetailsForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(Actor.of(request.user))
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("Your details are saved."))
            return redirect("me:details")
    address = EmailAddress.objects.filter(user=request.user, verified=True).first()
    return render(request, "people/me.html", {"form": form, "sign_in_address": address, "name": person.full_name})
