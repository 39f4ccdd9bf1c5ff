"""Languages an expert may work in, by their codes."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

NAMES = {
    "fi": pgettext_lazy("language", "Finnish"),
    "sv": pgettext_lazy("language", "Swedish"),
    "en": pgettext_lazy("language", "English"),
    "se": pgettext_lazy("language", "Northern Sámi"),
    "fse": pgettext_lazy("language", "Finnish sign language"),
    "ru": pgettext_lazy("language", "Russian"),
    "et": pgettext_lazy("language", "Estonian"),
    "uk": pgettext_lazy("language", "Ukrainian"),
    "ar": pgettext_lazy("language", "Arabic"),
    "so": pgettext_lazy("language", "Somali"),
    "fa": pgettext_lazy("language", "Persian and Dari"),
    "es": pgettext_lazy("language", "Spanish"),
}


def name(code: str) -> str:
    """The language's name in the language in use; an unknown code as it is."""
    return str(NAMES.get(code, code))
