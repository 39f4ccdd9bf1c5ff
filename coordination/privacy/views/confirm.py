"""Yes, still: one consent on one page, signed in or by a link. GET shows, POST answers; never several at once (L-02)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.privacy.domain import consent as verbs
from coordination.privacy.domain import consent_page, consent_renewal
from coordination.privacy.models import Consent


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def show(request: HttpRequest, purpose: str) -> HttpResponse:
    """One's own consent, at the screen."""
    rows = Consent.objects.filter(person__user=request.user, purpose=purpose, withdrawn_at=None)
    consent = get_object_or_404(rows.select_related("person__unit"))
    if request.method == "POST":
        return _answered(request, consent, Actor.of(request.user)) or redirect("privacy:mine")
    return render(request, "privacy/confirm.html", _context(consent))


@require_http_methods(["GET", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The consent of a link, in its person's language. After the answer the same link tells how it stands."""
    try:
        link = safe_link.find(token, "consent")
    except Refused:
        return render(request, "privacy/link_gone.html", status=404)
    asked = Consent.objects.filter(link=link).select_related("person__unit").first()
    if asked is None:
        raise Http404
    with translation.override(asked.person.language):
        if request.method == "POST":
            if asked.withdrawn_at is None:
                safe_link.use(link)
                _answered(request, asked, Actor.by_link(asked.person))
            return redirect(request.get_full_path())
        return render(request, "privacy/confirm_by_link.html", _context(asked))


def _answered(request: HttpRequest, consent: Consent, by: Actor) -> HttpResponse | None:
    try:
        if request.POST.get("answer") == "yes":
            consent_renewal.renew(consent, by)
            messages.success(request, _("Thank you. Your consent goes on."))
        elif request.POST.get("answer") == "no":
            verbs.withdraw(consent.person, consent.purpose, by)
            messages.success(request, _("Your consent has ended. It works at once, and you need not tell why."))
    except Refused as refusal:
        messages.error(request, refusal.message)


def _context(consent: Consent) -> dict:
    """How the purpose stands now: what was asked may have been answered since."""
    standing = next(
        each
        for each in consent_page.standings(consent.person, translation.get_language())
        if each.purpose == consent.purpose
    )
    newest = standing.consent
    return {
        "consent": consent,
        "standing": standing,
        "words": consent_page.newest_words(consent.purpose, translation.get_language()),
        "waits": consent.withdrawn_at is None,
        "renewed": newest if consent.withdrawn_at and newest and standing.in_force else None,
        "languages": [],
    }
