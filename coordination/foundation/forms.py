"""How forms are drawn, and the inputs that show days, times and sums as Finns write them."""

from datetime import date, time
from decimal import Decimal

from django import forms
from django.forms.renderers import TemplatesSetting


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
