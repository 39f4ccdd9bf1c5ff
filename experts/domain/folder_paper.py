"""The folder on paper: the whole of it or a selection, printed by the worker (CM-15)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from PIL import Image

from coordination.foundation import clock, formats, pdf
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, User
from coordination.records.domain import access, job, stored_file
from coordination.records.domain import sweep as by_the_clock
from coordination.records.models import AccessEntry, Job, StoredFile
from experts.models import Expert

from . import introduction, shown_cv
from .shown_cv import ShownCV

KIND = "folder-print"
TASK = "experts.tasks.folder_print.make"
READERS = (Role.Kind.STAFF, Role.Kind.COORDINATOR)
HOURS = 24
"""How long a printed folder waits to be fetched."""
BATCH = 25
MOST_KEYS = 100
PHOTO_SIDE = 220


@transaction.atomic
def order_print(by: Actor, keys: Iterable[str], language: str) -> Job:
    """Let the worker print those of the keys that stand in the reader's folder, or the whole folder without keys.

    The consents are asked again when the pages are made. Raises `Refused` for others than readers of the folder, and
    where nobody is left to print.
    """
    if by.user is None or not by.user.has_role(*READERS):
        raise Refused(gettext_lazy("The CV folder is for client-work employees and coordinators."), code="stranger")
    wanted = list(dict.fromkeys(filter(None, keys)))[:MOST_KEYS]
    seen = Expert.objects.in_folder_of(by.user)
    chosen = list(seen.filter(staff_key__in=wanted).values_list("pk", flat=True)) if wanted else []
    if not (chosen or (not wanted and seen.exists())):
        raise Refused(gettext_lazy("There is nobody to print. Choose from the folder first."), code="nobody")
    return job.start(KIND, TASK, by, cursor={"experts": chosen, "language": language})


def make(work: Job) -> StoredFile:
    """The worker's part: who is in the reader's folder now, each page logged as taken out, one tagged PDF."""
    user, language = work.started_by, work.cursor["language"]
    keys = list(_wanted(user, work.cursor["experts"]).order_by("staff_key").values_list("staff_key", flat=True))
    with translation.override(language):
        people: list[dict] = []
        for start in range(0, len(keys), BATCH):
            cvs = shown_cv.chosen(user, keys[start : start + BATCH], language)
            people += [page(cv) for cv in cvs]
            job.tick(work, start + len(cvs), len(keys) + 1)
        title = _("CV folder of experts by experience")
        data = {
            "people": people,
            **frame(user),
            "contents": pgettext("printed folder", "Contents"),
            "count": _count(len(people)),
        }
        body = pdf.render("folder", data, language=language, title=title, version=data["valid"])
    with transaction.atomic():
        access.record(user, AccessEntry.Action.EXPORT, "experts.folder_print", [person["key"] for person in people])
        return stored_file.store(pgettext("file name", "cv-folder") + ".pdf", body, KIND, owner=user.as_person())


def page(cv: ShownCV) -> dict:
    """One expert's pages as plain values, by the choices for the reader's own audience."""
    revision = cv.revision
    facts = [
        (pgettext("year or decade", "Born"), cv.shown.born),
        (_("Training as an expert by experience"), cv.training),
        (pgettext("of an expert", "Languages"), ", ".join(cv.spoken)),
        (pgettext("place", "Where"), cv.where),
        (_("Usually free"), cv.usual),
    ]
    return {
        "key": cv.key,
        "name": cv.shown.name,
        "lang": cv.language,
        "motto": revision.motto,
        "facts": [[name, value] for name, value in facts if value],
        "background": [_("My background as an expert by experience"), revision.background],
        "story": [_("What is my story like?"), revision.story],
        "known": _("My experience of services"),
        "areas": [[name, text] for name, text in cv.areas],
        "skills": [_("Special skills"), ", ".join(revision.special_skills)],
        **_photo(cv),
    }


def card(cv: ShownCV) -> dict:
    """What a client sees: the first name, the motto, what the person knows; the photo only where the expert allows."""
    return {
        "name": cv.first_name,
        "lang": cv.language,
        "motto": cv.revision.motto,
        "areas": [[name, text] for name, text in cv.areas[:4]],
        **_photo(cv),
    }


def frame(user: User) -> dict:
    """The day, how to order and whom to call: on the last page of everything printed."""
    told = introduction.told(introduction.home_of(user))
    return {
        "valid": _("Printed and valid on %(day)s") % {"day": formats.day(clock.today())},
        "warning": _(
            "Do not keep this paper: an expert may change the CV or withdraw it on any day. Print a new one when you need it."
        ),
        "how": _("How to order"),
        "steps": told.ordering,
        "contact": _("Whom to call"),
        "contacts": contacts(told.coordinator),
    }


def sweep() -> int:
    """Forget folders printed over a day ago. Returns how many files went."""
    old = StoredFile.objects.filter(kind=KIND, stored_at__lt=clock.now() - timedelta(hours=HOURS))
    return by_the_clock.each(old.order_by("pk").values_list("pk", flat=True), _forget)


@transaction.atomic
def _forget(key: int) -> int:
    stored_file.remove(StoredFile.objects.get(pk=key))
    return 1


def _wanted(user: User, chosen: list[int]):
    rows = Expert.objects.in_folder_of(user)
    return rows.filter(pk__in=chosen) if chosen else rows


def contacts(person: Person | None) -> list[list[str]]:
    """Whom to call, as named facts."""
    if person is None:
        return []
    facts = [
        (_("Coordinator"), person.full_name),
        (pgettext("number", "Phone"), formats.phone(person.phone) if person.phone else ""),
        (_("E-mail"), person.email),
    ]
    return [[name, value] for name, value in facts if value]


def _count(number: int) -> str:
    text = ngettext("%(count)s expert by experience", "%(count)s experts by experience", number)
    return text % {"count": number}


def _photo(cv: ShownCV) -> dict:
    """The photo small, as numbers for Typst, with its words; nothing where the audience does not see it."""
    if cv.shown.photo is None:
        return {"photo": None}
    with cv.shown.photo.file.open("rb") as file:
        picture = Image.open(file).convert("RGB")
        picture.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
        small = io.BytesIO()
        picture.save(small, "JPEG", quality=80)
    return {"photo": list(small.getvalue()), "photo_words": cv.shown.photo_words}
