"""Orders in the back office: the board, an order's page with its matches, and what the coordinator does with an order."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.board import Board
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import booking_request as verbs
from experts.domain import cancellation
from experts.domain.booking_seat import waits_for_expert
from experts.domain.outcome_words import what_happens
from experts.forms.booking_request_change import ChangeForm
from experts.forms.cancellation import CancelForm
from experts.models import BookingRequest, Wish

from . import agreement_card, arrival, cause, concern, conversation, session
from . import booking_request_act as act
from . import booking_request_again as again
from . import booking_request_booking as bookings
from . import booking_request_found as found
from . import booking_request_list as board_list
from . import booking_request_match as match
from . import booking_request_offer as offers
from . import booking_request_page as page
from . import booking_request_replacement as replacement
from . import booking_request_session as sessions


class OrderBoard(Board):
    model = BookingRequest
    index_view_class = board_list.OrderIndexView
    index_template_name = "experts/backoffice/booking_request_list.html"
    name = "booking_request"
    url_prefix = "tilaukset"
    icon = "tasks"
    menu_label = pgettext_lazy("menu", "Orders")
    menu_order = 100
    add_to_admin_menu = True
    filterset_class = board_list.OrderFilter
    search_fields = ["number", "topic"]
    list_display = board_list.columns(lambda row: board.page_url(row))
    list_export = board_list.OrderIndexView.list_export
    export_headings = board_list.OrderIndexView.export_headings
    export_filename = board_list.OrderIndexView.export_filename
    default_ordering = "-sent_at"

    def queryset_for(self, user: User) -> QuerySet:
        return board_list.listed(user)

    def new_url(self) -> str:
        return reverse("booking_request:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", arrival.choose, name="new"),
            path("uusi/organisaatio/", arrival.new_body, name="new_body"),
            path("uusi/<int:unit>/yhteyshenkilo/", arrival.new_contact, name="new_contact"),
            path("uusi/<int:unit>/<int:person>/", arrival.new_for, name="new_for"),
            path("kesken/<int:pk>/", arrival.entry, name="entry"),
            path("kesken/<int:pk>/poista/", arrival.entry_discard, name="entry_discard"),
            path("<int:pk>/linkki/<str:act>/", arrival.order_link, name="order_link"),
            path("<int:pk>/", show, name="page"),
            path("asia/<str:kind>/<int:key>/", cause.lead, name="about"),
            path("<int:pk>/keskustelu/<str:box>/", conversation.show, name="conversation"),
            path("<int:pk>/laheta-uudelleen/", again.send, name="again"),
            path("<int:pk>/muuta/", change, name="change"),
            path("<int:pk>/peru/", cancel, name="cancel"),
            path("<int:pk>/ei-tekijaa/", unmatch, name="unmatch"),
            path("<int:pk>/vahvista/", bookings.confirm, name="confirm"),
            path("<int:pk>/tarjous/<int:offer>/vastaus/", offers.answer, name="answer"),
            path("<int:pk>/tarjous/<int:offer>/peru/", offers.withdraw, name="withdraw"),
            path("<int:pk>/keikka/<int:booking>/sopimus/<str:party>/", bookings.agree, name="agree"),
            path("<int:pk>/keikka/<int:booking>/purku/<str:party>/", bookings.debrief, name="debrief"),
            path("<int:pk>/keikka/<int:booking>/pidettiinko/", bookings.outcome, name="outcome"),
            path("<int:pk>/keikka/<int:booking>/kerrat/", session.held, name="held"),
            path("<int:pk>/keikka/<int:booking>/kortti/", agreement_card.card, name="card"),
            path("<int:pk>/keikka/<int:booking>/taustoitus/", agreement_card.briefing, name="briefing"),
            path("<int:pk>/keikka/<int:booking>/kohtelu/", concern.by_phone, name="concern"),
            path("<int:pk>/keikka/<int:booking>/peru/", bookings.cancel, name="booking_cancel"),
            path("<int:pk>/lupa/", sessions.permission, name="permission"),
            path("<int:pk>/keikka/<int:booking>/kerta/<int:session>/peru/", sessions.cancel, name="session_cancel"),
            path(
                "<int:pk>/keikka/<int:booking>/kerta/<int:session>/mita-tapahtui/", sessions.tell, name="session_tell"
            ),
            path("<int:pk>/keikka/<int:booking>/kerta/<int:session>/siirra/", sessions.move, name="session_move"),
            path("<int:pk>/siirto/<int:answer>/", sessions.answer, name="time_answer"),
            path("<int:pk>/siirto/<int:change>/peru/", sessions.withdraw, name="time_withdraw"),
            path("<int:pk>/tilalle/kysy/", replacement.ask, name="replacement_ask"),
            path("<int:pk>/tilalle/vahvista/", replacement.confirm, name="replacement_confirm"),
            path("<int:pk>/purku/<int:debrief>/hoidettu/", bookings.see_to, name="see_to"),
        ]


@never_cache
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The order's page; POST makes the offers ticked on it."""
    order = found.readable(request, pk)
    may_act = found.may_act(request, order)
    if request.method == "POST" and not may_act:
        raise PermissionDenied
    prefetch_related_objects([order], "times", "areas", "roles")
    panel = match.panel(request, order) if may_act and waits_for_expert(order) else None
    if request.method == "POST" and panel and panel.form.is_valid() and (made := panel.form.save()):
        messages.success(request, _offered(len(made)))
        return redirect(board.page_url(order))
    context = page.facts(request, order)
    subjects = {*context["subjects"], *(panel.subjects if panel else [])}
    access.record(
        request.user, AccessEntry.Action.VIEW, f"experts.bookingrequest:{order.number}", subjects=sorted(subjects)
    )
    context["talk"] = conversation.entries(order, Actor.of(request.user))
    context |= arrival.card(order)
    context |= sessions.shown(request, order)
    context |= {"replacement": replacement.shown(order, panel.form.matches if panel else [])}
    context |= {"panel": panel, "may_act": may_act, "form": panel.form if panel else None}
    return render(request, "experts/backoffice/booking_request_page.html", context)


def _offered(count: int) -> str:
    words = ngettext(
        "The offer is on its way to %(count)s expert.", "The offers are on their way to %(count)s experts.", count
    )
    return words % {"count": count}


@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """The coordinator changes what the orderer asks to change."""
    order = found.to_act(request, pk)
    wishes = Wish.objects.filter(booking_request=order).select_related("expert__person")
    wished = [(wish.expert, wish.expert.person.full_name) for wish in wishes]
    data = request.POST if request.method == "POST" else None
    return act.ask(
        request,
        order,
        ChangeForm(data, order=order, actor=Actor.of(request.user), wished=wished),
        lambda form: form.save(),
        title=_("Change the order"),
        intro=_("Those whom the change concerns are told."),
        button=_("Keep the change"),
        done=_("The change is kept, and those whom it concerns are told."),
    )


@never_cache
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole order, for its orderer or by the office."""
    order = found.to_act(request, pk)
    form = CancelForm(
        request.POST if request.method == "POST" else None,
        outcome=partial(cancellation.outcome, order),
        verb=partial(cancellation.cancel, order, Actor.of(request.user)),
    )
    return act.ask(
        request,
        order,
        form,
        lambda sound: sound.save(),
        title=_("Cancel the whole order"),
        happens=what_happens(form.outcome),
        button=_("Cancel the order"),
        done=_("The order has been cancelled, and everyone is told."),
        danger=True,
    )


@never_cache
def unmatch(request: HttpRequest, pk: int) -> HttpResponse:
    order = found.to_act(request, pk)
    return act.ask(
        request,
        order,
        act.SureForm(request.POST if request.method == "POST" else None),
        lambda form: verbs.mark_unmatched(order, Actor.of(request.user)),
        title=_("Nobody found yet"),
        intro=_(
            "The orderer is told that nobody has been found and is asked for more possible times. The order stays on your list."
        ),
        button=_("Tell the orderer"),
        done=_("The orderer is told. The order stays on your list."),
    )


board = OrderBoard()
