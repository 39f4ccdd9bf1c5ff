from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person

from .council import MOST_SEATS, Council


class MembershipQuerySet(models.QuerySet):
    def open(self) -> MembershipQuerySet:
        """Those who have not left."""
        return self.filter(left_on=None)

    def seated(self) -> MembershipQuerySet:
        """Members proper, without substitutes."""
        return self.open().filter(seat__isnull=False)

    def visible_to(self, user) -> MembershipQuerySet:
        """One's own, those of the councils one leads, and of one's own council those who agreed to be named (CC-29)."""
        if not user.is_authenticated:
            return self.none()
        led, own = Council.objects.led_by(user), Council.objects.attended_by(user)
        named = models.Q(council__in=own, name_to_members=True, left_on=None)
        return self.filter(models.Q(person__user=user) | models.Q(council__in=led) | named)


class Membership(models.Model):
    """A seat in a council, or a substitute of one: a fact of its own, confidential unless its holder agreed (CC-29, AN-16)."""

    class Kind(models.TextChoices):
        MEMBER = "member", pgettext_lazy("membership", "member")
        CHAIR = "chair", pgettext_lazy("membership", "chair")
        VICE_CHAIR = "vice_chair", pgettext_lazy("membership", "vice chair")
        SUBSTITUTE = "substitute", pgettext_lazy("membership", "substitute")

    class Reason(models.TextChoices):
        """Why one left: nothing of health, nothing of the life situation."""

        TERM = "term", pgettext_lazy("membership", "the term ended")
        WISH = "wish", pgettext_lazy("membership", "own wish")
        MOVED = "moved", pgettext_lazy("membership", "moved away")
        TIME = "time", pgettext_lazy("membership", "no time")
        OTHER = "other", pgettext_lazy("membership", "another reason")

    council = models.ForeignKey(Council, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("membership", "Member")
    )
    kind = models.CharField(
        pgettext_lazy("membership", "Role"), max_length=12, choices=Kind.choices, default=Kind.MEMBER
    )
    seat = models.PositiveSmallIntegerField(_("Seat"), null=True, blank=True)
    substitute_for = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="substitutes", verbose_name=_("Substitute for")
    )
    started_on = models.DateField(_("From"), default=clock.today)
    left_on = models.DateField(_("Left on"), null=True, blank=True)
    left_because = models.CharField(_("Why"), max_length=8, choices=Reason.choices, blank=True)
    name_to_members = models.BooleanField(_("The other members may read the name"), default=False)
    name_in_public = models.BooleanField(_("The name may be told in public"), default=False)
    rules_agreed_at = models.DateTimeField(
        null=True, blank=True, help_text=_("Yes to confidentiality and the ground rules (GW-06).")
    )
    rules_version = models.PositiveSmallIntegerField(default=0)
    wants_papers = models.BooleanField(_("The papers come along with the e-mail"), default=False)
    open_subject = models.BooleanField(_("The subject may name the council"), default=False)
    usual_fare = models.DecimalField(_("Usual fare, €"), max_digits=6, decimal_places=2, null=True, blank=True)
    usual_route = models.CharField(_("Usual route"), max_length=120, blank=True)
    admitted_on = models.DateField(_("Admitted on"), default=clock.today)
    interview = models.ForeignKey(
        "recruitment.Summary", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Interview")
    )
    admitted_before = models.CharField(
        _("Admitted before interviews were kept here"),
        max_length=200,
        blank=True,
        help_text=_("How the person was admitted before interviews were kept here: date and by whom."),
    )
    admitted_before_on = models.DateField(_("Admitted on"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("membership", "membership")
        verbose_name_plural = pgettext_lazy("membership", "memberships")
        ordering = ["seat", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="membership_seat_once", fields=["council", "seat"], condition=models.Q(left_on=None)
            ),
            models.UniqueConstraint(
                name="membership_once", fields=["council", "person"], condition=models.Q(left_on=None)
            ),
            models.CheckConstraint(
                name="membership_seat_at_most_20",
                condition=models.Q(seat=None) | models.Q(seat__gte=1, seat__lte=MOST_SEATS),
            ),
            models.CheckConstraint(
                name="membership_substitute_has_no_seat",
                condition=(models.Q(kind="substitute") & models.Q(seat=None))
                | (~models.Q(kind="substitute") & models.Q(seat__isnull=False) & models.Q(substitute_for=None)),
            ),
            # CC-10: nobody becomes a member without an interview, kept here or told of from before.
            models.CheckConstraint(
                name="membership_interviewed",
                condition=models.Q(interview__isnull=False) | ~models.Q(admitted_before=""),
            ),
            models.CheckConstraint(
                name="membership_left_has_reason", condition=models.Q(left_on=None) | ~models.Q(left_because="")
            ),
            models.CheckConstraint(
                name="membership_dates",
                condition=models.Q(left_on=None) | models.Q(left_on__gte=models.F("started_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"J{self.pk}"
