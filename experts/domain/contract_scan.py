"""The scan of a contract signed on paper: judged by what it holds, made anew without what it tells of its maker (2.6)."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from coordination.foundation import pdf_bare, picture
from coordination.foundation.refused import Refused
from coordination.people.models import Person
from coordination.records.domain import stored_file
from coordination.records.models import StoredFile

KIND, FIELD = "contract-scan", "scan"
LARGEST = 10 * 1024 * 1024
SIDE, QUALITY = 2400, 80
TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}


def store(content: bytes, owner: Person) -> StoredFile:
    """Keep the scan of the expert's contract, at most 10 MB. Raises `Refused`, see `cleaned`."""
    clean, suffix = cleaned(content)
    return stored_file.store(f"contract.{suffix}", clean, KIND, owner=owner)


def cleaned(content: bytes) -> tuple[bytes, str]:
    """The same pages or picture without metadata, and the suffix.

    Raises `Refused` for what is larger than 10 MB, and for anything that is no PDF or picture, whatever its name says.
    """
    if len(content) > LARGEST:
        raise Refused(_("The scan is larger than 10 MB. Scan it anew in fewer dots."), field=FIELD, code="size")
    paper = pdf_bare.bare(content)
    if paper is not None:
        return paper, "pdf"
    if content.lstrip()[:5] == b"%PDF-":
        words = _("This PDF is locked, broken, longer than 20 pages or holds a script. Scan the paper anew.")
        raise Refused(words, field=FIELD, code="pdf")
    made = picture.bare(content, side=SIDE, quality=QUALITY, formats=picture.WEBP_TOO)
    if made is None:
        words = _("The file is not a PDF, JPEG, PNG or WebP, whatever its name says. Choose another file.")
        raise Refused(words, field=FIELD, code="format")
    return made


def content_type(file: StoredFile) -> str:
    return TYPES.get(Path(file.file.name).suffix, "application/octet-stream")
