"""What a file truly is, told by its content: a PDF, a picture or a Word document, nothing else."""

from __future__ import annotations

import io
import zipfile

from django.utils.translation import gettext_lazy as _

from coordination.foundation import picture
from coordination.foundation.refused import Refused

LARGEST = 20 * 1024 * 1024
SIDE, QUALITY = 2400, 88
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_WORD = {"[Content_Types].xml", "word/document.xml"}
_MOST_PARTS, _MOST_UNPACKED = 2000, 200 * 1024 * 1024


def checked(content: bytes) -> tuple[bytes, str]:
    """The bytes to keep and their suffix. A picture is made anew without its metadata (place, camera).

    Raises `Refused` for what is larger than 20 MB, and for any other kind of file, whatever its name says.
    """
    if len(content) > LARGEST:
        raise Refused(_("The file is larger than 20 MB. Make it smaller or in parts."), field="file", code="size")
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return content, "pdf"
    if content.startswith(b"PK") and _is_word(content):
        return content, "docx"
    if made := picture.bare(content, side=SIDE, quality=QUALITY):
        return made
    raise Refused(
        _("The file is not a PDF, a picture (JPEG, PNG) or a Word document (docx)."), field="file", code="format"
    )


def media_type(name: str) -> str:
    return TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")


def _is_word(content: bytes) -> bool:
    """A Word document without macros, that does not unpack into something huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            rows = parts.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    names = {row.filename for row in rows}
    is_sane = len(rows) <= _MOST_PARTS and sum(row.file_size for row in rows) <= _MOST_UNPACKED
    return is_sane and names >= _WORD and not any("vba" in name.lower() for name in names)
