"""Where words stand in the whole house: every table, whether a model knows it or not, every file, the cache.

Whatever is folded away is unfolded first: sessions, JSON, the text of PDFs and spreadsheets.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.db import connection
from pypdf import PdfReader
from pypdf.errors import PyPdfError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_ENOUGH = 24


def found(*words: str) -> list[str]:
    """The places where any of the words stands: "people_person.email", "file print_run", "cache"."""
    wanted = [plain(word) for word in words]
    places = {place for place, text in everything() if any(word in plain(text) for word in wanted)}
    return sorted(places)


def plain(text: str) -> str:
    """As one compares: a phone number is the same with and without its spaces."""
    return re.sub(r"[\s\u00a0\u202f-]+", "", text).casefold()


def everything() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    for table in tables:
        yield from _rows(table)
    for folder in {Path(settings.PRIVATE_ROOT), Path(settings.MEDIA_ROOT)}:
        for path in folder.rglob("*"):
            if path.is_file():
                yield f"file {path.parent.name}", _text(path.read_bytes()) + path.name
    yield "cache", repr(getattr(cache, "_cache", ""))


def _rows(table: str) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            for name, value in zip(names, row, strict=True):
                if value not in (None, ""):
                    yield f"{table}.{name}", _unfolded(f"{table}.{name}", value)


def _unfolded(place: str, value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return _text(bytes(value))
    text = str(value)
    if place == "django_session.session_data":
        text += repr(SessionStore().decode(text))
    if text[:1] in "{[":
        text += repr(json.loads(text)) if _is_json(text) else ""
    return text + _from_base64(text)


def _text(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return _of_pdf(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            return "\n".join(folder.read(name).decode(errors="replace") for name in folder.namelist())
    return content.decode(errors="replace")


def _of_pdf(content: bytes) -> str:
    """Its words; of what only begins like one, as another test may have left it, the bytes."""
    try:
        reader = PdfReader(io.BytesIO(content))
        return "\n".join(page.extract_text() for page in reader.pages) + repr(reader.metadata)
    except PyPdfError:
        return content.decode(errors="replace")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _from_base64(text: str) -> str:
    """What a task queue packs: `payload:signature`, perhaps."""
    packed = text.split(":")[0]
    if len(packed) < LONG_ENOUGH:
        return ""
    try:
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode(errors="replace")
    except (binascii.Error, ValueError):
        return ""
