"""One public CV, read in few queries: a row of its own rather than a page in the tree."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import get_language

from cms.public_folder import written
from experts.models import CV, Audience, CVAreaText, CVRevision, Expert
from experts.models.language_names import name as language_name
from experts.models.shown import ShownPerson, shown_as


@dataclass(frozen=True)
class PublicCV:
    """What `experts/cv/_cv.html` draws, and the languages in which the CV has been written."""

    shown: ShownPerson
    revision: CVRevision
    areas: list[CVAreaText]
    spoken: list[str]
    language: str


def find(key: str) -> PublicCV | None:
    """The CV behind the key as everybody may see it now; None for whoever has not agreed or has withdrawn."""
    told = (
        CVRevision.objects.approved()
        .select_related("cv")
        .prefetch_related(Prefetch("area_texts", CVAreaText.objects.select_related("area").order_by("area__position")))
    )
    expert = (
        Expert.objects.public()
        .filter(public_key=key)
        .select_related("person", "photo")
        .prefetch_related(
            "audiences",
            "languages",
            Prefetch("cvs", CV.objects.order_by("pk")),
            Prefetch("cvs__revisions", told, to_attr="approved"),
        )
        .first()
    )
    cv = written(list(expert.cvs.all()), get_language()) if expert else None
    if cv is None:
        return None
    revision = cv.approved[0]
    return PublicCV(
        shown=shown_as(expert, Audience.Kind.PUBLIC),
        revision=revision,
        areas=list(revision.area_texts.all()),
        spoken=[language_name(row.code) for row in expert.languages.all()],
        language=cv.language,
    )
