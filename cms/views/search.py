"""Search over the pages of one language and the public experts."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from wagtail.models import Page

from cms import page_search, public_folder
from experts.models import Expert

A_PAGE = 10
EXPERTS_SHOWN = 3


@never_cache
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Found pages of this language, and the first few experts whose words fit."""
    text = request.GET.get("q", "").strip()[: public_folder.LONGEST_QUERY]
    pages, experts, total = [], [], 0
    if text:
        paginator = Paginator(page_search.find(text, get_language()), A_PAGE)
        pages = paginator.page(_number(request, paginator))
        pages.object_list = [_found(request, page) for page in pages.object_list]
        fitting = public_folder.with_words(Expert.objects.public(), text)
        total = fitting.count()
        experts = public_folder.cards(fitting.order_by("public_key")[:EXPERTS_SHOWN]) if total else []
    return render(
        request, "cms/search.html", {"text": text, "pages": pages, "experts": experts, "experts_total": total}
    )


def _number(request: HttpRequest, paginator: Paginator) -> int:
    number = request.GET.get("page", "1")
    if not number.isdecimal() or not 1 <= int(number) <= paginator.num_pages:
        raise Http404
    return int(number)


def _found(request: HttpRequest, page: Page) -> dict:
    return {"name": page.title, "url": page.get_url(request), "summary": page.summary()}
