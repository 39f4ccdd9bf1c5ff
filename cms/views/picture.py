"""The pictures of the site. Only what Wagtail has cut for showing: originals and documents have doors of their own."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

A_DAY = 24 * 60 * 60


@require_safe
def show(request: HttpRequest, path: str) -> FileResponse:
    """A rendition by its file name. Raises Http404."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT / "images")
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response
