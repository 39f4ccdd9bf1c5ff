"""Fields that every floor uses: texts in several languages, sums, days and times."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from . import clock
from .formats import MINUS, euros_half_up
from .forms import ClockInput, DayInput, MoneyInput
from .guarded import GuardedCharField, GuardedTextField
from .texts import Texts
from .texts_form import TextsFormField

__all__ = [
    "ClockField",
    "CommaField",
    "EuroField",
    "FinnishDateField",
    "GuardedCharField",
    "GuardedTextField",
    "TextsField",
]


class _TextsAttribute(DeferredAttribute):
    """Makes whatever is assigned into Texts, so that a new row reads like a loaded one."""

    def __set__(self, instance, value):
        name = self.field.attname
        instance.__dict__[name] = self.field.to_python(value)


class TextsField(models.JSONField):
    """A short text in several languages: `{"fi": "Luento", "sv": "Föreläsning"}`.

    Reads as `Texts`; a plain string assigned to it is the Finnish text.
    """

    descriptor_class = _TextsAttribute

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", Texts)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("default") is Texts:
            del kwargs["default"]
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return self.to_python(super().from_db_value(value, expression, connection))

    def to_python(self, value):
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return Texts.of(value)

    def formfield(self, **kwargs):
        """One box a language; the Finnish one is required unless the field may be blank."""
        return models.Field.formfield(self, **{"form_class": TextsFormField, **kwargs})


class EuroField(forms.Field):
    """A sum in euros as people write it: `50`, `50,00 €`, `1 000,50`.

    Cleans to a Decimal of two decimals (half up) or None. Sums below `min_value` (0 unless told)
    are refused.
    """

    widget = MoneyInput
    default_error_messages = {
        "invalid": _("Write the sum in euros, for example 50 or 50,00."),
        "min_value": _("The sum must be at least %(limit)s €."),
        "max_value": _("The sum can be at most %(limit)s €."),
    }

    def __init__(self, *, min_value=Decimal(0), max_value=None, **kwargs):
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**kwargs)

    def to_python(self, value) -> Decimal | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return euros_half_up(value)
        return self._read(_without_spaces(str(value)).removesuffix("€").replace(MINUS, "-"))

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        if self.min_value is not None and value < self.min_value:
            self._refuse("min_value", self.min_value)
        if self.max_value is not None and value > self.max_value:
            self._refuse("max_value", self.max_value)

    def _read(self, figure: str) -> Decimal:
        """A comma is the decimal mark; a dot is one too, unless it can only group thousands."""
        if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", figure):
            figure = figure.replace(".", "")
        # "1.000" may mean one euro or a thousand: ask rather than guess.
        if not re.fullmatch(r"-?[0-9]{1,9}(,[0-9]{0,4}|\.[0-9]{0,2})?", figure):
            self._refuse("invalid")
        return euros_half_up(figure.replace(",", "."))

    def _refuse(self, code: str, limit=None):
        raise ValidationError(self.error_messages[code], code=code, params={"limit": limit})


class CommaField(forms.DecimalField):
    """A number that is no sum (kilometres, a percentage), with a decimal comma or a point: `12,5`. Cleans to a Decimal."""

    default_error_messages = {"invalid": _("Write a number, for example 12,5.")}

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"class": "input--short", "inputmode": "decimal"})
        super().__init__(**{"widget": widget, **kwargs})

    def prepare_value(self, value):
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value

    def to_python(self, value) -> Decimal | None:
        if isinstance(value, str):
            value = _without_spaces(value).replace(MINUS, "-").replace(",", ".")
        return super().to_python(value)


class FinnishDateField(forms.Field):
    """A day: `25.11.2026`, `25.11.26` or `2026-11-25`. Cleans to a date or None."""

    widget = DayInput
    default_error_messages = {"invalid": _("Write the date as dd.mm.yyyy")}

    def to_python(self, value) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return _day(_without_spaces(str(value)))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class ComingDateField(FinnishDateField):
    """A day to come, which may be said as people say it: `15.12.` is the next 15th of December. Cleans to a date or None."""

    def to_python(self, value) -> date | None:
        if isinstance(value, str) and (found := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?", _without_spaces(value))):
            try:
                return _next_such_day(int(found[1]), int(found[2]))
            except ValueError:
                raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        return super().to_python(value)


class ClockField(forms.Field):
    """A time of day: `13`, `13.15` or `13:15`. Cleans to a naive time or None."""

    widget = ClockInput
    default_error_messages = {"invalid": _("Write the time as 13 or 13.15")}

    def to_python(self, value) -> time | None:
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        found = re.fullmatch(r"(?:klo|kl\.?)?([0-9]{1,2})(?:[.:]([0-9]{2}))?", _without_spaces(value))
        try:
            return time(int(found[1]), int(found[2] or 0))
        except (TypeError, ValueError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


def _day(text: str) -> date:
    """Raises ValueError for what is no day. Two digits of a year are this century's up to 68."""
    if not (found := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})", text)):
        return date.fromisoformat(text)
    day, month, year = map(int, found.groups())
    if len(found[3]) == 2:
        year += 2000 if year <= 68 else 1900
    return date(year, month, day)


def _next_such_day(day: int, month: int) -> date:
    """Today or later. Raises ValueError for what is no day of this year or of the next."""
    today = clock.today()
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _without_spaces(text: str) -> str:
    """`text` without spaces of any kind, no-break ones too."""
    return "".join(text.split())
