"""Which notices come to me, and how."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.messaging.forms.notice import NoticeForm
from coordination.people.actor import Actor


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    person = request.user.as_person()
    if person is None:
        raise Http404
    form = NoticeForm(request.POST if request.method == "POST" else None, person=person)
    if request.method == "POST" and form.is_valid():
        form.save(Actor.of(request.user))
        messages.success(request, _("Your wishes are saved."))
        return redirect("portal:notices")
    trail = [{"name": _("My details"), "url": reverse("me:details")}]
    return render(request, "portal/notice.html", {"form": form, "trail": trail})
