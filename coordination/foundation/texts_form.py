"""One box a language for a short text."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import identity_code
from .texts import MAIN_LANGUAGE, Texts


def _languages() -> list[tuple[str, str]]:
    """Code and name of the service's languages, the main one first."""
    return sorted(settings.LANGUAGES, key=lambda language: language[0] != MAIN_LANGUAGE)


class TextsWidget(forms.MultiWidget):
    """A labelled text box for each language of the service."""

    template_name = "foundation/texts_widget.html"

    def __init__(self, attrs=None):
        super().__init__({code: forms.TextInput(attrs={"lang": code}) for code, _name in _languages()}, attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for box, (_code, label) in zip(context["widget"]["subwidgets"], _languages(), strict=True):
            box["label"] = label
        return context

    def decompress(self, value):
        texts = Texts.of(value)
        return [texts.get(code, "") for code, _name in _languages()]


class LongTextsWidget(TextsWidget):
    """The same with a box of many lines for each language."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        self.widgets = [forms.Textarea(attrs={"lang": code, "rows": 5}) for code, _name in _languages()]


class TextsFormField(forms.MultiValueField):
    """Cleans to `Texts`. When the field is required, the text in the main language is."""

    widget = TextsWidget
    default_error_messages = {
        "main_language": _("Write the text at least in Finnish. It is shown where another language has none."),
    }

    def __init__(self, **kwargs):
        boxes = [forms.CharField(required=False) for _language in _languages()]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, data_list) -> Texts:
        codes = [code for code, _name in _languages()]
        return Texts({code: text for code, text in zip(codes, data_list, strict=False) if text})

    def clean(self, value):
        texts = super().clean(value)
        if self.required and not texts.get(MAIN_LANGUAGE):
            raise ValidationError(self.error_messages["main_language"], code="main_language")
        if any(identity_code.find(text) for text in texts.values()):
            raise ValidationError(identity_code.MESSAGE, code=identity_code.CODE)
        return texts
