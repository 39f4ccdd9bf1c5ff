"""One's wishes for notices behind the link that stands under them: GET shows, POST acts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.messaging.domain import notice, safe_link
from coordination.messaging.domain.kind import Notice
from coordination.messaging.forms.notice import NoticeForm
from coordination.messaging.models import NoticePace, SafeLink
from coordination.people.actor import Actor

ONE_CLICK = ("List-Unsubscribe", "One-Click")


# The token is the key, and mail programs that switch off by one press (RFC 8058) have no cookie to show.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        link = safe_link.find(token, notice.PURPOSE)
    except Refused:
        return render(request, "messaging/notice_gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
        return _page(request, link)


def _page(request: HttpRequest, link: SafeLink) -> HttpResponse:
    by = Actor.by_link(link.person)
    name, value = ONE_CLICK
    if request.method == "POST" and (request.POST.get(name) == value or "off" in request.POST):
        notice.choose(link.person, by, dict.fromkeys(_meant(request, link), NoticePace.Pace.NEVER))
        return _done(request, link, _("These messages no longer come to you. You may turn them on again below."))
    form = NoticeForm(request.POST if request.method == "POST" else None, person=link.person)
    if request.method == "POST" and form.is_valid():
        form.save(by)
        return _done(request, link, _("Your wishes are saved."))
    meant = [Notice(group).label for group in _meant(request, link)] if "ryhma" in request.GET else []
    return render(request, "messaging/notice.html", {"form": form, "person": link.person, "meant": meant})


def _done(request: HttpRequest, link: SafeLink, told: str) -> HttpResponse:
    safe_link.use(link)
    messages.success(request, told)
    return redirect(safe_link.path_of(link))


def _meant(request: HttpRequest, link: SafeLink) -> list[str]:
    """The groups the pressed link is about: one, or under a digest all."""
    groups = notice.groups_for(link.person)
    which = request.GET.get("ryhma", notice.ALL)
    return groups if which == notice.ALL else [group for group in Notice.values if group == which]
