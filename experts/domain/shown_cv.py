"""CVs as one reader may see them, as plain values: for comparing, for the client's cards and for paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from coordination.people.models import User
from experts.models import Audience, CVAreaText, CVRevision, Expert

from . import audience, expert_language
from .audience import ShownPerson


@dataclass(frozen=True)
class ShownCV:
    """One approved CV with the person as the reader's audience sees."""

    expert: Expert
    shown: ShownPerson
    revision: CVRevision
    areas: tuple[tuple[str, str], ...]
    spoken: tuple[str, ...]
    tasks: tuple[str, ...]
    usual: str

    @property
    def key(self) -> str:
        return self.expert.staff_key

    @property
    def language(self) -> str:
        return self.revision.cv.language

    @property
    def training(self) -> str:
        """The year and who arranged it, as far as told."""
        return ", ".join(str(part) for part in (self.revision.training_year, self.revision.trainer) if part)

    @property
    def where(self) -> str:
        return ", ".join(part for part in (self.shown.town, str(self.expert.get_remote_display())) if part)

    @property
    def first_name(self) -> str:
        """What a client is told: the other name where one was chosen, else the first name, never the whole."""
        choice = audience.choice_of(self.expert, self.shown.audience)
        return self.shown.name if choice.name == Audience.Name.ALIAS else self.expert.person.first_name


def chosen(user: User, keys: Iterable[str], language: str) -> list[ShownCV]:
    """Those of the keys that stand in the reader's folder at this moment, in the order of the keys, each once."""
    wanted = list(dict.fromkeys(filter(None, keys)))
    rows = {
        row.key: row for row in read(Expert.objects.in_folder_of(user).filter(staff_key__in=wanted), user, language)
    }
    return [rows[key] for key in wanted if key in rows]


def read(experts: QuerySet[Expert], user: User, language: str) -> list[ShownCV]:
    """The CVs of the experts, by their random key: a fixed number of queries whatever the number of experts.

    Each in the reader's language where there is one, else in Finnish, else whichever there is. Who has no approved CV
    is left out.
    """
    rows = _with_everything(experts).order_by("staff_key")
    return [_shown(expert, user, revision) for expert in rows if (revision := _best(expert, language))]


def usual_times(expert: Expert) -> str:
    """The ordinary week in a few words: "ke 12–16, to 12–16"."""
    return ", ".join(
        f"{WEEKDAYS_ABBR[row.weekday].lower()} {_hour(row.starts)}–{_hour(row.ends)}"
        for row in expert.availabilities.all()
    )


def _hour(value) -> str:
    return f"{value.hour}.{value.minute:02}" if value.minute else str(value.hour)


def _with_everything(experts: QuerySet[Expert]) -> QuerySet[Expert]:
    texts = CVAreaText.objects.select_related("area").order_by("area__position")
    approved = CVRevision.objects.approved().select_related("cv").prefetch_related(Prefetch("area_texts", texts))
    return experts.select_related("person", "unit", "photo").prefetch_related(
        "areas",
        "audiences",
        "availabilities",
        "languages",
        "task_types",
        Prefetch("cvs__revisions", approved, to_attr="approved"),
    )


def _best(expert: Expert, language: str) -> CVRevision | None:
    rows = [revision for cv in expert.cvs.all() for revision in cv.approved]
    return min(rows, key=lambda row: (row.cv.language != language, row.cv.language != "fi", row.pk), default=None)


def _shown(expert: Expert, user: User, revision: CVRevision) -> ShownCV:
    told = tuple((str(row.area), row.text) for row in revision.area_texts.all())
    without = tuple((str(area), "") for area in sorted(expert.areas.all(), key=lambda area: area.position))
    return ShownCV(
        expert=expert,
        shown=audience.shown_as(expert, audience.kind_for(expert, user)),
        revision=revision,
        areas=told or without,
        spoken=tuple(str(expert_language.name(row.code)) for row in expert.languages.all()),
        tasks=tuple(str(task) for task in sorted(expert.task_types.all(), key=lambda task: task.position)),
        usual=usual_times(expert) or _("Ask the coordinator"),
    )
