from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person

from .campaign import Campaign, Channel


class ApplicantQuerySet(models.QuerySet):
    def whole(self) -> ApplicantQuerySet:
        """One row a person: a double lives on in the row it was merged into."""
        return self.filter(merged_into=None)

    def own(self, user) -> ApplicantQuerySet:
        return self.whole().filter(person__user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> ApplicantQuerySet:
        """Those of the campaigns one recruits for, and never oneself: that one is seen by `own`."""
        if not user.is_authenticated:
            return self.none()
        return self.whole().filter(campaign__in=Campaign.objects.led_by(user)).others_than(user)

    def others_than(self, user) -> ApplicantQuerySet:
        """Whoever recruits and has applied, too, finds no word of others about oneself."""
        return self.exclude(person__in=Person.objects.filter(user=user))

    def standing(self) -> ApplicantQuerySet:
        """Those whose matter is still open."""
        return self.whole().filter(status__in=Applicant.OPEN)

    def reserve(self) -> ApplicantQuerySet:
        """Who is asked first when a place is free, in their order."""
        return self.whole().filter(status=Applicant.Status.RESERVE).order_by("reserve_rank", "decided_at", "pk")


class Applicant(models.Model):
    """Somebody interested in one campaign, from the first word to the admission or a kind no (CC-06…CC-10, EX-06…EX-08, AN-04).

    Of the life situation it keeps now or later and nothing more (CC-11); no diagnosis, no free text about it.
    """

    class Status(models.TextChoices):
        INTERESTED = "interested", pgettext_lazy("applicant", "interested")
        INVITED = "invited", pgettext_lazy("applicant", "invited to an interview")
        INTERVIEWED = "interviewed", pgettext_lazy("applicant", "interviewed")
        SELECTED = "selected", pgettext_lazy("applicant", "selected")
        ADMITTED = "admitted", pgettext_lazy("applicant", "admitted")
        RESERVE = "reserve", pgettext_lazy("applicant", "in reserve")
        LATER = "later", pgettext_lazy("applicant", "later")
        NOT_CHOSEN = "not_chosen", pgettext_lazy("applicant", "not chosen")
        WITHDRAWN = "withdrawn", pgettext_lazy("applicant", "withdrew")

    OPEN = (Status.INTERESTED, Status.INVITED, Status.INTERVIEWED, Status.SELECTED, Status.RESERVE, Status.LATER)

    MOVES = {
        Status.INTERESTED: {Status.INVITED, Status.LATER, Status.NOT_CHOSEN, Status.WITHDRAWN},
        Status.INVITED: {Status.INTERESTED, Status.INTERVIEWED, Status.LATER, Status.NOT_CHOSEN, Status.WITHDRAWN},
        Status.INTERVIEWED: {
            Status.SELECTED,
            Status.RESERVE,
            Status.LATER,
            Status.NOT_CHOSEN,
            Status.WITHDRAWN,
        },
        Status.SELECTED: {Status.ADMITTED, Status.RESERVE, Status.NOT_CHOSEN, Status.WITHDRAWN},
        Status.RESERVE: {Status.SELECTED, Status.LATER, Status.NOT_CHOSEN, Status.WITHDRAWN},
        Status.LATER: {Status.INVITED, Status.INTERVIEWED, Status.SELECTED, Status.NOT_CHOSEN, Status.WITHDRAWN},
        Status.NOT_CHOSEN: set(),
        Status.WITHDRAWN: set(),
        Status.ADMITTED: set(),
    }

    class Choice(models.TextChoices):
        """What those who recruit have in mind; nobody hears of it before the selection is settled."""

        SELECT = "select", pgettext_lazy("choice", "chosen")
        RESERVE = "reserve", pgettext_lazy("choice", "in reserve")
        LATER = "later", pgettext_lazy("choice", "later")
        NOT_CHOSEN = "not_chosen", pgettext_lazy("choice", "not chosen")

    class Source(models.TextChoices):
        FORM = "form", pgettext_lazy("applicant", "on the site")
        EVENT = "event", pgettext_lazy("applicant", "at an event")
        PAPER = "paper", pgettext_lazy("applicant", "on paper")
        PHONE = "phone", pgettext_lazy("applicant", "by phone")
        RECOMMENDED = "recommended", pgettext_lazy("applicant", "recommended by a worker")

    class Situation(models.TextChoices):
        """Whether the life situation lets one take part: nothing more is kept (CC-11)."""

        NOW = "now", pgettext_lazy("life situation", "now")
        LATER = "later", pgettext_lazy("life situation", "later")

    class AgeBand(models.TextChoices):
        UNDER_25 = "under_25", pgettext_lazy("age", "under 25")
        TO_39 = "25_39", pgettext_lazy("age", "25–39")
        TO_54 = "40_54", pgettext_lazy("age", "40–54")
        TO_69 = "55_69", pgettext_lazy("age", "55–69")
        OVER_70 = "over_70", pgettext_lazy("age", "70 or over")

    class Reason(models.TextChoices):
        """Why somebody was not chosen, from a fixed list: equal grounds for everybody (L-45)."""

        FULL = "full", pgettext_lazy("reason", "more applied than there are places")
        BALANCE = "balance", pgettext_lazy("reason", "so that the group is of many kinds of people")
        NO_EXPERIENCE = "no_experience", pgettext_lazy("reason", "no own experience of these services")
        LATER = "later", pgettext_lazy("reason", "this is not the right time; later may be")
        RULES = "rules", pgettext_lazy("reason", "employees and members of statutory bodies cannot be chosen")
        NO_ANSWER = "no_answer", pgettext_lazy("reason", "did not answer or come")
        OTHER_TASK = "other_task", pgettext_lazy("reason", "another way of taking part fits better")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="applicants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("applicant", "Who"))
    channel = models.ForeignKey(
        Channel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Heard of it by")
    )
    source = models.CharField(_("How the details came"), max_length=12, choices=Source.choices)
    event = models.ForeignKey("events.Event", models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(
        pgettext_lazy("applicant", "State"), max_length=12, choices=Status.choices, default=Status.INTERESTED
    )
    motivation = models.TextField(_("Why I am interested"), blank=True)
    services = models.JSONField(_("Services I have experience of"), default=list, blank=True)
    age_band = models.CharField(pgettext_lazy("applicant", "Age"), max_length=10, choices=AgeBand.choices, blank=True)
    area = models.CharField(pgettext_lazy("applicant", "Where I live"), max_length=80, blank=True)
    is_first_timer = models.BooleanField(_("I have not taken part in such activity before"), null=True, blank=True)
    is_employee = models.BooleanField(_("I work for the organisation"), default=False)
    is_in_body = models.BooleanField(_("I belong to one of its statutory bodies"), default=False)
    recommended_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Recommended by")
    )
    permission_on = models.DateField(_("The person gave permission on"), null=True, blank=True)
    life_situation = models.CharField(_("Can take part"), max_length=6, choices=Situation.choices, blank=True)
    notice_told_at = models.DateTimeField(_("Privacy notice told"))
    link = models.OneToOneField("messaging.SafeLink", models.SET_NULL, null=True, blank=True, related_name="+")
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    choice = models.CharField(
        pgettext_lazy("applicant", "Choice"), max_length=10, choices=Choice.choices, blank=True, default=""
    )
    reserve_rank = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(_("Reason"), max_length=14, choices=Reason.choices, blank=True)
    keep_until = models.DateField(_("Agreed to wait until"), null=True, blank=True)
    place_offered_at = models.DateTimeField(null=True, blank=True)
    place_answer_by = models.DateField(null=True, blank=True)
    came_at = models.DateTimeField(_("Came"))
    called_at = models.DateTimeField(null=True, blank=True, help_text=_("When invited to the kick-off."))
    invited_at = models.DateTimeField(null=True, blank=True)
    interviewed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    admitted_at = models.DateTimeField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True, help_text=_("When the person last heard something from us."))

    objects = ApplicantQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("applicant", "applicant")
        verbose_name_plural = pgettext_lazy("applicant", "applicants")
        ordering = ["came_at", "pk"]
        indexes = [models.Index(fields=["campaign", "status"]), models.Index(fields=["status", "told_at"])]
        constraints = [
            models.UniqueConstraint(
                name="applicant_once", fields=["campaign", "person"], condition=models.Q(merged_into=None)
            ),
            models.CheckConstraint(
                name="applicant_recommended_with_permission",
                condition=models.Q(recommended_by=None) | models.Q(permission_on__isnull=False),
            ),
            models.CheckConstraint(
                name="applicant_not_chosen_has_reason", condition=~models.Q(status="not_chosen") | ~models.Q(reason="")
            ),
            models.CheckConstraint(
                name="applicant_choice_is_whole",
                condition=models.Q(choice__in=("", "select"))
                | (models.Q(choice="not_chosen") & ~models.Q(reason=""))
                | (models.Q(choice__in=("reserve", "later")) & models.Q(keep_until__isnull=False)),
            ),
            models.CheckConstraint(
                name="applicant_reserve_agreed_until",
                condition=~models.Q(status__in=("reserve", "later")) | models.Q(keep_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"H{self.pk}"


class FunnelRow(models.Model):
    """What remains of an applicant whose data has been erased: the campaign, the channel, the steps and their months (AN-04).

    Nothing leads back to anybody: no day, no key, no age.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="funnel_rows")
    channel = models.CharField(max_length=14, choices=Channel.Kind.choices, blank=True)
    outcome = models.CharField(max_length=12, choices=Applicant.Status.choices)
    reason = models.CharField(max_length=14, choices=Applicant.Reason.choices, blank=True)
    applied = models.DateField(help_text=_("The first day of the month."))
    interviewed = models.DateField(null=True, blank=True)
    selected = models.DateField(null=True, blank=True)
    started = models.DateField(null=True, blank=True)
    completed = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"S{self.pk}"


class Forgetting(models.Model):
    """A run that erased applicants by the organisation's rule: when, of which campaign, how many, by whom (L-05)."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="forgettings")
    at = models.DateTimeField()
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    count = models.PositiveIntegerField()
    notes_emptied = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"U{self.pk}"
