from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit

from .booking import Booking


class ConcernQuerySet(models.QuerySet):
    def told_to(self, user) -> ConcernQuerySet:
        """Those told to the user, who coordinates the branch today; whom the teller left has no coordinator's role any
        more, the branch's other coordinators step in. Never one's own, and never the coordinator it was kept from.
        """
        person = user.as_person() if user.is_authenticated else None
        if person is None:
            return self.none()
        role = Role.Kind.COORDINATOR
        still = Role.objects.open(clock.today()).filter(person=models.OuterRef("coordinator"), kind=role)
        told = models.Q(coordinator=person) | ~models.Exists(still)
        branch = Unit.branch_condition(user.branches(role), "booking__booking_request__unit__")
        kept_from = models.Q(kept_from__isnull=False, kept_from=person)
        return self.filter(told & branch).exclude(kept_from).exclude(teller=person)

    def visible_to(self, user) -> ConcernQuerySet:
        """Of whom it was told to, and the teller's own. The orderer and the unit see none, ever."""
        person = user.as_person() if user.is_authenticated else None
        if person is None:
            return self.none()
        return self.filter(models.Q(teller=person) | models.Q(pk__in=self.model.objects.told_to(user).values("pk")))


class Concern(models.Model):
    """An expert tells the coordinator alone of having been treated badly on a booking."""

    class Kind(models.TextChoices):
        BELITTLED = "belittled", pgettext_lazy("concern", "I was belittled or insulted")
        PRESSED = "pressed", pgettext_lazy("concern", "I was pressed to tell more than I wanted")
        TOLD_ON = "told_on", pgettext_lazy("concern", "My matters were told to others")
        HARASSED = "harassed", pgettext_lazy("concern", "I was harassed or threatened")
        UNEQUAL = "unequal", pgettext_lazy("concern", "I was treated differently because of who I am")
        UNSAFE = "unsafe", pgettext_lazy("concern", "I did not feel safe")
        NOT_KEPT = "not_kept", pgettext_lazy("concern", "What was agreed was not kept")
        OTHER = "other", pgettext_lazy("concern", "Something else")

    class Wish(models.TextChoices):
        CALL = "call", pgettext_lazy("concern", "Call me")
        NOTHING = "nothing", pgettext_lazy("concern", "You need not do anything. I want you to know.")
        TALK = "talk", pgettext_lazy("concern", "I want you to talk with them")

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("concern", "waits for the coordinator")
        HANDLED = "handled", pgettext_lazy("concern", "handled")

    MOVES = {Status.OPEN: {Status.HANDLED}, Status.HANDLED: set()}

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="concerns")
    teller = models.ForeignKey(Person, models.PROTECT, related_name="+")
    coordinator = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Told to"))
    kept_from = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(pgettext_lazy("concern", "What happened"), max_length=10, choices=Kind.choices)
    words = models.TextField(_("In your own words"), blank=True)
    wish = models.CharField(pgettext_lazy("concern", "What is wished for"), max_length=8, choices=Wish.choices)
    status = models.CharField(
        pgettext_lazy("concern", "State"), max_length=8, choices=Status.choices, default=Status.OPEN
    )
    told_at = models.DateTimeField(pgettext_lazy("concern", "Told"))
    done = models.TextField(_("What was done"), blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ConcernQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("concern", "told of bad treatment")
        verbose_name_plural = pgettext_lazy("concern", "told of bad treatment")
        ordering = ["-told_at", "-pk"]
        indexes = [models.Index(fields=["coordinator", "status"])]
        constraints = [
            models.CheckConstraint(
                name="concern_handled_tells_what_was_done",
                condition=models.Q(status="open") | (~models.Q(done="") & models.Q(handled_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"H{self.pk}"
