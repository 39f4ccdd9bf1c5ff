"""What machines may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

CLOSED = ("/hallinta/", "/tili/", "/l/", "/kalenteri/", "/*/oma/", "/*/cv/")


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The back office, sign-in, personal links and one's own matters are nobody's to index."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
