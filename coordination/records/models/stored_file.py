from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.functional import LazyObject

MEGABYTE = 1024 * 1024


class PrivateStorage(LazyObject):
    """Files outside the web server's reach; only a view that has checked the right hands them out."""

    def _setup(self) -> None:
        self._wrapped = FileSystemStorage(location=settings.PRIVATE_ROOT, base_url=None)


def private_storage() -> PrivateStorage:
    return PrivateStorage()


def place(instance: StoredFile, name: str) -> str:
    return f"{instance.kind}/{uuid4().hex}{Path(name).suffix.lower()[:10]}"


class StoredFileQuerySet(models.QuerySet):
    def visible_to(self, user) -> StoredFileQuerySet:
        """One's own files; whatever else hangs on a file decides for itself."""
        return self.filter(owner__user=user) if user.is_authenticated else self.none()


class StoredFile(models.Model):
    file = models.FileField(storage=private_storage, upload_to=place)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    owner = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    stored_at = models.DateTimeField(auto_now_add=True)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints = [
            # A ledger of a million rows is a long file: it is written and read piece by piece, never held in memory.
            models.CheckConstraint(
                name="stored_file_at_most_50_mb",
                condition=models.Q(size__lte=50 * MEGABYTE) | models.Q(kind="fees.ledger", size__lte=1024 * MEGABYTE),
            )
        ]

    def __str__(self) -> str:
        return f"F{self.pk}"
