"""The page of a council by its key: other screens need not know where in the tree it stands."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from cms.models import CouncilPage


def show(request: HttpRequest, council: int) -> HttpResponse:
    """Leads on to the page in the language of the address, else in the first there is; `?nayta=` goes along."""
    pages = CouncilPage.objects.live().public().filter(council=council, council__is_public=True)
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    if not found:
        raise Http404
    url = found.get(get_language() or "", next(iter(found.values()))).get_url(request)
    narrowed = request.GET.urlencode()
    return redirect(f"{url}?{narrowed}" if narrowed else url)
