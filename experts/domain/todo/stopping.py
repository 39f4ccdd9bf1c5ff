"""What an expert's stopping, a lost consent, heavy topics and shown checks leave for the coordinator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Role, Unit, User
from coordination.privacy.models import Consent, Purpose
from experts.domain import strain
from experts.models import Booking, BookingRequest, Expert, Stopping

SHOWN = 10
CHECK_DAYS = 30


def for_coordinator(user: User) -> list[Todo]:
    """Due times are aware. A fixed number of queries."""
    return [*_stopped(user), *_consent_gone(user), *_heavy(user), *_checks(user)]


def _stopped(user: User) -> Iterator[Todo]:
    rows = Stopping.objects.visible_to(user).waiting().select_related("expert__person")
    for row in rows[:SHOWN]:
        yield Todo(
            title=f"{row.expert.person.full_name}: {row.get_kind_display()}",
            text=_("See which offers and bookings it touched, and who could come instead."),
            url=reverse("expert:stopping", args=[row.expert_id, row.pk]),
            button=_("Look"),
            tone="late",
            group=_("An expert has stopped"),
        )


def lacking_consent(user: User) -> Q:
    """A booking whose expert's consent has ended: for staff of the own organisation, for partners, or for media (L-02)."""
    standing = Consent.objects.in_force().filter(person=OuterRef("expert__person"))
    own, partners, media = (
        Q(Exists(standing.filter(purpose=each))) for each in (Purpose.CV_OWN, Purpose.CV_PARTNERS, Purpose.MEDIA)
    )
    organisations = {head.organisation_path for head in user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)}
    inside = Unit.path_condition(organisations, "expert__unit__")
    return (inside & ~own) | (~inside & ~partners) | (Q(booking_request__task_type__is_media=True) & ~media)


def _consent_gone(user: User) -> Iterator[Todo]:
    kept = BookingRequest.objects.coordinated_by(user)
    rows = Booking.objects.upcoming().filter(lacking_consent(user), booking_request__in=kept, ends_at__gt=clock.now())
    for booking in rows.select_related("booking_request__task_type", "booking_request__unit")[:SHOWN]:
        order = booking.booking_request
        yield Todo(
            title=f"{order.number} {order.task_type}, {order.unit}",
            text=_("The expert has withdrawn a consent. Ask what the expert wants to do about this booking."),
            url=reverse("booking_request:page", args=[order.pk]),
            button=_("Look"),
            tone="late",
            group=_("Consent withdrawn"),
        )


def _heavy(user: User) -> Iterator[Todo]:
    heads = user.branches(Role.Kind.COORDINATOR)
    if not heads:
        return
    experts = Expert.objects.coordinated_by(user).active()
    rows = strain.of_many(experts.order_by().values("pk"), strain.limit_of(heads[0]))
    names = Expert.objects.filter(pk__in=list(rows)[:SHOWN]).select_related("person") if rows else []
    for expert in names:
        row = rows[expert.pk]
        text = ngettext("%(count)s heavy topic lately", "%(count)s heavy topics in a row", row.count)
        yield Todo(
            title=expert.person.full_name,
            text=text % {"count": row.count} + ". " + _("Ask how things are, and offer something lighter next."),
            url=reverse("expert:page", args=[expert.pk]),
            button=_("Look"),
            tone="wait",
            group=_("Heavy topics in a row"),
        )


def _checks(user: User) -> Iterator[Todo]:
    soon = clock.today() + timedelta(days=CHECK_DAYS)
    rows = Expert.objects.coordinated_by(user).active().annotate(good=Max("background_checks__valid_until"))
    for expert in rows.filter(good__lte=soon).select_related("person").order_by("good")[:SHOWN]:
        words = _("The criminal record extract is good until %(day)s. Ask to see a new one before work with minors.")
        yield Todo(
            title=expert.person.full_name,
            text=words % {"day": formats.day(expert.good)},
            url=reverse("expert:check", args=[expert.pk]),
            button=_("Note a new one"),
            tone="wait",
            group=_("Work with children and young people"),
        )
