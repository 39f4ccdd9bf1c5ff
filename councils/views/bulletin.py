"""A notice of the leaders, as a member reads it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from councils.models import Bulletin


@require_safe
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Bulletin.objects.visible_to(request.user).select_related("council"), pk=pk)
    person = request.user.as_person()
    reads_plain = person is not None and person.format == "plain" and bool(str(row.plain_text))
    context = {"bulletin": row, "council": row.council, "reads_plain": reads_plain}
    return render(request, "councils/bulletin/show.html", context)
