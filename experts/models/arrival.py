from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.models import SafeLink
from coordination.people.models import Person

from .booking_request import BookingRequest


class Arrival(models.Model):
    """How an order came that its orderer did not send signed in: from the public site, or told to the coordinator.

    An order without this row came from an employee's own screen.
    """

    class Way(models.TextChoices):
        SITE = "site", pgettext_lazy("how an order came", "from the public site")
        PHONE = "phone", pgettext_lazy("how an order came", "by phone")
        LETTER = "letter", pgettext_lazy("how an order came", "by letter")
        EMAIL = "email", pgettext_lazy("how an order came", "by e-mail")
        MEETING = "meeting", pgettext_lazy("how an order came", "told in a meeting")

    booking_request = models.OneToOneField(BookingRequest, models.CASCADE, related_name="arrival")
    way = models.CharField(_("How the order came"), max_length=8, choices=Way.choices)
    entered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Written down by")
    )
    organisation_name = models.CharField(_("Organisation as the orderer wrote it"), max_length=120, blank=True)
    invoicing = models.CharField(_("E-invoice address"), max_length=120, blank=True)
    is_new_contact = models.BooleanField(
        default=False, help_text=_("The first order of this contact person: nobody has checked who it is.")
    )
    link = models.ForeignKey(SafeLink, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"W{self.pk}"
