from __future__ import annotations

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Role, Unit

# Without the signs that look alike on paper.
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def short_code() -> str:
    return "".join(secrets.choice(ALPHABET) for __ in range(6))


class CampaignQuerySet(models.QuerySet):
    def led_by(self, user) -> CampaignQuerySet:
        """Those one recruits for, and those of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
        recruited = Recruiter.objects.in_service(user).values("campaign")
        return self.filter(branch | models.Q(pk__in=recruited))

    visible_to = led_by

    def public(self) -> CampaignQuerySet:
        """What the site tells of today: open, begun, and not over."""
        today = clock.today()
        last = models.Q(ends_on=None) | models.Q(ends_on__gte=today)
        return self.filter(last, status=Campaign.Status.OPEN, is_public=True, starts_on__lte=today)

    def taking(self) -> CampaignQuerySet:
        """Where somebody can still be written down: open, whether or not the site tells of it."""
        return self.filter(status=Campaign.Status.OPEN)


class Campaign(models.Model):
    """One recruitment: whom is sought, for what, when, by which channels (CC-06, CC-07, EX-03, EX-06, DG-03)."""

    class Kind(models.TextChoices):
        EXPERTS = "experts", pgettext_lazy("campaign", "experts by experience")
        COUNCIL = "council", pgettext_lazy("campaign", "members of a council")
        GROUP = "group", pgettext_lazy("campaign", "a developer-client group")

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("campaign", "draft")
        OPEN = "open", pgettext_lazy("campaign", "open")
        CLOSED = "closed", pgettext_lazy("campaign", "closed for new ones")
        ENDED = "ended", pgettext_lazy("campaign", "ended")

    MOVES = {
        Status.DRAFT: {Status.OPEN},
        Status.OPEN: {Status.CLOSED},
        Status.CLOSED: {Status.OPEN, Status.ENDED},
        Status.ENDED: set(),
    }

    kind = models.CharField(pgettext_lazy("campaign", "For whom"), max_length=10, choices=Kind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    names = TextsField(verbose_name=pgettext_lazy("campaign", "Name"))
    status = models.CharField(
        pgettext_lazy("campaign", "State"), max_length=8, choices=Status.choices, default=Status.DRAFT
    )
    leads = TextsField(verbose_name=pgettext_lazy("campaign", "In a sentence or two"), blank=True)
    texts = TextsField(verbose_name=pgettext_lazy("campaign", "What it is about, and whom we look for"), blank=True)
    plain = TextsField(verbose_name=pgettext_lazy("campaign", "The same in plain language"), blank=True)
    offers = TextsField(verbose_name=pgettext_lazy("campaign", "What you get"), blank=True)
    aims = TextsField(verbose_name=pgettext_lazy("campaign", "Aims, for those who recruit"), blank=True)
    seats = models.PositiveSmallIntegerField(
        pgettext_lazy("campaign", "How many are taken"),
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
    )
    starts_on = models.DateField(pgettext_lazy("campaign", "Begins"), default=clock.today)
    ends_on = models.DateField(pgettext_lazy("campaign", "Last day to apply"), null=True, blank=True)
    languages = models.JSONField(_("Languages"), default=list)
    contact = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Whom one may call and ask"))
    kick_off = models.ForeignKey(
        "events.Event", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Kick-off event")
    )
    is_public = models.BooleanField(_("Has a page on the public site"), default=True)
    meant_for = models.CharField(
        max_length=80, blank=True, help_text=_("The council it recruits for, if any: “councils.council:3”.")
    )
    admission_url_name = models.CharField(
        max_length=60, blank=True, help_text=_("Where the chosen are admitted: the name of the wing's screen.")
    )
    admission_key = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("campaign", "recruitment")
        verbose_name_plural = pgettext_lazy("campaign", "recruitments")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="campaign_dates",
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="campaign_council_is_named", condition=models.Q(kind="experts") | ~models.Q(meant_for="")
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.pk}"


class RecruiterQuerySet(models.QuerySet):
    def in_service(self, user) -> RecruiterQuerySet:
        """The user's own rows, while the user works in the organisation in some role."""
        kinds = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)
        if not user.is_authenticated or not user.has_role(*kinds):
            return self.none()
        return self.filter(person__user=user)


class Recruiter(models.Model):
    """An employee who recruits and interviews in a campaign (EX-08, DG-01)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="recruiters")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("recruiter", "Who"))

    objects = RecruiterQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="recruiter_once", fields=["campaign", "person"])]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.person_id}"


class Channel(models.Model):
    """A way by which a campaign is told of; its short code tells which way an applicant came (CC-07, EX-06)."""

    class Kind(models.TextChoices):
        SITE = "site", pgettext_lazy("channel", "our web site")
        SURVEY = "survey", pgettext_lazy("channel", "survey")
        ADVERT = "advert", pgettext_lazy("channel", "advert")
        OWN_WORKER = "own_worker", pgettext_lazy("channel", "own worker")
        BROCHURE = "brochure", pgettext_lazy("channel", "brochure")
        PARTNER = "partner", pgettext_lazy("channel", "partner")
        NEWSPAPER = "newspaper", pgettext_lazy("channel", "newspaper")
        EMAIL = "email", pgettext_lazy("channel", "e-mail")
        SOCIAL_MEDIA = "social_media", pgettext_lazy("channel", "social media")
        EVENT = "event", pgettext_lazy("channel", "event")
        OTHER = "other", pgettext_lazy("channel", "other way")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="channels")
    kind = models.CharField(pgettext_lazy("channel", "Way"), max_length=14, choices=Kind.choices)
    note = models.CharField(pgettext_lazy("channel", "More exactly"), max_length=80, blank=True)
    code = models.CharField(max_length=12, unique=True, default=short_code, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("campaign", "channel")
        verbose_name_plural = pgettext_lazy("campaign", "channels")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="channel_once", fields=["campaign", "kind", "note"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.note}".strip()


class GuideQuestion(models.Model):
    """A question prepared beforehand for every interview of a campaign (CC-11, EX-08, DG-04)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(default=0)
    texts = TextsField(verbose_name=pgettext_lazy("interview", "Question"))

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.texts)
