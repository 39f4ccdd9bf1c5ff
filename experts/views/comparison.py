"""Two to four CVs side by side. The choice stands in the address, so that it can be kept and sent to a colleague."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.people.models import Role
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import comparison, shown_cv
from experts.domain.shown_cv import ShownCV

PICK = "compare"
"""The name of the ticks in the folder and in the address."""
ORDER = "tilaus"
"""The number of the order the client's choice is meant for, where there is one already."""
ONLY = "vain"
DIFFERING = "erot"
READERS = (Role.Kind.STAFF, Role.Kind.COORDINATOR)


@require_safe
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """The table; with one or five chosen, what to do about it. Each look is a look at each CV in the log (L-17)."""
    cvs = picked(request)
    if not comparison.LEAST <= len(cvs) <= comparison.MOST:
        context = {"cvs": [_head(cv, cvs) for cv in cvs], "too_many": len(cvs) > comparison.MOST, **links(request, cvs)}
        return render(request, "experts/comparison/choose.html", context)
    look(request, cvs)
    rows = comparison.rows(cvs)
    only_differing = request.GET.get(ONLY) == DIFFERING
    context = {
        "cvs": [_head(cv, cvs) for cv in cvs],
        "rows": [_row(row, cvs) for row in rows if row.differs or not only_differing],
        "differing": sum(row.differs for row in rows),
        "only_differing": only_differing,
        "gone": len(set(asked(request))) - len(cvs),
        "all_url": f"?{query(cvs)}",
        "differing_url": f"?{query(cvs, **{ONLY: DIFFERING})}",
        **links(request, cvs),
    }
    return render(request, "experts/comparison/show.html", context)


def asked(request: HttpRequest) -> list[str]:
    return [key for key in request.GET.getlist(PICK) if key]


def picked(request: HttpRequest) -> list[ShownCV]:
    """The chosen who stand in the reader's folder at this moment: the consent is asked on every read."""
    if not request.user.has_role(*READERS):
        raise PermissionDenied(
            _("The CV folder is for client-work employees and coordinators. Ask your supervisor for the role.")
        )
    return shown_cv.chosen(request.user, asked(request)[:20], request.LANGUAGE_CODE)


def look(request: HttpRequest, cvs: list[ShownCV]) -> None:
    for cv in cvs:
        access.record(request.user, AccessEntry.Action.VIEW, f"experts.cv:{cv.key}", [cv.key])


def query(cvs: list[ShownCV], **more: str) -> str:
    """The choice as the end of an address."""
    data = QueryDict(mutable=True)
    data.setlist(PICK, [cv.key for cv in cvs])
    for name, value in more.items():
        data[name] = value
    return data.urlencode()


def links(request: HttpRequest, cvs: list[ShownCV]) -> dict:
    """Where the choice may be taken from here; the order it is meant for goes along."""
    number = request.GET.get(ORDER, "")
    chosen = query(cvs, **({ORDER: number} if number else {}))
    return {
        "folder_url": f"{reverse('experts:folder')}?{chosen}",
        "client_url": f"{reverse('experts:client_cards')}?{chosen}",
        "print_url": f"{reverse('experts:folder_print')}?{chosen}",
    }


def _head(cv: ShownCV, cvs: list[ShownCV]) -> dict:
    return {
        "cv": cv,
        "shown": cv.shown,
        "url": reverse("experts:cv", args=[cv.key]),
        "order_url": f"{reverse('experts:order_new')}?toive={cv.key}",
        "drop_url": f"?{query([other for other in cvs if other.key != cv.key])}",
    }


def _row(row: comparison.Row, cvs: list[ShownCV]) -> dict:
    cells = [
        {"name": cv.shown.name, "text": text, "lang": cv.language if row.own_words else ""}
        for cv, text in zip(cvs, row.cells, strict=True)
    ]
    return {"row": row, "cells": cells}
