"""What is done to a statement in the back office: a form of its own for each, back to the statement's page after it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import minutes_names
from councils.domain import statement as verbs
from councils.forms.statement import AnswerForm, CalledForm, CloseForm, InUseForm, WriteForm
from councils.forms.statement_forward import ForwardForm
from councils.models import AgendaItem, Council, Forwarding, Membership, Statement, Topic

from . import council_found


def found(request: HttpRequest, council: int, pk: int) -> Statement:
    """The statement, of a council the user leads; 404 for others."""
    board = council_found.led(request, council)
    row = get_object_or_404(
        Statement.objects.with_ways().prefetch_related("forwardings__recipient"), pk=pk, council=board
    )
    row.council = board
    return row


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, council: int) -> HttpResponse:
    """By itself, of an agenda item (`?item=`) or of a topic (`?topic=`)."""
    board = council_found.led(request, council)
    item = _own(AgendaItem, board, request.GET.get("item"))
    topic = _own(Topic, board, request.GET.get("topic"))
    by = Actor.of(request.user)
    form = WriteForm(_data(request), council=board, by=by, item=item, topic=topic)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The draft is kept. Nobody has got it yet."))
        return redirect(_page_of(form.made))
    return _draw(
        request,
        board,
        form,
        title=_("A new idea or statement"),
        intro=_("Write it as the council said it. It stays a draft until you take it further."),
        button=_("Keep the draft"),
        back=reverse("council_statement:index", args=[board.pk]),
        about=item.title if item else topic,
    )


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    row = found(request, council, pk)
    form = WriteForm(_data(request), council=row.council, by=Actor.of(request.user), statement=row)
    intro = (
        ""
        if row.status == Statement.Status.DRAFT
        else _("It has been taken further: its words stay as they were sent.")
    )
    facts = {"title": _("Change"), "button": pgettext("statement", "Keep the changes"), "intro": intro}
    return _ask(request, row, form, done=_("The changes are kept."), **facts)


@require_http_methods(["GET", "POST"])
@never_cache
def forward(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """To one recipient at a time; the page tells who will be told."""
    row = found(request, council, pk)
    form = ForwardForm(_data(request), statement=row, by=Actor.of(request.user))
    members = Membership.objects.open().filter(council=row.council).count()
    told = _(
        "The recipient gets the words below and a link of their own to answer. %(count)s members and the leaders are told."
    ) % {"count": members}
    if named := minutes_names.in_statement(row):
        told += " " + _("These words look like members' names: %(words)s.") % {"words": ", ".join(named)}
    return _ask(
        request,
        row,
        form,
        title=_("Take it further"),
        intro=told,
        button=pgettext("statement", "Send it"),
        done=_("It is on its way, and the council is told."),
        words=row,
    )


@require_http_methods(["GET", "POST"])
@never_cache
def answer(request: HttpRequest, council: int, pk: int, way: int) -> HttpResponse:
    """An answer from the phone, from paper, from a meeting."""
    row = found(request, council, pk)
    taken = _way(row, way)
    title = _("Correct the answer") if taken.answer else _("Write down an answer")
    return _ask(
        request,
        row,
        AnswerForm(_data(request), way=taken, by=Actor.of(request.user)),
        title=title,
        intro=_("%(title)s answers: “%(statement)s”.") % {"title": taken.recipient_title, "statement": row.title},
        button=_("Keep the answer"),
        done=_("The answer is kept, and the council is told."),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def called(request: HttpRequest, council: int, pk: int, way: int) -> HttpResponse:
    row = found(request, council, pk)
    taken = _way(row, way)
    return _ask(
        request,
        row,
        CalledForm(_data(request), way=taken, by=Actor.of(request.user)),
        title=_("I have called"),
        intro=", ".join(part for part in (taken.recipient_title, taken.recipient.full_name) if part),
        phone=taken.recipient.phone,
        button=_("Keep the call"),
        done=_("The call is kept."),
        other=(
            reverse("council_statement:answer", args=[row.council_id, row.pk, taken.pk]),
            _("The answer came at once"),
        ),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def in_use(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    row = found(request, council, pk)
    return _ask(
        request,
        row,
        InUseForm(_data(request), statement=row, by=Actor.of(request.user)),
        title=_("It is seen in the service"),
        intro=_("The members are told. No answer is waited for any more."),
        button=_("Tell the council"),
        done=_("The council is told."),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def close(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    row = found(request, council, pk)
    return _ask(
        request,
        row,
        CloseForm(_data(request), statement=row, by=Actor.of(request.user)),
        title=_("Close it"),
        intro=_("The members are told why. No answer is waited for any more."),
        button=pgettext("statement", "Close and tell"),
        done=_("It is closed, and the council is told."),
    )


@require_POST
def publish(request: HttpRequest, council: int, pk: int, way: int) -> HttpResponse:
    """The answer stands on the public page (`public=1`), or no longer."""
    row = found(request, council, pk)
    try:
        verbs.publish(_way(row, way), Actor.of(request.user), is_public=request.POST.get("public") == "1")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(_page_of(row))


def _ask(request: HttpRequest, row: Statement, form: forms.Form, *, done: str, **facts: object) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, done)
        return redirect(_page_of(row))
    return _draw(request, row.council, form, back=_page_of(row), **facts)


def _draw(request: HttpRequest, council: Council, form: forms.Form, **facts: object) -> HttpResponse:
    return render(request, "councils/backoffice/statement_ask.html", {"council": council, "form": form, **facts})


def _way(row: Statement, pk: int) -> Forwarding:
    return get_object_or_404(Forwarding.objects.select_related("recipient", "statement"), pk=pk, statement=row)


def _own(model: type, council: Council, key: str | None) -> object:
    return get_object_or_404(model, pk=key, council=council) if key and key.isdecimal() else None


def _page_of(row: Statement) -> str:
    return reverse("council_statement:page", args=[row.council_id, row.pk])


def _data(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None
