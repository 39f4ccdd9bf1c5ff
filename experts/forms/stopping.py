"""Taking a break, stopping, withdrawing a consent: what is to become of the bookings, and nothing about why (EX-02)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.people.actor import Actor
from experts.domain import expert as states
from experts.domain import limit, stopping, stopping_touch
from experts.models import Booking, Expert, PausedTopic, ServiceArea, Stopping

Kind = Stopping.Kind


class BookingsField(forms.ModelMultipleChoiceField):
    """Bookings to come, by their time and task."""

    def label_from_instance(self, row: Booking) -> str:
        return f"{row.coming.together}, {row.booking_request.task_type}, {row.booking_request.unit}"


class StopForm(Asking):
    """One press; the only questions are the last day of a break and which bookings end too."""

    until = FinnishDateField(
        label=_("Last day of the break"),
        required=False,
        help_text=_("Leave it empty if you do not know yet. You can come back on any day."),
    )
    cancelled = BookingsField(
        queryset=Booking.objects.none(),
        label=_("Which of these are cancelled too?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
        help_text=_("Those you do not tick you still do. A ticked one is told kindly to the other side at once."),
    )

    def __init__(
        self, *args: object, expert: Expert, kind: str, by: Actor, purpose: str = "", **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.expert, self.kind, self.by, self.purpose = expert, kind, by, purpose
        self.touch = stopping_touch.of(expert, purpose)
        if kind != Kind.LEAVE:
            del self.fields["until"]
        if self.touch.bookings:
            keys = [row.pk for row in self.touch.bookings]
            rows = Booking.objects.filter(pk__in=keys).select_related(
                "booking_request__task_type", "booking_request__unit"
            )
            self.fields["cancelled"].queryset = rows.prefetch_related("sessions").order_by("starts_at", "pk")
        else:
            del self.fields["cancelled"]

    def act(self) -> Stopping:
        """Raises `Refused`."""
        cancelled = list(self.cleaned_data.get("cancelled") or ())
        if self.kind == Kind.LEAVE:
            return stopping.take_leave(self.expert, self.by, until=self.cleaned_data["until"], cancelled=cancelled)
        if self.kind == Kind.END:
            return stopping.end(self.expert, self.by, cancelled=cancelled)
        return stopping.withdraw(self.expert, self.purpose, self.by, cancelled=cancelled)


class ComeBackForm(Asking):
    """Back now, or a longer break."""

    NOW, LATER = "now", "later"

    choice = forms.ChoiceField(
        label=_("Do you come back?"),
        choices=[(NOW, _("I come back now")), (LATER, _("The break goes on"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    until = FinnishDateField(
        label=_("Last day of the longer break"),
        required=False,
        help_text=_("Needed only if the break goes on. Empty: until you tell."),
    )

    def __init__(self, *args: object, expert: Expert, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.expert, self.by = expert, by

    def act(self) -> Expert:
        """Raises `Refused`."""
        if self.cleaned_data["choice"] == self.NOW:
            return states.come_back(self.expert, self.by)
        return states.lengthen_leave(self.expert, self.by, self.cleaned_data["until"])


class TopicBreakForm(Asking):
    """A break from one topic; the other limits stay as they are."""

    until = FinnishDateField(
        label=_("Last day without this topic"),
        required=False,
        help_text=_("Leave it empty if you do not know yet."),
    )

    def __init__(self, *args: object, expert: Expert, area: ServiceArea, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.expert, self.area, self.by = expert, area, by

    def act(self) -> Expert:
        """Raises `Refused`."""
        standing = {
            row.area: row.until for row in PausedTopic.objects.filter(expert=self.expert).select_related("area")
        }
        paused = {**standing, self.area: self.cleaned_data["until"]}
        return limit.keep(self.expert, self.by, paused=paused)
