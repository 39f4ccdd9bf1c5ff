from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.guarded_forms import GuardedSettingForm
from coordination.foundation.fields import TextsField


@register_setting(icon="home", order=100)
class OrganisationSettings(BaseGenericSetting):
    """Who keeps the office: shown in the frame of every page, and in the privacy notice (L-03, L-07)."""

    base_form_class = GuardedSettingForm

    name = TextsField(verbose_name=pgettext_lazy("organisation", "Name"), blank=True)
    office = TextsField(verbose_name=_("Name of the office"), blank=True)
    address = TextsField(verbose_name=_("Visiting and postal address"), blank=True)
    phone = models.CharField(pgettext_lazy("organisation", "Phone"), max_length=40, blank=True)
    email = models.EmailField(
        pgettext_lazy("organisation", "E-mail"), blank=True, help_text=_("Of the office, not of a person.")
    )
    hours = TextsField(verbose_name=_("When the phone is answered"), blank=True)
    expert_word = TextsField(
        verbose_name=_("Word for an expert"),
        blank=True,
        help_text=_("For example kokemusasiantuntija or kokemustoimija; small first letter."),
    )
    experts_word = TextsField(verbose_name=_("The same after a number"), blank=True)
    benefits = TextsField(
        verbose_name=_("Note on fees and benefits"),
        blank=True,
        help_text=_("Shown beside every fee. Say where to ask; give no advice."),
    )
    benefits_url = models.URLField(_("Where to read more on fees and benefits"), blank=True)
    ombudsman = TextsField(
        verbose_name=_("Where else one may turn when treated badly"),
        blank=True,
        help_text=_(
            "Shown to an expert who tells of bad treatment: the social and patient ombudsman with a phone number."
        ),
    )
    controller = TextsField(
        verbose_name=_("Controller of the personal data"),
        blank=True,
        help_text=_("The name and business identity code of the organisation."),
    )
    controller_contact = TextsField(verbose_name=_("Contact in matters of data protection"), blank=True)
    legal_basis = TextsField(
        verbose_name=_("Legal basis of the register"),
        blank=True,
        help_text=_(
            "The controller decides: a public task of a county, an agreement or a legitimate interest of an association."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "office", "address", "phone", "email", "hours")],
            heading=pgettext_lazy("organisation", "The office"),
        ),
        MultiFieldPanel(
            [FieldPanel("expert_word"), FieldPanel("experts_word")], heading=pgettext_lazy("organisation", "Words")
        ),
        MultiFieldPanel(
            [FieldPanel("benefits"), FieldPanel("benefits_url")],
            heading=pgettext_lazy("organisation", "Fees and benefits"),
        ),
        MultiFieldPanel(
            [FieldPanel("ombudsman")],
            heading=pgettext_lazy("organisation", "Bad treatment"),
        ),
        MultiFieldPanel(
            [FieldPanel("controller"), FieldPanel("controller_contact"), FieldPanel("legal_basis")],
            heading=pgettext_lazy("organisation", "Privacy notice"),
        ),
    ]

    class Meta:
        verbose_name = _("organisation's details")
        verbose_name_plural = _("organisation's details")

    def __str__(self) -> str:
        return "organisation"

    def in_language(self, language: str) -> dict[str, str]:
        """Every field as text in the language, or in the nearest there is."""
        return {
            field.name: value.in_language(language) if isinstance(value := getattr(self, field.name), dict) else value
            for field in self._meta.fields
            if not field.primary_key
        }
