"""Receipts: judged by what they hold and not by their name, made anew without what they tell beside the sum."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from coordination.foundation import pdf_bare, picture
from coordination.foundation.refused import Refused
from coordination.people.models import Person
from coordination.records.domain import stored_file
from coordination.records.models import StoredFile

KIND = "receipt"
LARGEST = 10 * 1024 * 1024
SIDE, QUALITY = 2000, 80
TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
HEIF = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}


def store(content: bytes, owner: Person) -> StoredFile:
    """Keep a receipt of somebody's, at most 10 MB. Raises `Refused`, see `cleaned`."""
    clean, suffix = cleaned(content)
    return stored_file.store(f"{KIND}.{suffix}", clean, KIND, owner=owner)


def cleaned(content: bytes) -> tuple[bytes, str]:
    """The same photo or PDF without its metadata (place, time, camera, maker), and its suffix.

    Raises `Refused` for what is larger than 10 MB, for an iPhone's HEIC, and for anything that is no photo or PDF,
    whatever its name says.
    """
    if len(content) > LARGEST:
        raise Refused(
            _("The file is larger than 10 MB. Take the photo anew with a smaller picture, or send a part of it."),
            field="receipt",
            code="size",
        )
    if content[4:8] == b"ftyp" and content[8:12] in HEIF:
        raise Refused(
            _(
                "This photo is in the HEIC form, which not everybody can open. On an iPhone choose Settings, Camera, "
                "Formats, Most Compatible, and take the photo again. A screenshot of the photo will do, too."
            ),
            field="receipt",
            code="heic",
        )
    paper = pdf_bare.bare(content)
    if paper is not None:
        return paper, "pdf"
    if content.lstrip()[:5] == b"%PDF-":
        raise Refused(
            _(
                "This PDF is locked, broken, longer than 20 pages or holds a script. Take a photo of the receipt instead."
            ),
            field="receipt",
            code="pdf",
        )
    made = picture.bare(content, side=SIDE, quality=QUALITY, formats=picture.WEBP_TOO)
    if made is None:
        raise Refused(
            _(
                "The file is not a photo or a PDF, whatever its name says. Take a photo of the receipt, or choose a PDF."
            ),
            field="receipt",
            code="format",
        )
    return made


def content_type(file: StoredFile) -> str:
    return TYPES.get(Path(file.file.name).suffix, "application/octet-stream")
