"""The outbox in the back office: what was sent, what will be, what went wrong, and what to do about it."""

from __future__ import annotations

from datetime import timedelta

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from coordination.foundation import clock
from coordination.foundation.board import Board, MomentColumn
from coordination.foundation.refused import Refused
from coordination.messaging.domain import catalogue, letter, message, outbox
from coordination.messaging.models import Message
from coordination.messaging.permissions.message import may_handle
from coordination.people.actor import Actor
from coordination.people.models import Person

from . import again, call, channel


class OutboxFilter(WagtailFilterSet):
    waiting = django_filters.ChoiceFilter(
        label=_("What to show"),
        method="by_need",
        choices=[("care", _("Waits for you")), ("going", _("On its way")), ("gone", pgettext_lazy("messages", "Sent"))],
    )

    class Meta:
        model = Message
        fields = ["waiting", "status", "channel"]

    def by_need(self, rows, name: str, value: str):
        states = {
            "care": [Message.Status.FAILED, Message.Status.UNCERTAIN, Message.Status.BY_HAND],
            "going": [Message.Status.QUEUED, Message.Status.SENDING, Message.Status.GATHERED],
            "gone": [Message.Status.SENT],
        }[value]
        return rows.filter(status__in=states)


class OutboxBoard(Board):
    model = Message
    index_view_class = channel.OutboxIndexView
    index_template_name = "messaging/backoffice/outbox.html"
    name = url_prefix = "outbox"
    icon = "mail"
    menu_label = pgettext_lazy("menu", "Outbox")
    menu_order = 300
    add_to_admin_menu = True
    filterset_class = OutboxFilter
    search_fields = ["subject", "person__last_name", "person__first_name", "about"]
    list_display = [
        TitleColumn("subject", label=_("Subject"), get_url=lambda row: outbox_board.page_url(row)),
        Column("person", label=_("To whom"), accessor="person.full_name"),
        Column("channel", label=_("Channel"), accessor="get_channel_display"),
        StatusTagColumn(
            "status",
            label=pgettext_lazy("message", "State"),
            accessor="get_status_display",
            primary=lambda row: row.status == "sent",
        ),
        MomentColumn("queued_at", label=_("Written"), sort_key="queued_at"),
        MomentColumn("done_at", label=_("Left"), sort_key="done_at"),
    ]
    default_ordering = "-queued_at"
    # Whoever looks after the outbox may try whether mail leaves: it goes to oneself.
    page_rights = {"trial": "view"}

    def queryset_for(self, user):
        return Message.objects.visible_to(user).select_related("person")

    def pages(self) -> list[URLPattern]:
        return [
            path("koe/", send_trial, name="trial"),
            path("soitot/", call.show, name="calls"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/uudelleen/", again.send, name="again"),
            path("<int:pk>/<str:act>/", handle, name="act"),
        ]


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One message as its reader gets it; the links in it stay unseen."""
    row = _found(request, pk)
    return render(
        request,
        "messaging/backoffice/message.html",
        {
            "message": row,
            "body": _readable(request, row),
            "acts": acts(row),
            "may_again": again.may_send_again(row),
            **channel.facts(request.user, row),
        },
    )


def _readable(request: HttpRequest, row: Message) -> str:
    """The words, save those of one person to another: main users look after the outbox and need them not."""
    kind = catalogue.of(row.kind)
    if kind and kind.private and not may_handle(request.user, row):
        return _("Only whoever posts or tells this message sees its words.")
    return letter.concealed(row.body)


OTHERWISE = {Message.Status.BY_HAND, Message.Status.FAILED, Message.Status.UNCERTAIN, Message.Status.STOPPED}
ACTS = {
    "laheta": (
        message.send_again,
        _("Send again"),
        {Message.Status.FAILED, Message.Status.UNCERTAIN, Message.Status.STOPPED},
    ),
    "pysayta": (message.stop, _("Do not send"), {Message.Status.QUEUED, Message.Status.BY_HAND, Message.Status.FAILED}),
    "tehty": (message.mark_done, _("It has been told"), {Message.Status.BY_HAND, Message.Status.UNCERTAIN}),
    "soita": (message.tell_by_phone, _("Tell by phone instead"), OTHERWISE),
    "kirje": (message.send_by_post, _("Send as a letter instead"), OTHERWISE),
}
BY_ACT = {"soita": Person.Channel.PHONE, "kirje": Person.Channel.POST}


def acts(row: Message) -> list[tuple[str, object]]:
    """What may be done with the message as it stands."""
    return [
        (name, label)
        for name, (__, label, states) in ACTS.items()
        if row.status in states and BY_ACT.get(name) != row.channel
    ]


@require_POST
def handle(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    row = _found(request, pk)
    if not may_handle(request.user, row) or act not in ACTS:
        raise PermissionDenied
    try:
        ACTS[act][0](row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Done. The message is now: %(state)s.") % {"state": row.get_status_display()})
    return redirect(outbox_board.get_url_name("page"), pk)


@require_POST
def send_trial(request: HttpRequest) -> HttpResponse:
    """A message to oneself: whether mail leaves as it should."""
    person = request.user.as_person()
    if person is None or person.channel != Person.Channel.EMAIL:
        messages.error(request, _("You have no e-mail address here, so there is nowhere to send a trial message."))
    else:
        minute = int(clock.now().timestamp() // 60)
        outbox.queue(
            "messaging.trial",
            to=person,
            context={},
            about=person,
            version=minute,
            valid_until=clock.now() + timedelta(hours=1),
        )
        messages.success(request, _("A trial message to you is in the outbox."))
    return redirect(outbox_board.get_url_name("index"))


def _found(request: HttpRequest, pk: int) -> Message:
    return get_object_or_404(Message.objects.visible_to(request.user).select_related("person__unit", "letter"), pk=pk)


outbox_board = OutboxBoard()
