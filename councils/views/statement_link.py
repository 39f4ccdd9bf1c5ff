"""The recipient's own door: GET shows what the council says, POST looks the answer over and sends it. No account."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from councils.forms.statement import LinkAnswerForm
from councils.models import Forwarding, Staff, Statement


@require_http_methods(["GET", "POST"])
@never_cache
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """One recipient's page; what other recipients answered is never shown here."""
    try:
        link = safe_link.find(token, "statement")
        way = Forwarding.objects.select_related("statement__council", "recipient", "link").get(link=link)
    except (Refused, Forwarding.DoesNotExist):
        return render(request, "councils/statement/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else way.recipient.language):
        return _answer(request, way)


def _answer(request: HttpRequest, way: Forwarding) -> HttpResponse:
    form = LinkAnswerForm(request.POST if request.method == "POST" else None, way=way, by=Actor.by_link(way.recipient))
    is_preview = False
    if request.method == "POST" and form.is_valid():
        act = request.POST.get("act")
        if act == "send" and form.save():
            safe_link.use(way.link)
            messages.success(request, _("Thank you. The council has your answer."))
            return redirect(request.get_full_path())
        is_preview = act == "look"
    return render(request, "councils/statement/answer.html", _context(way, form, is_preview=is_preview))


def _context(way: Forwarding, form: LinkAnswerForm, *, is_preview: bool) -> dict:
    council = way.statement.council
    row = Staff.objects.open().filter(council=council).select_related("person").first()
    leader = row.person if row else None
    is_over = way.status == Forwarding.Status.CLOSED or way.statement.status == Statement.Status.CLOSED
    return {
        "way": way,
        "statement": way.statement,
        "council": council,
        "form": form,
        "is_preview": is_preview,
        "is_over": is_over,
        "said": form.data.get("text", "").strip() if is_preview else "",
        # Where no leader has a phone the frame names the office.
        **({"helper": {"name": leader.first_name, "phone": leader.phone}} if leader and leader.phone else {}),
    }
