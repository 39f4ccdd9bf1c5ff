"""One short text in several languages."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language, override

MAIN_LANGUAGE = "fi"


class Texts(dict):
    """`{"fi": "Luento", "sv": "Föreläsning"}`; as a string, the one for the language in use.

    Where that language has none, the Finnish one stands in, then any that there is.
    """

    @classmethod
    def of(cls, value) -> "Texts":
        """`value` as Texts: a mapping as it is, a plain string as the Finnish text."""
        if isinstance(value, cls):
            return value
        if isinstance(value, Mapping):
            return cls(value)
        return cls({MAIN_LANGUAGE: str(value)} if value else {})

    @classmethod
    def translated(cls, words, **facts) -> "Texts":
        """Lazily translated `words` in every language of the installation, `%(name)s` filled from `facts`."""
        texts = cls()
        for code, __ in settings.LANGUAGES:
            with override(code):
                texts[code] = str(words) % facts if facts else str(words)
        return texts

    def in_language(self, language: str) -> str:
        """The text for `language` ("sv", "sv-fi"), or the nearest there is, or ""."""
        found = self._found(language)
        return self[found] if found else ""

    @property
    def lang(self) -> str:
        """The code of the language that stands in for the one in use, for `lang=""`; "" where none needs to."""
        wanted = (get_language() or MAIN_LANGUAGE).split("-")[0]
        found = self._found(wanted)
        return "" if found.split("-")[0] == wanted else found

    def _found(self, language: str) -> str:
        wanted = (language, language.split("-")[0], MAIN_LANGUAGE, *self)
        return next((code for code in wanted if self.get(code)), "")

    def __str__(self) -> str:
        return self.in_language(get_language() or MAIN_LANGUAGE)
