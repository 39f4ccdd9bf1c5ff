"""What is done with a training group: its facts and times, who is in it, who has completed it, its beginning and end."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.asking import Asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from experts.domain import training_group as verbs
from experts.forms.training_group import CancelForm, CompleteForm, EnrolForm, GroupForm, TimesForm
from experts.models import TrainingGroup


def found(request: HttpRequest, pk: int) -> TrainingGroup:
    rows = TrainingGroup.objects.led_by(request.user).select_related("unit", "series")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    group = found(request, pk)
    form = GroupForm(form_page.posted(request), user=request.user, group=group)
    return _asked(request, group, form, _("Facts of the training"), pgettext("training", "Save the facts"), _("Saved."))


@require_http_methods(["GET", "POST"])
@never_cache
def times(request: HttpRequest, pk: int) -> HttpResponse:
    group = found(request, pk)
    form = TimesForm(form_page.posted(request), group=group, by=Actor.of(request.user))
    lead = _(
        "The times go to the calendars of those in the group, and they are told. Holidays move to the next working day."
    )
    done = _("The times are open, and those in the group are invited.")
    return _asked(request, group, form, _("Times of the training"), _("Make the times"), done, lead)


@require_http_methods(["GET", "POST"])
@never_cache
def enrol(request: HttpRequest, pk: int) -> HttpResponse:
    group = found(request, pk)
    form = EnrolForm(form_page.posted(request), group=group, by=Actor.of(request.user))
    return _asked(
        request, group, form, _("Who comes into the group"), _("Take into the group"), _("They are in the group now.")
    )


@require_http_methods(["GET", "POST"])
@never_cache
def complete(request: HttpRequest, pk: int) -> HttpResponse:
    group = found(request, pk)
    form = CompleteForm(form_page.posted(request), group=group, by=Actor.of(request.user))
    lead = _(
        "Each gets a certificate and a message. Nobody becomes active by this: that is your own press on the expert's page."
    )
    done = _("Noted. The certificates are ready, and each is told.")
    return _asked(request, group, form, _("Who has completed the training"), _("Note as completed"), done, lead)


@require_http_methods(["GET", "POST"])
@never_cache
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    group = found(request, pk)
    form = CancelForm(form_page.posted(request), group=group, by=Actor.of(request.user))
    lead = _("The times ahead are cancelled, and those invited are told why.")
    title, button = _("The training is not held"), _("Cancel the training")
    return _asked(request, group, form, title, button, _("The training is cancelled."), lead, danger=True)


def _take_chosen(group: TrainingGroup, by: Actor) -> object:
    return verbs.enrol(group, verbs.chosen(group), by)


PRESSES: dict[str, Callable[[TrainingGroup, Actor], object]] = {
    "aloita": verbs.start,
    "paata": verbs.end,
    "valitut": _take_chosen,
}


@require_POST
def press(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Begins (`aloita`), ends (`paata`), takes in all those chosen in the recruitment (`valitut`)."""
    group = found(request, pk)
    if act not in PRESSES:
        raise Http404
    try:
        made = PRESSES[act](group, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _done(act, made))
    return redirect("training_group:page", group.pk)


def _done(act: str, made: object) -> str:
    if act == "valitut":
        words = ngettext("%(count)s expert is in the group now.", "%(count)s experts are in the group now.", len(made))
        return words % {"count": len(made)}
    return _("The training has begun.") if act == "aloita" else _("The training has ended.")


def _asked(
    request: HttpRequest,
    group: TrainingGroup,
    form: Asking,
    title: str,
    button: str,
    done: str,
    lead: str = "",
    *,
    danger: bool = False,
) -> HttpResponse:
    back = reverse("training_group:page", args=[group.pk])
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, done)
        return redirect(back)
    context = {
        "form": form,
        "title": f"{title}: {group.names}",
        "button": button,
        "back": back,
        "intro": lead,
        "danger": danger,
    }
    return render(request, "people/backoffice/form.html", context)
