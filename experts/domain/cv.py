"""The CV: written together, submitted with the expert's agreement, approved by the coordinator (CM-05, CM-06, CM-13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked, move
from experts.mails import cv as mails
from experts.models import CV, CVAreaText, CVRevision, Expert, ServiceArea
from experts.permissions import expert as permissions

from . import cv_words

TEXTS = ("trainer", "background", "motto", "story")
FIELDS = ("training_year", *TEXTS, "special_skills")
Status = CVRevision.Status


@transaction.atomic
def start(expert: Expert, language: str, by: Actor) -> CVRevision:
    """The draft in this language: the one there is, else a new one with the newest text to go on from.

    A text that waits for approval is never touched: the edit is a draft of its own beside it.
    """
    _allow(expert, by)
    locked(expert)
    cv, __ = CV.objects.get_or_create(expert=expert, language=language)
    if draft := cv.revisions.filter(status=Status.DRAFT).first():
        return draft
    newest = cv.revisions.order_by("-number").first()
    facts = {name: getattr(newest, name) for name in FIELDS} if newest else {"training_year": expert.training_year}
    draft = CVRevision.objects.create(cv=cv, number=newest.number + 1 if newest else 1, written_at=clock.now(), **facts)
    if newest:
        texts = [CVAreaText(revision=draft, area_id=row.area_id, text=row.text) for row in newest.area_texts.all()]
        CVAreaText.objects.bulk_create(texts)
    audit.log(draft, "kuuluviin.made", permissions.on_behalf(by, expert), {"number": draft.number})
    return draft


@transaction.atomic
def write(
    revision: CVRevision, by: Actor, *, area_texts: Mapping[ServiceArea, str] | None = None, **fields: Any
) -> CVRevision:
    """Write into a draft what is told and leave the rest; an empty area text takes the area away.

    `fields`: training_year, trainer, background, motto, story, special_skills (a list of short texts).
    Raises `Refused` where a text holds an identity code (L-04) or the text is a draft no more.
    """
    expert = revision.cv.expert
    _allow(expert, by)
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"no such fields: {sorted(unknown)}")
    _guard(fields, area_texts or {})
    current = locked(revision)
    if current.status != Status.DRAFT:
        raise Refused(_("This text has been sent for approval. Start a new draft to change it."), code="moved")
    for row in (current, revision):
        for name, value in fields.items():
            setattr(row, name, value)
        row.written_at = clock.now()
    current.save(update_fields=[*fields, "written_at"])
    for area, text in (area_texts or {}).items():
        _write_area(current, area, text)
    if not permissions.is_oneself(by, expert):
        # One's own draft is saved every few seconds and is nobody else's matter; another's hand in it is told.
        audit.log(revision, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": sorted(fields)})
    return revision


@transaction.atomic
def submit(revision: CVRevision, by: Actor, *, agreed: bool) -> CVRevision:
    """Send the draft for approval, with the expert's agreement to this very text. An earlier one that waits is replaced."""
    expert = revision.cv.expert
    _allow(expert, by)
    if not agreed:
        raise Refused(
            _("The text goes on only if the expert agrees that it is shown. Tick the box."),
            field="agreed",
            code="agreement",
        )
    locked(expert)
    current = locked(revision)
    if not (current.background or current.story):
        raise Refused(
            _("Write at least something about your background or your story."), field="background", code="empty"
        )
    _guard({name: getattr(current, name) for name in FIELDS}, {row.area: row.text for row in _area_rows(current)})
    by = permissions.on_behalf(by, expert)
    for waiting in _of(revision, Status.SUBMITTED):
        move(waiting, Status.SUPERSEDED, by)
    now = clock.now()
    move(revision, Status.SUBMITTED, by, submitted_at=now, expert_agreed_at=now)
    mails.submitted(revision)
    return revision


@transaction.atomic
def approve(revision: CVRevision, by: Actor) -> CVRevision:
    """Publish this very text to the audiences the expert consents to. Nobody approves one's own."""
    _allow_approval(revision, by)
    _publish(revision, by)
    mails.approved(revision)
    return revision


@transaction.atomic
def send_back(revision: CVRevision, by: Actor, comment: str) -> CVRevision:
    """Ask the expert to mend the text; the comment tells what."""
    _allow_approval(revision, by)
    if not comment.strip():
        raise Refused(_("Tell what should be mended."), field="comment", code="comment")
    identity_code.refuse(comment, "comment")
    locked(revision.cv.expert)
    move(revision, Status.RETURNED, by, comment=comment.strip())
    mails.sent_back(revision)
    return revision


@transaction.atomic
def confirm(cv: CV, by: Actor) -> CV:
    """The expert has read the approved text and it still holds (CM-12)."""
    _allow(cv.expert, by)
    current = locked(cv)
    if not current.revisions.filter(status=Status.APPROVED).exists():
        raise Refused(_("There is no approved CV to confirm yet."), code="not_approved")
    cv.confirmed_on = current.confirmed_on = clock.today()
    current.save(update_fields=["confirmed_on"])
    audit.log(cv, "kuuluviin.changed", permissions.on_behalf(by, cv.expert), {"fields": ["confirmed_on"]})
    return cv


@transaction.atomic
def import_approved(
    expert: Expert,
    language: str,
    by: Actor,
    *,
    agreed_at: datetime | None = None,
    area_texts: Mapping[ServiceArea, str] | None = None,
    **fields: Any,
) -> CVRevision:
    """Bring in a text that was agreed and approved before this system. No messages go out.

    `agreed_at` (aware) is when the expert agreed to the text; now unless known.
    """
    if not (permissions.may_approve(by, expert) or by.is_house):
        raise Refused(_("Only another coordinator of the unit can approve this CV."), code="not_coordinator")
    draft = write(start(expert, language, by), by, area_texts=area_texts, **fields)
    moment = agreed_at or clock.now()
    move(draft, Status.SUBMITTED, by, log=False, submitted_at=moment, expert_agreed_at=moment)
    return _publish(draft, by)


def _publish(revision: CVRevision, by: Actor) -> CVRevision:
    expert = locked(revision.cv.expert)
    for older in _of(revision, Status.APPROVED):
        move(older, Status.SUPERSEDED, by)
        cv_words.forget(older)
    move(revision, Status.APPROVED, by, approved_at=clock.now(), approved_by=by.user)
    CV.objects.filter(pk=revision.cv_id).update(confirmed_on=clock.today())
    revision.cv.confirmed_on = clock.today()
    if revision.training_year and revision.training_year != expert.training_year:
        Expert.objects.filter(pk=expert.pk).update(training_year=revision.training_year)
    expert.areas.add(*(row.area_id for row in _area_rows(revision)))
    cv_words.index(revision)
    return revision


def _of(revision: CVRevision, status: str) -> models.QuerySet[CVRevision]:
    return CVRevision.objects.filter(cv=revision.cv_id, status=status).exclude(pk=revision.pk)


def _area_rows(revision: CVRevision) -> models.QuerySet[CVAreaText]:
    return revision.area_texts.select_related("area")


def _write_area(revision: CVRevision, area: ServiceArea, text: str) -> None:
    if text.strip():
        CVAreaText.objects.update_or_create(revision=revision, area=area, defaults={"text": text.strip()})
    else:
        CVAreaText.objects.filter(revision=revision, area=area).delete()


def _guard(fields: Mapping[str, Any], area_texts: Mapping[ServiceArea, str]) -> None:
    for name in TEXTS:
        identity_code.refuse(fields.get(name, ""), name)
    for skill in fields.get("special_skills", ()):
        identity_code.refuse(skill, "special_skills")
    for area, text in area_texts.items():
        identity_code.refuse(text, f"area_{area.pk}")


def _allow(expert: Expert, by: Actor) -> None:
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert writes the CV, alone or together with the coordinator."), code="not_yours")


def _allow_approval(revision: CVRevision, by: Actor) -> None:
    expert = revision.cv.expert
    if permissions.is_oneself(by, expert):
        raise Refused(_("Nobody approves one's own CV. Ask another coordinator."), code="own")
    if not permissions.may_approve(by, expert):
        raise Refused(_("Only a coordinator of the unit can approve this CV."), code="not_coordinator")
