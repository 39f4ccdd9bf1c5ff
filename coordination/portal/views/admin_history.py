"""Wagtail's history of everything knows no branches: an organisation would read another's."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.reports.audit_logging import LogEntriesView


def show(request: HttpRequest, *, results_only: bool = False) -> HttpResponse:
    """For the superuser alone; what one may know of a row's history stands on the row's own page."""
    if not request.user.is_superuser:
        raise Http404
    return LogEntriesView.as_view(results_only=results_only)(request)
