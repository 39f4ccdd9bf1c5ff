"""Files kept apart from the web server's reach."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile

from coordination.people.models import Person
from coordination.records.models import StoredFile


def store(name: str, content: bytes, kind: str, owner: Person | None = None) -> StoredFile:
    """Keep a file with its checksum. What it may hold is for the caller to have checked."""
    row = StoredFile(name=name[:200], kind=kind, size=len(content), sha256=hashlib.sha256(content).hexdigest(), owner=owner)
    row.file.save(name, ContentFile(content), save=False)
    row.save()
    return row
