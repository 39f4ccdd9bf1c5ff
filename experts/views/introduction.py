"""Get to know the experts by experience: a page, a sheet and adverts for staff (CM-04)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation import square_code
from coordination.people.models import Unit
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import folder_sheet, introduction

from .client_choice import pdf_answer


@require_safe
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """What it is, how to order, what it costs, a few of the people, whom to call, adverts to copy."""
    unit = _home(request)
    cvs = introduction.presented(request.user, request.LANGUAGE_CODE)
    for cv in cvs:
        access.record(request.user, AccessEntry.Action.VIEW, f"experts.cv:{cv.key}", [cv.key])
    told = introduction.told(unit)
    context = {
        "told": told,
        "cvs": cvs,
        "address": _address(),
        "folder_address": settings.WAGTAILADMIN_BASE_URL + reverse("experts:folder"),
        "code": square_code.path(_address()),
    }
    return render(request, "experts/introduction/show.html", context)


@require_safe
@login_required
@never_cache
def sheet(request: HttpRequest) -> HttpResponse:
    """The page on paper for an office meeting; whose cards are on it is logged as taken out."""
    _home(request)
    cvs = introduction.presented(request.user, request.LANGUAGE_CODE)
    access.record(request.user, AccessEntry.Action.EXPORT, "experts.introduction", [cv.key for cv in cvs])
    return pdf_answer(
        folder_sheet.sheet(request.user, cvs, request.LANGUAGE_CODE), pgettext("file name", "experts-by-experience")
    )


@require_safe
@login_required
@never_cache
def advert(request: HttpRequest) -> HttpResponse:
    """An A4 for the notice board, without anybody's name but the coordinator's."""
    _home(request)
    body = folder_sheet.advert(request.user, request.LANGUAGE_CODE, _address(), square_code.modules(_address()))
    return pdf_answer(body, pgettext("file name", "advert"))


def _home(request: HttpRequest) -> Unit:
    unit = introduction.home_of(request.user)
    if unit is None:
        raise PermissionDenied(_("This page is for client-work employees and coordinators."))
    return unit


def _address() -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}/{get_language()}/"
