"""Who may be asked, who may not, and in which order: computed in the database, whatever the number of experts."""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import Case, Combinable, When
from django.db.models.functions import Least

from coordination.people.models import Partnership, Role, Unit, User
from coordination.privacy.models import Purpose
from experts.domain import contract_check
from experts.models import (
    BackgroundCheck,
    Booking,
    Expert,
    ExpertLanguage,
    Offer,
    PastBooking,
    PausedTopic,
    RefusedUnit,
)
from experts.models.booking_request import BookingRequest
from experts.models.expert import consented

from . import hours
from .among import NOBODY, among, points
from .need import Need
from .weights import (
    A_BOOKING,
    AREAS,
    CLEAR_TIMES,
    ELSEWHERE,
    FAMILIAR,
    LANGUAGES,
    MOST_BOOKINGS,
    NEAR,
    OPEN_TIME,
    TASK,
    Weights,
    share,
)

Mode = BookingRequest.Mode


def pool(user: User) -> QuerySet[Expert]:
    """The experts of the branches the user coordinates, and the partners' who agreed to be shown to partners (L-02)."""
    kept = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN), "unit__")
    organisations = {unit.organisation_path for unit in user.branches(Role.Kind.COORDINATOR)}
    shared = Partnership.objects.in_force().filter(partner__path__in=organisations).select_related("owner")
    owners = [partnership.owner.organisation_path for partnership in shared] if organisations else []
    if not owners:
        return Expert.objects.filter(kept)
    listed = Q(pk__in=Expert.objects.listed().values("pk"))
    return Expert.objects.filter(
        kept | (Unit.path_condition(owners, "unit__") & listed & Q(consented(Purpose.CV_PARTNERS)))
    )


def fitting(need: Need, kept: QuerySet[Expert]) -> QuerySet[Expert]:
    """Those of the pool the order is about: an asked area of experience, or a wish by name; not asked already."""
    wished = Q(pk__in=list(need.wishes))
    experienced = among(Expert.areas.through.objects.filter(servicearea_id__in=need.area_ids)) if need.areas else Q()
    asked = among(Offer.objects.filter(booking_request=need.order, status__in=Offer.ALIVE))
    engaged = among(Booking.objects.standing().filter(booking_request=need.order))
    here = ~Q(status=Expert.Status.ENDED)
    return kept.filter(wished | (experienced & here) if need.areas else wished | here).exclude(asked | engaged)


def stop(need: Need, user: User) -> Q:
    """A hard stop: not active, no consent, the unit refused, the orderer or the coordinator oneself, taken at every time."""
    inside = Unit.path_condition([need.unit.organisation_path], "unit__")
    consent = (inside & Q(consented(Purpose.CV_OWN))) | (~inside & Q(consented(Purpose.CV_PARTNERS)))
    refused = among(RefusedUnit.objects.filter(unit__path__in=need.unit.paths_up()))
    stops = (
        ~Q(status=Expert.Status.ACTIVE) | ~consent | refused | Q(person=need.order.orderer_id) | Q(person__user=user)
    )
    if need.order.task_type.is_media:
        stops |= ~Q(consented(Purpose.MEDIA))
    if need.order.with_minors:
        stops |= ~among(BackgroundCheck.objects.in_force(need.last_day))
    for kind in need.contracts:
        stops |= ~among(contract_check.holding(kind, need.last_day))
    if need.options:
        stops |= reduce(and_, (hours.taken(need, option) for option in need.options))
    return stops


def score(need: Need, weights: Weights, rest_days: list[int]) -> Combinable:
    """Points of each side times its weight, in whole numbers: 100 points on every side make 100 times the total."""
    return (
        weights.experience * experience(need)
        + weights.time * time(need, rest_days)
        + weights.fairness * fairness(need)
        + weights.nearness * nearness(need)
    )


def experience(need: Need) -> Combinable:
    """The asked areas the expert knows and has not paused, and the task."""
    knows_task = among(Expert.task_types.through.objects.filter(tasktype_id=need.order.task_type_id))
    total = points(knows_task, TASK) + (0 if need.areas else AREAS)
    for area in need.areas:
        knows = among(Expert.areas.through.objects.filter(servicearea_id=area.pk))
        paused = among(PausedTopic.objects.in_force(need.first_day).filter(area=area))
        total = total + points(knows & ~paused, share(AREAS, len(need.areas)))
    return total


def time(need: Need, rest_days: list[int]) -> Combinable:
    """Each time against which nothing speaks adds its share. Whoever is taken at every time has been stopped already."""
    if not need.options:
        return Value(OPEN_TIME + CLEAR_TIMES)
    total: Combinable = Value(OPEN_TIME)
    for option in need.options:
        clear = hours.clear(need, option, rest_days)
        if len(need.options) > 1:
            clear = clear & ~hours.taken(need, option)
        total = total + points(clear, share(CLEAR_TIMES, len(need.options)))
    return total


def fairness(need: Need) -> Combinable:
    """Whoever has had little work lately comes first."""
    return 100 - A_BOOKING * Least(hours.recent_work(need), Value(MOST_BOOKINGS), output_field=IntegerField())


def nearness(need: Need) -> Combinable:
    """The place, the languages and a familiar unit."""
    total = _place(need) + points(familiar(need), FAMILIAR)
    if not need.languages:
        return total + LANGUAGES
    for language in need.languages:
        speaks = among(ExpertLanguage.objects.filter(code=language))
        total = total + points(speaks, share(LANGUAGES, len(need.languages)))
    return total


def _place(need: Need) -> Combinable:
    town = need.unit.locality
    close = Q(locality=town) if town else NOBODY
    remotely = Q(remote__in=[Expert.Remote.ALSO, Expert.Remote.ONLY])
    if need.order.mode == Mode.REMOTE:
        return points(remotely, NEAR)
    if need.order.mode == Mode.EITHER:
        near, far = remotely | close, Q(remote=Expert.Remote.NO)
    else:
        near, far = close & ~Q(remote=Expert.Remote.ONLY), ~Q(remote=Expert.Remote.ONLY)
    whens = [When(near, then=Value(NEAR)), When(far, then=Value(ELSEWHERE))]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def familiar(need: Need) -> Q:
    """Has been to this very unit, by this system's bookings or the imported ones."""
    held = Booking.objects.filter(status=Booking.Status.HELD, booking_request__unit=need.unit)
    past = PastBooking.objects.filter(outcome=PastBooking.Outcome.HELD, unit=need.unit)
    return among(held) | among(past)


def wish(need: Need) -> Combinable:
    """The wish's rank, 9 for those not wished for."""
    whens = [When(pk=pk, then=Value(rank)) for pk, rank in need.wishes.items()]
    return Case(*whens, default=Value(9), output_field=IntegerField()) if whens else Value(9)


def ranked(need: Need, user: User, weights: Weights, kept: QuerySet[Expert]) -> QuerySet[Expert]:
    """Everyone of the pool who may be asked, best first: score, wish, least work lately, then the random key."""
    rest_days = hours.rest_days_in_use()
    rows = fitting(need, kept).filter(~stop(need, user))
    rows = rows.annotate(score=score(need, weights, rest_days), wish=wish(need), recent=hours.recent_work(need))
    return rows.order_by(F("score").desc(), "wish", "recent", "staff_key").select_related("person", "unit")


def stopped(need: Need, user: User, kept: QuerySet[Expert]) -> QuerySet[Expert]:
    """Those who would fit but for a hard stop: the wished first, then who knows most of what is asked."""
    rows = fitting(need, kept).filter(stop(need, user))
    rows = rows.annotate(wish=wish(need), knows=experience(need))
    return rows.order_by("wish", F("knows").desc(), "staff_key").select_related("person", "unit")
