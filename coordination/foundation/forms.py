"""How forms are drawn, and the inputs that read days, times and sums as Finns write them."""

from datetime import date, time
from decimal import Decimal

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

DAY_FORMATS = ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y"]
CLOCK_FORMATS = ["%H.%M", "%H:%M", "%H"]


class SiteRenderer(TemplatesSetting):
    """Draws ``{{ form }}`` and ``{{ field.as_field_group }}`` from templates/django/forms.

    Only those two templates are ours. Widgets keep Django's own, so that forms
    of the Wagtail admin, which share the renderer, stay as Wagtail draws them.
    """


class DayInput(forms.DateInput):
    """A day as text (25.11.2026): no picker that a screen reader or a shaking hand must fight."""

    def __init__(self, attrs: dict | None = None) -> None:
        base = {"class": "input--date", "inputmode": "text", "autocomplete": "off"}
        super().__init__(base | (attrs or {}), format="%d.%m.%Y")

    def format_value(self, value) -> str | None:
        if isinstance(value, date):
            return f"{value.day}.{value.month}.{value.year}"
        return super().format_value(value)


class ClockInput(forms.TimeInput):
    """A time of day as text (13.30)."""

    def __init__(self, attrs: dict | None = None) -> None:
        base = {"class": "input--clock", "inputmode": "text", "autocomplete": "off"}
        super().__init__(base | (attrs or {}), format="%H.%M")

    def format_value(self, value) -> str | None:
        if isinstance(value, time):
            return f"{value.hour}.{value.minute:02}"
        return super().format_value(value)


class MoneyInput(forms.TextInput):
    """A sum in euros as text (50,00), with a decimal comma."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"class": "input--money", "inputmode": "decimal"} | (attrs or {}))

    def format_value(self, value) -> str | None:
        if isinstance(value, (Decimal, int, float)):
            return f"{Decimal(value):.2f}".replace(".", ",")
        return super().format_value(value)


class DayField(forms.DateField):
    """A date; takes 25.11.2026, 25.11.26 and 2026-11-25."""

    widget = DayInput
    default_error_messages = {"invalid": _("Write the day as dd.mm.yyyy, for example 25.11.2026.")}

    def __init__(self, **kwargs) -> None:
        super().__init__(input_formats=DAY_FORMATS, **kwargs)


class ClockField(forms.TimeField):
    """A time of day on the Finnish wall clock; takes 13.30, 13:30 and 13."""

    widget = ClockInput
    default_error_messages = {"invalid": _("Write the time as hours and minutes, for example 13.30.")}

    def __init__(self, **kwargs) -> None:
        super().__init__(input_formats=CLOCK_FORMATS, **kwargs)


class MoneyField(forms.DecimalField):
    """A sum in euros, two decimals; takes 50, 50,00, 50.00 and 1 000,50 €."""

    widget = MoneyInput
    default_error_messages = {"invalid": _("Write the sum in euros, for example 50,00.")}

    def __init__(self, *, max_digits: int = 8, min_value: Decimal | int = 0, **kwargs) -> None:
        super().__init__(max_digits=max_digits, decimal_places=2, min_value=min_value, **kwargs)

    def to_python(self, value) -> Decimal | None:
        if isinstance(value, str):
            value = value.replace("€", "").replace(",", ".")
            value = "".join(value.split())
        return super().to_python(value)
