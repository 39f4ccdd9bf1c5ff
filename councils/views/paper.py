"""The papers of a meeting as PDF, in the form one reads best: ordinary, large print or plain language (GC-03)."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation import pdf
from coordination.people.models import Person
from councils.domain import agenda_sheet, minutes_sheet
from councils.models import Council, Material, Meeting, Minutes

FORMS = frozenset(Person.Format.values)
GUEST = {"has_names": False, "has_texts": False, "publicity": (Material.Publicity.PUBLIC,)}


@require_safe
@never_cache
@login_required
def show(request: HttpRequest, pk: int, paper: str, form: str) -> FileResponse:
    """One paper of a meeting that has been opened. Minutes that are still a draft are nobody's paper, not the leaders' either."""
    if form not in FORMS:
        raise Http404
    language = get_language()
    sheet = _sheet(request, pk, paper, language, is_plain=form == Person.Format.PLAIN)
    content = pdf.render(
        paper,
        {"sheets": [sheet]},
        language=language,
        title=sheet["version"],
        version=sheet["version"],
        size=pdf.LARGE_PRINT if form == Person.Format.LARGE else pdf.NORMAL_PRINT,
    )
    return FileResponse(BytesIO(content), content_type="application/pdf", filename=f"{paper}-{pk}.pdf")


def _sheet(request: HttpRequest, pk: int, paper: str, language: str, *, is_plain: bool) -> dict:
    if paper == "agenda":
        return _agenda(request, pk, language, is_plain=is_plain)
    if paper == "minutes":
        rows = Minutes.objects.visible_to(request.user).exclude(status=Minutes.Status.DRAFT)
        minutes = get_object_or_404(rows.select_related("meeting__council"), meeting=pk)
        return minutes_sheet.sheet(minutes, language, is_plain=is_plain)
    raise Http404


def _agenda(request: HttpRequest, pk: int, language: str, *, is_plain: bool) -> dict:
    """The whole of it to those of the council; a guest gets what the guest's page tells, too."""
    told = Meeting.objects.visible_to(request.user).told().select_related("council")
    meeting = get_object_or_404(told, pk=pk)
    belongs = Council.objects.visible_to(request.user).filter(pk=meeting.council_id).exists()
    last = meeting.packets.order_by("-version").first()
    facts = {} if belongs else GUEST
    return agenda_sheet.sheet(meeting, language, is_plain=is_plain, version=last.version if last else 0, **facts)
