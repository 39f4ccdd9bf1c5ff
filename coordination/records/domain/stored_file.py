"""Files kept apart from the web server's reach."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from coordination.people.models import Person
from coordination.records.models import StoredFile


def store(name: str, content: bytes, kind: str, owner: Person | None = None) -> StoredFile:
    """Keep a file with its checksum. What it may hold is for the caller to have checked."""
    row = StoredFile(
        name=name[:200], kind=kind, size=len(content), sha256=hashlib.sha256(content).hexdigest(), owner=owner
    )
    row.file.save(name, ContentFile(content), save=False)
    row.save()
    return row


def remove(row: StoredFile | None) -> None:
    """Take the row away, and the file itself once the transaction is through."""
    if row is None:
        return
    file = row.file
    row.delete()
    transaction.on_commit(lambda: file.storage.delete(file.name))
