"""Ordering from the public site without an account: the form with its draft, "look in your mail", and the confirmation."""

from __future__ import annotations

import hashlib
import hmac
import re

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.fees.domain import consequence, consequence_words
from coordination.fees.models import Consequence
from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.models import Unit
from experts.domain import outside_order as verbs
from experts.domain.audience import shown_as
from experts.domain.booking_request_content import MOST_WISHES
from experts.forms.order_link import AskLinkForm
from experts.forms.outside_order import OutsideOrderForm, began
from experts.forms.outside_order_task import TIMES
from experts.models import Audience, Expert, OutsideOrder

from . import outside_order_facts as facts

DRAFT = "outside_order"
NOT_KEPT = {"csrfmiddlewaretoken", "trap", "began", "accepts"}
LONGEST = 5000
KEY = re.compile(r"[0-9A-Za-z_-]{1,64}")
MOST_KEPT = 40_000
"""Signs of one draft: more than all the boxes take, and too few to fill our disk with."""


@require_http_methods(["GET", "POST"])
@never_cache
def write(request: HttpRequest) -> HttpResponse:
    """The form. `?toive=<public_key>` brings up to three wishes; what was typed is kept in this browser's session."""
    receivers = verbs.receivers()
    if not receivers:
        return render(request, "experts/outside_order/closed.html")
    if request.method == "POST":
        if not _is_one_too_many(request):
            _keep(request)
        form = OutsideOrderForm(request.POST, receivers=receivers, wished=_wished(request))
        if form.is_trapped:
            # A machine learns nothing: it is answered as everybody, and nothing is kept.
            return redirect("outside:sent")
        if form.is_valid() and _may_send(request, form) and _saved(form):
            return redirect("outside:sent")
    else:
        form = _begun(request, receivers)
    context = {
        "form": form,
        "began": _began(form),
        "groups": form.groups(),
        "is_kept": DRAFT in request.session,
        "cancelling": _cancelling(receivers[0]),
    }
    return render(request, "experts/outside_order/write.html", context)


@require_POST
@never_cache
def keep(request: HttpRequest) -> JsonResponse:
    """Keeps the draft while one types. A text with an identity code is not kept, and 422 tells so."""
    if _is_one_too_many(request):
        return JsonResponse({"ok": False, "errors": {}}, status=429)
    refused = _keep(request)
    errors = dict.fromkeys(refused, str(identity_code.MESSAGE))
    return JsonResponse({"ok": not errors, "errors": errors}, status=422 if errors else 200)


@require_POST
def empty(request: HttpRequest) -> HttpResponse:
    """Throws the draft away."""
    request.session.pop(DRAFT, None)
    return redirect("outside:write")


@require_safe
@never_cache
def sent(request: HttpRequest) -> HttpResponse:
    """Look in your mail: the same words whatever was sent."""
    return render(request, "experts/outside_order/sent.html")


@require_http_methods(["GET", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what was written, POST sends it on its way: a mail scanner that opens the link does nothing."""
    try:
        row = verbs.find(token)
    except Refused:
        return render(request, "experts/outside_order/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else row.person.language):
        return _confirmed(request, row) if request.method == "POST" else _asked(request, row)


@require_http_methods(["GET", "POST"])
@never_cache
def renew(request: HttpRequest) -> HttpResponse:
    """A new link to an order's own address. The answer is the same whether number and address belong together or not."""
    form = AskLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="order_link_sender", key=_sender(request)):
            form.add_error(None, _("Too many tries. Wait an hour, or call us."))
            return render(request, "experts/outside_order/renew.html", {"form": form}, status=429)
        # Nobody's mailbox is filled, and no link shut over and over, by whoever knows a number and an address.
        if ratelimit.consume(request, action="order_link_order", key=form.which()):
            form.save()
        return render(request, "experts/outside_order/renewed.html")
    return render(request, "experts/outside_order/renew.html", {"form": form})


def _cancelling(receiver: Unit) -> list[str]:
    """The rule of cancelling in words, the mildest line first."""
    table = consequence.table_for(receiver, Consequence.Event.CANCELLED_BY_ORDERER)
    words = [
        {"notice": capfirst(consequence_words.notice(row)), "share": consequence_words.share(row)} for row in table
    ]
    return [_("%(notice)s: %(share)s.") % line for line in words]


def _began(form: OutsideOrderForm) -> str:
    """When the page was first opened; a form that is asked again keeps its moment."""
    first = form.data.get("began") if form.is_bound and "began" not in form.errors else ""
    return first or began()


def _asked(request: HttpRequest, row: OutsideOrder, refusal: Refused | None = None) -> HttpResponse:
    try:
        groups = facts.facts(row)
    except Refused as now:
        # What was asked cannot be ordered any more: nothing to look through, but why and what to do instead.
        groups, refusal = [], now
    context = {"row": row, "groups": groups, "refusal": refusal}
    return render(request, "experts/outside_order/confirm.html", context, status=409 if refusal else 200)


def _confirmed(request: HttpRequest, row: OutsideOrder) -> HttpResponse:
    try:
        order = verbs.confirm(row)
    except Refused as refusal:
        return _asked(request, row, refusal)
    request.session.pop(DRAFT, None)
    words = _("The order %(number)s is on its way to %(name)s. This page is yours: its address came to you by e-mail.")
    messages.success(request, words % {"number": order.number, "name": order.coordinator.first_name})
    return redirect(safe_link.path_of(order.arrival.link))


def _saved(form: OutsideOrderForm) -> bool:
    try:
        form.save()
    except Refused as refused:
        refused.as_form_error(form)
        return False
    return True


def _may_send(request: HttpRequest, form: OutsideOrderForm) -> bool:
    """So many orders an hour from one sender, so many a day for one address, known to us or not."""
    sender = ratelimit.consume(request, action="outside_order_sender", key=_sender(request))
    if sender and ratelimit.consume(request, action="outside_order_address", key=form.cleaned_data["email"]):
        return True
    form.add_error(None, _("Many orders have been sent in a short while. Wait an hour, or call us."))
    return False


def _sender(request: HttpRequest) -> str:
    """A keyed digest in the place of the sender's address."""
    return hmac.new(settings.LINK_KEY.encode(), f"sender:{get_ip(request)}".encode(), hashlib.sha256).hexdigest()


def _is_one_too_many(request: HttpRequest) -> bool:
    """A new draft is a new row of ours: so many an hour from one sender. Going on with one's own is always free."""
    return DRAFT not in request.session and not ratelimit.consume(
        request, action="outside_order_draft", key=_sender(request)
    )


def _keep(request: HttpRequest) -> list[str]:
    """Put what was posted into the session, save what holds an identity code. Returns the names of what was not kept."""
    known = {*OutsideOrderForm.base_fields} - NOT_KEPT
    draft, refused, left = {}, [], MOST_KEPT
    for name, values in request.POST.lists():
        if name in NOT_KEPT or not (name in known or name.rpartition("_")[0] in TIMES):
            continue
        said = [value[:LONGEST] for value in values[:50]]
        left -= len(name) + sum(map(len, said))
        if any(identity_code.find(value) for value in said):
            refused.append(name)
        elif left >= 0:
            draft[name] = said
    request.session[DRAFT] = draft
    return refused


def _begun(request: HttpRequest, receivers: list) -> OutsideOrderForm:
    wished = _wished(request)
    draft = request.session.get(DRAFT)
    if draft:
        data = QueryDict(mutable=True)
        for name, values in draft.items():
            data.setlist(name, values)
        data.setlist("wishes", [key for key, __ in wished])
        return OutsideOrderForm(data, receivers=receivers, wished=wished).as_written()
    initial = {"languages": translation.get_language(), "wishes": [key for key, __ in wished]}
    return OutsideOrderForm(receivers=receivers, wished=wished, initial=initial)


def _wished(request: HttpRequest) -> list[tuple[str, str]]:
    """The public experts of the form, the draft and the address, each by key and public name; other keys fall away."""
    draft = request.session.get(DRAFT) or {}
    asked = request.POST.getlist("wishes") if request.method == "POST" else draft.get("wishes", [])
    posted = [key for key in [*asked, *request.GET.getlist("toive")] if KEY.fullmatch(key)]
    keys = list(dict.fromkeys(posted))[:MOST_WISHES]
    rows = Expert.objects.public().filter(public_key__in=keys).select_related("person", "photo")
    names = {row.public_key: shown_as(row, Audience.Kind.PUBLIC).name for row in rows.prefetch_related("audiences")}
    return [(key, names[key]) for key in keys if key in names]
