"""The form of a campaign on paper: for a waiting room, an event, or one who would rather write by hand (CC-09)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats, pdf
from coordination.recruitment.models import Campaign


def make(campaign: Campaign, language: str, *, is_large: bool = False) -> bytes:
    """One PDF/UA document in the language; the boxes are lines to write on."""
    with translation.override(language):
        title = str(campaign.names.in_language(language))
        data = {
            "is_tight": not is_large,
            "heading": title,
            "intro": _("I am interested. You may contact me."),
            "sections": [_who(), _ways(), _about(), _privacy(campaign)],
        }
    size = pdf.LARGE_PRINT if is_large else pdf.NORMAL_PRINT
    return pdf.render("document", data, language=language, title=title, size=size)


def _who() -> dict:
    return {
        "heading": _("Who are you?"),
        "text": _("A name and one way to reach you are enough."),
        "sign": [_("Name"), _("E-mail"), _("Phone"), _("Postal address")],
    }


def _ways() -> dict:
    boxes = (_("By e-mail"), pgettext("way of contact", "By phone"), _("By text message"), _("By post"))
    return {"heading": _("How do we contact you?"), "text": "     ".join(f"□ {box}" for box in boxes)}


def _about() -> dict:
    return {
        "heading": _("Tell more, if you want"),
        "text": _("Do not write your identity code, or about your health."),
        "sign": [
            _("What interests you in this?"),
            _("Which services do you have experience of?"),
            _("Where do you live?"),
        ],
    }


def _privacy(campaign: Campaign) -> dict:
    contact = campaign.contact
    told = ", ".join(filter(None, [contact.full_name, formats.phone(contact.phone), contact.email]))
    return {
        "heading": _("Your privacy"),
        "text": _(
            "Only those who recruit here read this. We keep it until the choice has been made and a while after it. You may withdraw at any time."
        ),
        "facts": [[pgettext("paper form", "Give this paper to, or ask"), told]],
    }
