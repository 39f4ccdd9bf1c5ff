"""One's wishes for notices behind the link that stands under them: GET shows, POST acts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
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

ONE_CLICK = {"List-Unsubscribe": ["One-Click"]}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        link = safe_link.find(token, notice.PURPOSE)
    except Refused:
        return render(request, "messaging/notice_gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
        return _page(request, link)


# RFC 8058: the mail program itself posts these two words when its reader presses "unsubscribe", and it has no cookie to
# show. Whoever has the token may switch off this group of notices and nothing else; any other body is refused.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def one_click(request: HttpRequest, token: str, group: str) -> HttpResponse:
    """POST switches off by the mail program's press; GET leads to the page of wishes."""
    try:
        link = safe_link.find(token, notice.PURPOSE)
    except Refused:
        return render(request, "messaging/notice_gone.html", status=410)
    if request.method != "POST":
        return redirect(f"{safe_link.path_of(link)}?ryhma={group}")
    if dict(request.POST.lists()) != ONE_CLICK or not _groups(link, group):
        return HttpResponseBadRequest()
    _switch_off(link, group)
    return HttpResponse(status=204)


def _page(request: HttpRequest, link: SafeLink) -> HttpResponse:
    group = request.GET.get("ryhma", notice.ALL)
    if request.method == "POST" and "off" in request.POST:
        _switch_off(link, group)
        return _done(request, link, _("These messages no longer come to you. You may turn them on again below."))
    form = NoticeForm(request.POST if request.method == "POST" else None, person=link.person)
    if request.method == "POST" and form.is_valid():
        form.save(Actor.by_link(link.person))
        return _done(request, link, _("Your wishes are saved."))
    meant = [Notice(each).label for each in _groups(link, group)] if "ryhma" in request.GET else []
    return render(request, "messaging/notice.html", {"form": form, "person": link.person, "meant": meant})


def _switch_off(link: SafeLink, group: str) -> None:
    wishes = dict.fromkeys(_groups(link, group), NoticePace.Pace.NEVER)
    notice.choose(link.person, Actor.by_link(link.person), wishes)


def _done(request: HttpRequest, link: SafeLink, told: str) -> HttpResponse:
    safe_link.use(link)
    messages.success(request, told)
    return redirect(safe_link.path_of(link))


def _groups(link: SafeLink, which: str) -> list[str]:
    """The groups the pressed link is about: one, or under a digest all."""
    groups = notice.groups_for(link.person)
    return groups if which == notice.ALL else [group for group in Notice.values if group == which]
