"""The expert's photo: checked, turned upright, made anew without its metadata, and never needed."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code, picture
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, stored_file
from coordination.records.domain.workflow import locked
from coordination.records.models import StoredFile
from experts.models import Audience, Expert
from experts.permissions import expert as permissions

KIND = "expert-photo"
LARGEST = 10 * 1024 * 1024
SIDE, QUALITY = 1200, 85
TYPES = {".jpg": "image/jpeg", ".png": "image/png"}


@transaction.atomic
def put(expert: Expert, by: Actor, content: bytes, words: str) -> Expert:
    """Keep a new photo with its words; the older one goes. Raises `Refused` for what is no JPEG or PNG of 10 MB at most."""
    _allow(expert, by)
    if not words.strip():
        raise Refused(
            _("Tell in words what is in the photo, for those who do not see it."), field="words", code="words"
        )
    identity_code.refuse(words, "words")
    clean, suffix = cleaned(content)
    current = locked(expert)
    older = current.photo
    photo = stored_file.store(f"photo.{suffix}", clean, KIND, owner=expert.person)
    _set(expert, current, photo, words.strip())
    _drop(older)
    audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": ["photo"]})
    return expert


@transaction.atomic
def remove(expert: Expert, by: Actor) -> Expert:
    """Take the photo away, for every audience at once."""
    _allow(expert, by)
    current = locked(expert)
    older = current.photo
    _set(expert, current, None, "")
    _drop(older)
    Audience.objects.filter(expert=expert).update(photo=False)
    audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": ["photo"]})
    return expert


def cleaned(content: bytes) -> tuple[bytes, str]:
    """The same picture upright, at most 1200 pixels a side, without metadata (place, time, camera); and its suffix."""
    if len(content) > LARGEST:
        raise Refused(_("The photo is larger than 10 MB. Choose a smaller one."), field="photo", code="size")
    made = picture.bare(content, side=SIDE, quality=QUALITY)
    if made is None:
        raise Refused(
            _("The file is not a photo we can read. Choose a JPEG or PNG file."), field="photo", code="format"
        )
    return made


def _set(expert: Expert, current: Expert, photo: StoredFile | None, words: str) -> None:
    for row in (current, expert):
        row.photo, row.photo_words = photo, words
    current.save(update_fields=["photo", "photo_words"])


def _drop(photo: StoredFile | None) -> None:
    """The row now, the bytes once the transaction has stood."""
    if photo is None:
        return
    place, storage = photo.file.name, photo.file.storage
    photo.delete()
    transaction.on_commit(lambda: storage.delete(place))


def _allow(expert: Expert, by: Actor) -> None:
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert chooses the photo, alone or together with the coordinator."), code="not_yours")
