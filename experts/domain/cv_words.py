"""The search index of an approved CV: keyed digests of its words, so that the index tells nothing by itself."""

from __future__ import annotations

from coordination.foundation import words
from experts.models import CVRevision, CVWord


def index(revision: CVRevision) -> None:
    """Make the index of this revision anew, in its own language."""
    CVWord.objects.filter(revision=revision).delete()
    found = words.tokens(_text_of(revision), revision.cv.language)
    CVWord.objects.bulk_create(CVWord(revision=revision, token=token) for token in sorted(found))


def forget(revision: CVRevision) -> None:
    CVWord.objects.filter(revision=revision).delete()


def _text_of(revision: CVRevision) -> str:
    """Everything written, with the names of the areas that have a text."""
    language = revision.cv.language
    parts = [revision.background, revision.motto, revision.story, revision.trainer, *revision.special_skills]
    for row in revision.area_texts.select_related("area"):
        parts += [row.area.names.in_language(language), row.text]
    return "\n".join(parts)
