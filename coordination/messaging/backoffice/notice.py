"""A person's wishes for notices, written down by the coordinator on their behalf."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from coordination.foundation.board import asking
from coordination.messaging.forms.notice import NoticeForm
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page, found


def show(request: HttpRequest, pk: int) -> HttpResponse:
    person = found.person(request, pk)
    form = NoticeForm(form_page.posted(request), person=person)
    return form_page.run(
        request,
        form,
        lambda data: form.save(Actor.of(request.user).acting_for(person)),
        title=_("Which messages come to %(name)s") % {"name": person.full_name},
        intro=_("Offers, confirmations, changes, cancellations and sign-in codes always come at once."),
        button=_("Save the wishes"),
        back=reverse("people_person:page", args=[pk]),
        done=_("The wishes are saved."),
    )


urlpatterns: list[URLPattern] = [
    path("<int:pk>/", asking(show, "people.view_person", "people.change_person"), name="person"),
]
