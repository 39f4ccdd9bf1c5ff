"""A paper of an agenda, handed out to whom it is for."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from councils.domain import material as papers
from councils.domain import material_file
from councils.models import Material


@require_safe
@login_required
@never_cache
def material(request: HttpRequest, pk: int) -> HttpResponse:
    """As a download, never shown inside the site. Reading a confidential one is logged (L-14, L-17)."""
    row = get_object_or_404(Material.objects.visible_to(request.user).select_related("file"), pk=pk)
    response = HttpResponse(papers.read(row, request.user), content_type=material_file.media_type(row.file.file.name))
    response.headers["Content-Disposition"] = _attachment(row)
    return response


def _attachment(row: Material) -> str:
    """The name as RFC 6266 writes it, with a plain one for old programs."""
    suffix = row.file.file.name.rsplit(".", 1)[-1]
    return f"attachment; filename=\"{row}.{suffix}\"; filename*=UTF-8''{quote(f'{row.title}.{suffix}')}"
