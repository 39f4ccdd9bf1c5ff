from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person, Role, Unit


class MessageTextQuerySet(models.QuerySet):
    def current(self) -> MessageTextQuerySet:
        """What holds now: the newest version of each text, unless it was put back to the product's own."""
        return self.filter(is_current=True, is_own=True)

    def visible_to(self, user) -> MessageTextQuerySet:
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN), "unit__"))


class MessageText(models.Model):
    """A branch's own words for a kind of message: every version ever saved, of which one is current.

    Words and names of places such as `{{ meeting_time }}`, never a template: nothing in them is run.
    """

    class Family(models.TextChoices):
        MAIL = "mail", pgettext_lazy("message text", "e-mail")
        LETTER = "letter", pgettext_lazy("message text", "letter")
        CALL = "call", pgettext_lazy("message text", "phone call")
        SMS = "sms", pgettext_lazy("message text", "text message")

    class Form(models.TextChoices):
        NORMAL = "normal", pgettext_lazy("message text", "ordinary language")
        PLAIN = "plain", pgettext_lazy("message text", "plain language")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    kind = models.CharField(_("Message"), max_length=60)
    family = models.CharField(_("Channel"), max_length=10, choices=Family.choices, default=Family.MAIL)
    language = models.CharField(pgettext_lazy("message text", "Language"), max_length=8)
    form = models.CharField(
        pgettext_lazy("message text", "Form"), max_length=10, choices=Form.choices, default=Form.NORMAL
    )
    version = models.PositiveIntegerField(default=1)
    subject = models.CharField(_("Subject"), max_length=200, blank=True)
    body = models.TextField(pgettext_lazy("message text", "Text"), blank=True)
    is_own = models.BooleanField(default=True, help_text=_("Not so: put back to the product's own text."))
    is_current = models.BooleanField(default=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()

    wagtail_reference_index_ignore = True
    objects = MessageTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        ordering = ["kind", "-version"]
        constraints = [
            models.UniqueConstraint(
                name="message_text_version", fields=["unit", "kind", "family", "language", "form", "version"]
            ),
            models.UniqueConstraint(
                name="message_text_one_current",
                fields=["unit", "kind", "family", "language", "form"],
                condition=models.Q(is_current=True),
            ),
        ]

    def __str__(self) -> str:
        return f"T{self.pk}"


class NoticePace(models.Model):
    """How one wishes a group of notices to come. Without a row they come at once; service messages always do."""

    class Pace(models.TextChoices):
        AT_ONCE = "at_once", pgettext_lazy("notices", "at once")
        DAILY = "daily", pgettext_lazy("notices", "once a day, in one message")
        WEEKLY = "weekly", pgettext_lazy("notices", "once a week, in one message")
        NEVER = "never", pgettext_lazy("notices", "not at all")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.CharField(max_length=40)
    pace = models.CharField(max_length=10, choices=Pace.choices)

    class Meta:
        constraints = [models.UniqueConstraint(name="notice_pace_once", fields=["person", "group"])]

    def __str__(self) -> str:
        return f"{self.person_id}:{self.group}"
