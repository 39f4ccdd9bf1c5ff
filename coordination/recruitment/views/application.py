"""One's application: where it stands, withdrawing behind a question, correcting. Behind a personal link or signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.recruitment.domain import keeping, steps, withdrawing
from coordination.recruitment.forms.applicant import CorrectForm
from coordination.recruitment.models import Applicant, Interview

from . import application_reader

Status = Applicant.Status


SIGNED_IN = {"": "recruitment:application", "times": "recruitment:my_time"}
"""Pages of a signed-in applicant that go by other names than the rest."""


@dataclass(frozen=True)
class Reader:
    """Who reads, and where the pages of this application are: behind its link or under one's own matters."""

    row: Applicant
    by: Actor
    token: str = ""

    @property
    def base(self) -> str:
        return "public/base.html" if self.token else "portal/base.html"

    def url(self, page: str) -> str:
        """The address of the page; "" where another part of recruitment has not made it."""
        name = f"application_{page}_link" if page else "application_link"
        signed_in = SIGNED_IN.get(page, f"recruitment:application_{page}")
        try:
            return reverse(name, args=[self.token]) if self.token else reverse(signed_in, args=[self.row.pk])
        except NoReverseMatch:
            return ""


Page = Callable[[HttpRequest, Reader], HttpResponse]


def show(request: HttpRequest, reader: Reader) -> HttpResponse:
    doors, reach = list(_doors(reader)), _reach(reader)
    row = steps.shown(reader.row)
    context = {
        "steps": steps.steps(row),
        "next_words": steps.next_words(row),
        "doors": doors,
        "reach": reach,
        "withdraw_url": reader.url("withdraw") if steps.may_withdraw(row) else "",
        "correct_url": reader.url("correct") if steps.may_withdraw(row) else "",
    }
    return drawn(request, reader, "recruitment/application/show.html", context)


def withdraw(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The question first; the answer is a press, and no reason is asked."""
    refusal = None
    if request.method == "POST":
        try:
            withdrawing.withdraw(reader.row, reader.by)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("You have withdrawn. Thank you for telling."))
            return redirect(reader.url(""))
    return drawn(request, reader, "recruitment/application/withdraw.html", {"refusal": refusal})


def correct(request: HttpRequest, reader: Reader) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = CorrectForm(data, applicant=reader.row, by=reader.by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Your details are corrected."))
        return redirect(reader.url(""))
    return drawn(request, reader, "recruitment/application/correct.html", {"form": form})


@require_safe
@never_cache
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """All one's own, also those that are over; a single one opens at once."""
    rows = [steps.shown(row) for row in Applicant.objects.own(request.user).select_related("campaign")]
    if len(rows) == 1:
        return redirect("recruitment:application", rows[0].pk)
    return render(request, "recruitment/application/mine.html", {"rows": rows})


def linked(page: Page, *methods: str) -> Callable[..., HttpResponse]:
    """The page behind the personal link, in the language of its person."""

    @wraps(page)
    @require_http_methods(["GET", "HEAD", *methods])
    @never_cache
    def view(request: HttpRequest, token: str) -> HttpResponse:
        row = application_reader.behind(token)
        if row is None:
            return render(request, "recruitment/application/gone.html", status=410)
        if request.method == "POST":
            safe_link.use(row.link)
        with translation.override(application_reader.language(request, row)):
            try:
                return page(request, Reader(row, Actor.by_link(row.person), token))
            except Applicant.DoesNotExist:  # erased by the clock between the look and the press
                return render(request, "recruitment/application/gone.html", status=410)

    return view


def signed_in(page: Page, *methods: str) -> Callable[..., HttpResponse]:
    @wraps(page)
    @require_http_methods(["GET", "HEAD", *methods])
    @never_cache
    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = application_reader.own(request, pk)
        return page(request, Reader(row, Actor.of(request.user)))

    return view


def drawn(request: HttpRequest, reader: Reader, template: str, context: dict) -> HttpResponse:
    contact = reader.row.campaign.contact
    helper = {"helper": {"name": contact.first_name, "phone": contact.phone}} if contact.phone else {}
    frame = {"base": reader.base, "row": reader.row, "campaign": reader.row.campaign, "home": reader.url("")}
    return render(request, template, {**frame, **helper, **context})


def _doors(reader: Reader):
    """The pages of other parts of recruitment, where something waits there."""
    row = reader.row
    waiting = row.interviews.filter(status__in=(Interview.Status.ASKED, Interview.Status.AGREED)).first()
    if waiting and reader.url("times"):
        is_asked = waiting.status == Interview.Status.ASKED
        yield {
            "url": reader.url("times"),
            "name": _("Choose a time to talk") if is_asked else _("See the time we talk"),
        }
    is_offered = row.place_offered_at and row.status in (Status.SELECTED, Status.RESERVE, Status.LATER)
    if is_offered and reader.url("place"):
        yield {"url": reader.url("place"), "name": _("Answer: do you take the place?")}
    elif keeping.is_ending(row):
        yield {"url": reader.url("keep"), "name": _("Answer: do we keep you in mind longer?")}


def _reach(reader: Reader) -> list[tuple[str, str]]:
    """How the person is reached. Behind a link only so much that one knows one's own."""
    person = reader.row.person
    hide = _hidden if reader.token else str
    address = " ".join(filter(None, [person.street, person.postcode, person.town]))
    return [
        (_("E-mail"), hide(person.email)),
        (_("Phone"), hide(person.phone)),
        (_("Postal address"), hide(address)),
        (_("Messages come by"), person.get_channel_display()),
    ]


def _hidden(text: str) -> str:
    """The first two signs and the last: a link may be seen by somebody else."""
    return f"{text[:2]}…{text[-1:]}" if text else ""


by_link, withdraw_by_link, correct_by_link = linked(show), linked(withdraw, "POST"), linked(correct, "POST")
own, own_withdraw, own_correct = signed_in(show), signed_in(withdraw, "POST"), signed_in(correct, "POST")
