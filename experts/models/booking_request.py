from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.models import PriceClass
from coordination.people.models import Person, Role, Unit

from . import session_words
from .cancel_reason import CancelReason
from .catalogue import ServiceArea, TaskType
from .expert import Expert


class BookingRequestQuerySet(models.QuerySet):
    def coordinated_by(self, user) -> BookingRequestQuerySet:
        """Orders of the branches where the user coordinates, once they have been sent."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__")).exclude(status=BookingRequest.Status.DRAFT)

    def ordered_by(self, user) -> BookingRequestQuerySet:
        return self.filter(orderer__user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> BookingRequestQuerySet:
        """One's own orders, and those of one's branch as a coordinator; the expert sees offers and bookings instead."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        kept = Unit.branch_condition(branches, "unit__") & ~models.Q(status=BookingRequest.Status.DRAFT)
        return self.filter(models.Q(orderer__user=user) | kept)

    def waiting(self) -> BookingRequestQuerySet:
        """Waiting for the coordinator to match."""
        return self.filter(status__in=[BookingRequest.Status.SENT, BookingRequest.Status.UNMATCHED])


class BookingRequest(models.Model):
    """The order: what the orderer asked (section 2.2). It holds no client identity, ever (L-04, L-12)."""

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("order", "draft")
        SENT = "sent", pgettext_lazy("order", "sent")
        OFFERED = "offered", pgettext_lazy("order", "offered")
        UNMATCHED = "unmatched", pgettext_lazy("order", "nobody found yet")
        CONFIRMED = "confirmed", pgettext_lazy("order", "confirmed")
        HELD = "held", pgettext_lazy("order", "held")
        CLOSED = "closed", pgettext_lazy("order", "closed")
        CANCELLED = "cancelled", pgettext_lazy("order", "cancelled")

    MOVES = {
        Status.DRAFT: {Status.SENT},
        Status.SENT: {Status.OFFERED, Status.UNMATCHED, Status.HELD, Status.CANCELLED},
        Status.OFFERED: {Status.UNMATCHED, Status.SENT, Status.CONFIRMED, Status.HELD, Status.CANCELLED},
        Status.UNMATCHED: {Status.OFFERED, Status.HELD, Status.CANCELLED},
        Status.CONFIRMED: {Status.HELD, Status.SENT, Status.CANCELLED},
        Status.HELD: {Status.CLOSED},
        Status.CLOSED: set(),
        Status.CANCELLED: set(),
    }

    class Mode(models.TextChoices):
        PLACE = "place", pgettext_lazy("mode", "on the spot")
        REMOTE = "remote", pgettext_lazy("mode", "remotely")
        EITHER = "either", pgettext_lazy("mode", "either way")

    class Medium(models.TextChoices):
        PRESS = "press", pgettext_lazy("medium", "newspaper or magazine")
        RADIO = "radio", pgettext_lazy("medium", "radio or podcast")
        TELEVISION = "tv", pgettext_lazy("medium", "television or video")
        WEB = "web", pgettext_lazy("medium", "website or social media")
        PHOTO = "photo", pgettext_lazy("medium", "photographs")
        RECORDING = "recording", pgettext_lazy("medium", "recording for training")

    class ReadsFirst(models.TextChoices):
        YES = "yes", pgettext_lazy("media", "Yes, before it is published")
        NO = "no", pgettext_lazy("media", "No, for example a live broadcast")

    class Permission(models.TextChoices):
        NOT_ASKED = "not_asked", pgettext_lazy("permission", "not asked yet")
        GIVEN = "given", pgettext_lazy("permission", "yes, the client gave permission")

    number = models.CharField(_("Number"), max_length=20, unique=True)
    status = models.CharField(
        pgettext_lazy("order", "State"), max_length=12, choices=Status.choices, default=Status.DRAFT
    )
    version = models.PositiveIntegerField(default=0, help_text=_("Rises with every change the parties are told of."))
    orderer = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Orderer"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    coordinator = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Coordinator")
    )
    task_type = models.ForeignKey(
        TaskType, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Task")
    )
    client_meeting = models.BooleanField(default=False, help_text=_("As the task type was when the order was sent."))
    topic = models.CharField(_("What is it about, in a few words?"), max_length=120, blank=True)
    need = models.TextField(_("What do you need?"), blank=True)
    goal = models.TextField(_("Goal"), blank=True)
    audience = models.CharField(_("Who takes part?"), max_length=200, blank=True)
    audience_size = models.PositiveIntegerField(_("How many take part?"), null=True, blank=True)
    with_minors = models.BooleanField(_("Children or young people take part"), default=False)
    areas = models.ManyToManyField(ServiceArea, blank=True, verbose_name=_("Wished experience"))
    languages = models.JSONField(_("Languages"), default=list)
    seats = models.PositiveSmallIntegerField(
        _("How many experts?"), default=1, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    mode = models.CharField(_("On the spot or remotely"), max_length=8, choices=Mode.choices, default=Mode.PLACE)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    directions = models.TextField(_("How to get there"), blank=True)
    venue_access = models.CharField(_("Accessibility of the place"), max_length=200, blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    arrangements = models.JSONField(_("What is arranged at the place"), default=list, blank=True)
    interpreter = models.CharField(_("Interpreter, which language"), max_length=60, blank=True)
    safety_note = models.TextField(_("Safety of the meeting"), blank=True)
    preparation_minutes = models.PositiveSmallIntegerField(
        _("Preparation, minutes"), default=0, validators=[MaxValueValidator(480)]
    )
    preparation = models.CharField(_("What the preparation is"), max_length=200, blank=True)
    debrief_minutes = models.PositiveSmallIntegerField(
        _("Debrief, minutes"), default=0, validators=[MaxValueValidator(120)]
    )
    permission = models.CharField(
        _("Client's permission"), max_length=10, choices=Permission.choices, default=Permission.NOT_ASKED
    )
    permission_on = models.DateField(_("When was the permission given?"), null=True, blank=True)
    permission_asked_by = models.CharField(_("Who asked the client?"), max_length=120, blank=True)
    permission_withdrawn_at = models.DateTimeField(_("The client took the permission back"), null=True, blank=True)
    professional = models.CharField(_("Responsible professional"), max_length=120, blank=True)
    medium = models.CharField(_("What is made?"), max_length=10, choices=Medium.choices, blank=True)
    publisher = models.CharField(_("Who publishes it?"), max_length=120, blank=True)
    published_where = models.CharField(_("Where is it seen or heard, and how long?"), max_length=200, blank=True)
    reads_first = models.CharField(
        _("Does the expert read or hear it first?"), max_length=3, choices=ReadsFirst.choices, blank=True
    )
    price_class = models.ForeignKey(
        PriceClass, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Fee class")
    )
    offered_amount = models.DecimalField(
        _("Fee, €"), max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    amount_reason = models.CharField(_("Why another fee?"), max_length=300, blank=True)
    payer = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Who pays"))
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    reference = models.CharField(_("Reference"), max_length=60, blank=True)
    greeting = models.TextField(_("Message to the coordinator"), blank=True)
    assigned_from = models.DateField(_("First day"), null=True, blank=True)
    assigned_until = models.DateField(_("Last day"), null=True, blank=True)
    works_on_holidays = models.BooleanField(_("Work is done on public holidays too"), default=False)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followers")
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(_("Arrived"), null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_code = models.CharField(max_length=12, choices=CancelReason.choices, blank=True)
    cancel_reason = models.CharField(_("Why it was cancelled"), max_length=300, blank=True)

    objects = BookingRequestQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("order", "order")
        verbose_name_plural = pgettext_lazy("order", "orders")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["status", "-sent_at", "-id"]), models.Index(fields=["orderer", "-id"])]
        constraints = [
            models.CheckConstraint(name="order_seats", condition=models.Q(seats__gte=1)),
            models.CheckConstraint(
                name="order_permission_complete",
                condition=~models.Q(permission="given")
                | (models.Q(permission_on__isnull=False) & ~models.Q(permission_asked_by="")),
            ),
            models.CheckConstraint(
                name="order_client_meeting_has_permission",
                condition=models.Q(status="draft")
                | models.Q(client_meeting=False)
                | (models.Q(permission="given") & ~models.Q(goal="") & ~models.Q(professional="")),
            ),
            models.CheckConstraint(
                name="order_assigned_dates",
                condition=models.Q(assigned_from__isnull=True)
                | models.Q(assigned_until__isnull=True)
                | models.Q(assigned_until__gte=models.F("assigned_from")),
            ),
            models.CheckConstraint(
                name="order_sent_has_time", condition=models.Q(status="draft") | models.Q(sent_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def further_times(self) -> list[str]:
        """The talks, rehearsals and further meetings in words."""
        return session_words.further(self)

    @property
    def work_times(self) -> list[str]:
        """An assignment's days and hours in words."""
        return session_words.assignment(self)

    def role_at(self, seat: int | None) -> str:
        """The role of a place (ET-01); empty where the place has none, or any place will do."""
        return next((str(role) for role in self.roles.all() if role.seat == seat), "")


class TimesInUse(models.Manager):
    """The times an order has now; a retired one is reached only from what once happened at it."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(retired=False)


class RequestedTime(models.Model):
    """A time of the order: of the main ones one is chosen at confirmation, all the others are to happen (ET-05).

    A time is paid as the order is, by a class of its own, or not at all where it is included in the meeting's fee. One
    that a booking once had is not deleted with a change of the order but retired.
    """

    class Kind(models.TextChoices):
        MAIN = "main", pgettext_lazy("time", "meeting")
        PREPARATION = "preparation", pgettext_lazy("time", "preparatory talk")
        REHEARSAL = "rehearsal", pgettext_lazy("time", "rehearsal")
        FURTHER = "further", pgettext_lazy("time", "further meeting")

    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="times")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.MAIN)
    option = models.PositiveSmallIntegerField(default=1)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    chosen = models.BooleanField(default=False)
    price_class = models.ForeignKey(
        PriceClass, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Fee class")
    )
    included = models.BooleanField(_("Included in the fee of the meeting"), default=False)
    retired = models.BooleanField(default=False)

    objects = TimesInUse()

    class Meta:
        ordering = ["kind", "option"]
        constraints = [
            models.CheckConstraint(
                name="requested_time_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.UniqueConstraint(
                name="requested_time_option",
                fields=["booking_request", "kind", "option"],
                condition=models.Q(retired=False),
            ),
            models.UniqueConstraint(
                name="requested_time_one_chosen",
                fields=["booking_request"],
                condition=models.Q(chosen=True, kind="main"),
            ),
            models.CheckConstraint(
                name="requested_time_retired_not_chosen", condition=models.Q(retired=False) | models.Q(chosen=False)
            ),
        ]

    def __str__(self) -> str:
        return f"T{self.pk}"


class Wish(models.Model):
    """An expert the orderer would like, first to third (CM-07). The coordinator matches (EX-11)."""

    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="wishes")
    expert = models.ForeignKey(Expert, models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField(default=1)
    chosen_by_client = models.BooleanField(
        default=False, help_text=_("The client chose from the cards; the worker only wrote it down.")
    )

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(name="wish_once", fields=["booking_request", "expert"]),
            models.UniqueConstraint(name="wish_rank", fields=["booking_request", "rank"]),
            models.CheckConstraint(name="wish_three_at_most", condition=models.Q(rank__gte=1, rank__lte=3)),
        ]

    def __str__(self) -> str:
        return f"{self.booking_request_id}:{self.rank}"
