"""Days, times, sums and phone numbers as people read them: thin wrappers over formats."""

from django import template

from coordination.foundation import formats

register = template.Library()


def _or_empty(write):
    """An empty value prints nothing, so that templates need no ``if`` around a date."""

    def filtered(value):
        return "" if value in (None, "") else write(value)

    return filtered


register.filter("day", _or_empty(formats.day))
register.filter("day_short", _or_empty(formats.day_short))
register.filter("clock", _or_empty(formats.clock))
register.filter("column_clock", _or_empty(formats.column_clock))
register.filter("moment", _or_empty(formats.moment))
register.filter("month", _or_empty(formats.month))
register.filter("euros", _or_empty(formats.euros))
register.filter("phone", _or_empty(formats.phone))


@register.filter
def span(start, end) -> str:
    """``{{ session.start|span:session.end }}``: ke 25.11.2026 klo 13–15."""
    return "" if start is None else formats.span(start, end)


@register.filter
def nbsp(text) -> str:
    """The text with spaces that never break: names of rooms, codes, units."""
    return str(text).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def tel(text) -> str:
    """A phone number as the address of a link: digits and a leading plus only."""
    return "".join(sign for sign in str(text or "") if sign.isdigit() or sign == "+")
