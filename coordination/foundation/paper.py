"""A PDF or a kept file as an answer: opened in the browser, kept by nobody on the way."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse


def as_paper(body: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def as_kept(file: FieldFile, content_type: str) -> HttpResponse:
    """A file somebody sent, of the type its content was found to be: never guessed by the browser."""
    with file.open("rb") as kept:
        answer = HttpResponse(kept.read(), content_type=content_type)
    answer["Content-Disposition"] = "inline"
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
