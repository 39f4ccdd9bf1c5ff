"""Files kept apart from the web server's reach."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile, File
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


def store_long(name: str, path: Path, kind: str, owner: Person | None = None) -> StoredFile:
    """Keep a file that stands on the disk, read piece by piece: for what is too long to be held in memory."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        row = StoredFile(name=name[:200], kind=kind, size=path.stat().st_size, sha256=digest, owner=owner)
        row.file.save(name, File(file), save=False)
        row.save()
    return row


def is_as_stored(row: StoredFile) -> bool:
    """Whether the file is there still, and the same to the byte; read piece by piece."""
    try:
        with row.file.storage.open(row.file.name, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == row.sha256
    except FileNotFoundError:
        return False


def remove(row: StoredFile | None) -> None:
    """Take the row away, and the file itself once the transaction is through."""
    if row is None:
        return
    file = row.file
    row.delete()
    transaction.on_commit(lambda: file.storage.delete(file.name))
