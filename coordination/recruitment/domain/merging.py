"""Two entries of one person become one, and nothing is lost: what the kept one lacks it gets, the other stays readable behind it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Registration
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from coordination.people.domain.person import CONTACT
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Interview
from coordination.recruitment.permissions.applicant import refuse_oneself
from coordination.recruitment.permissions.campaign import require_recruiter

from . import keeping, place

Status = Applicant.Status
# How far one has come; an entry that is over has come the least far.
WAY = (
    Status.WITHDRAWN,
    Status.NOT_CHOSEN,
    Status.INTERESTED,
    Status.INVITED,
    Status.LATER,
    Status.INTERVIEWED,
    Status.RESERVE,
    Status.SELECTED,
    Status.ADMITTED,
)
FILLED = ("channel", "event", "age_band", "area", "is_first_timer", "life_situation", "link", "keep_until")
OFFER = ("place_offered_at", "place_answer_by")
EARLIEST = ("came_at", "notice_told_at", "called_at", "invited_at", "interviewed_at")
WITH = ("campaign__unit", "person", "recommended_by")


def keeper(one: Applicant, other: Applicant) -> Applicant:
    """Which of the two should stay: the one that has come further, else the earlier."""
    return max((one, other), key=lambda row: (WAY.index(row.status), -row.came_at.timestamp(), -row.pk))


@transaction.atomic
def merge(keep: Applicant, other: Applicant, by: Actor) -> Applicant:
    """`other` lives on in `keep`: interviews, event places, links and waiting letters go along, its row stays as it came.

    Raises `Refused`: another campaign, the same entry or one merged already, `other` further on its way than `keep`,
    a person who has withdrawn since, an interview waiting for both, an offered place that `keep` cannot answer.
    """
    # The campaign first, as whoever answers for a place or settles does: two who press at once must not wait for each other.
    workflow.locked(Campaign(pk=keep.campaign_id))
    first, second = sorted((keep, other), key=lambda row: row.pk)
    rows = {row.pk: row for row in (workflow.locked(first, *WITH), workflow.locked(second, *WITH))}
    kept, gone = rows[keep.pk], rows[other.pk]
    require_recruiter(by, kept.campaign)
    refuse_oneself(by, [kept, gone])
    _refuse_unfit(kept, gone)
    changed = _fill(kept, gone)
    # The link of the gone entry stays its own, unless the kept one has none: then it moves.
    if "link" in changed:
        Applicant.objects.filter(pk=gone.pk).update(link=None)
    Applicant.objects.filter(pk=gone.pk).update(merged_into=kept)
    Applicant.objects.filter(merged_into=gone).update(merged_into=kept)
    changed |= _join_people(kept, gone)
    kept.save(update_fields=sorted(changed))
    gone.interviews.update(applicant=kept)
    _carry_letters(kept, gone)
    facts = {"merged": gone.pk, "fields": sorted(changed)}
    audit.log(kept, "kuuluviin.changed", by, facts)
    audit.log(gone, "kuuluviin.changed", by, {"merged_into": kept.pk})
    return kept


def resolved(applicant: Applicant) -> Applicant:
    """The entry in which this one lives: itself, or the one it was merged into."""
    return Applicant.objects.get(pk=applicant.merged_into_id) if applicant.merged_into_id else applicant


def _refuse_unfit(kept: Applicant, gone: Applicant) -> None:
    if kept.pk == gone.pk or kept.merged_into_id or gone.merged_into_id or kept.campaign_id != gone.campaign_id:
        raise Refused(_("These two cannot be merged. Open the list again."), code="unfit")
    if WAY.index(gone.status) > WAY.index(kept.status):
        raise Refused(_("The other entry has come further. Keep that one and merge this one into it."), code="further")
    if gone.status == Status.WITHDRAWN and kept.status != Status.WITHDRAWN and _withdrew_at(gone) > kept.came_at:
        raise Refused(
            _("The person has withdrawn since. Ask them before you go on with the other entry."), code="withdrew"
        )
    waiting = (Interview.Status.ASKED, Interview.Status.AGREED)
    if all(row.interviews.filter(status__in=waiting).exists() for row in (kept, gone)):
        raise Refused(_("Both have an interview waiting. Cancel one of them first."), code="two_interviews")
    if gone.status in place.KEPT and gone.place_offered_at and kept.status == Status.INTERVIEWED:
        raise Refused(
            _("A place has been offered to the other entry. Write down the answer first, then merge."), code="offered"
        )


def _carry_letters(kept: Applicant, gone: Applicant) -> None:
    """What waits of the other entry is found by the kept one from now on; not what asks of a day or an offer that is over."""
    keeping.drop(gone)
    if kept.place_offered_at != gone.place_offered_at:
        place.drop(gone)
    outbox.carry(gone, kept)


def _withdrew_at(row: Applicant) -> datetime:
    return row.decided_at or row.came_at


def _fill(kept: Applicant, gone: Applicant) -> set[str]:
    """What the kept entry lacks it gets from the other; own words of both stand after each other."""
    fresh: dict[str, Any] = {
        "motivation": "\n\n".join(dict.fromkeys(text for text in (kept.motivation, gone.motivation) if text)),
        "services": list(dict.fromkeys([*kept.services, *gone.services])),
        "is_employee": kept.is_employee or gone.is_employee,
        "is_in_body": kept.is_in_body or gone.is_in_body,
        "told_at": max((at for at in (kept.told_at, gone.told_at) if at), default=None),
    }
    for name in EARLIEST:
        fresh[name] = min((at for at in (getattr(kept, name), getattr(gone, name)) if at), default=None)
    for name in FILLED:
        if getattr(kept, name) in ("", None):
            fresh[name] = getattr(gone, name)
    if kept.status in place.KEPT and kept.place_offered_at is None:
        # The person has a letter that offers a place: its link leads to the kept entry, and waits for the answer there.
        fresh |= {name: getattr(gone, name) for name in OFFER}
    if kept.recommended_by is None and gone.recommended_by is not None:
        fresh |= {"recommended_by": gone.recommended_by, "permission_on": gone.permission_on}
    changed = {name for name, value in fresh.items() if getattr(kept, name) != value}
    for name in changed:
        setattr(kept, name, fresh[name])
    return changed


def _join_people(kept: Applicant, gone: Applicant) -> set[str]:
    """One human being has one row: a known one before one from the form. Two who are both known stay two rows."""
    stays, leaves = kept.person, gone.person
    if stays.pk == leaves.pk or not (stays.is_unconfirmed or leaves.is_unconfirmed):
        return set()
    swapped = stays.is_unconfirmed and not leaves.is_unconfirmed
    if swapped:
        stays, leaves = leaves, stays
    _complete(stays, leaves)
    # A leaving row that another campaign's entry still stands on is left where it is.
    if not Applicant.objects.whole().filter(person=leaves).exclude(pk=kept.pk).exists():
        Person.objects.filter(pk=leaves.pk).update(merged_into=stays)
    SafeLink.objects.filter(pk__in=[row for row in (kept.link_id, gone.link_id) if row]).update(person=stays)
    _move_places(stays, leaves)
    kept.person = stays
    return {"person"} if swapped else set()


def _complete(stays: Person, leaves: Person) -> None:
    lacking = [name for name in (*CONTACT, "needs", "last_name") if not getattr(stays, name) and getattr(leaves, name)]
    for name in lacking if stays.is_unconfirmed else []:
        setattr(stays, name, getattr(leaves, name))
    if lacking and stays.is_unconfirmed:
        stays.save(update_fields=lacking)


def _move_places(stays: Person, leaves: Person) -> None:
    """Places at events go along, where the staying row has none there yet."""
    mine = Registration.objects.filter(person=stays).values("event")
    Registration.objects.filter(person=leaves).exclude(event__in=mine).update(person=stays)
