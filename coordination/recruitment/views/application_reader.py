"""Who reads an application: whoever has its link, or the signed-in applicant. An old link of a double leads to the one kept."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import translation

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import merging
from coordination.recruitment.models import Applicant

WITH = ("campaign__unit", "campaign__contact", "campaign__kick_off", "person__unit", "link")


def behind(token: str) -> Applicant | None:
    """The application of a living link, or None."""
    try:
        link = safe_link.find(token, "application")
    except Refused:
        return None
    found = Applicant.objects.filter(link=link).first()
    return Applicant.objects.select_related(*WITH).get(pk=merging.resolved(found).pk) if found else None


def own(request: HttpRequest, pk: int) -> Applicant:
    """The signed-in person's own; anybody else's is not found."""
    return get_object_or_404(Applicant.objects.own(request.user).select_related(*WITH), pk=pk)


def language(request: HttpRequest, applicant: Applicant) -> str:
    """The person's own, unless another was chosen on the page."""
    return translation.get_language() if "kieli" in request.GET else applicant.person.language
