"""The building blocks of every screen: ``{% load components %}``.

Each tag draws one component of ``templates/components/`` and knows nothing of
any model. The style guide (demo only) shows all of them with their source.
"""

from datetime import date, datetime
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import clock, formats, tiles
from ..icons import PATHS

register = template.Library()

TONE_ICONS = {
    "ok": "check",
    "warn": "clock",
    "bad": "stop",
    "info": "arrow-right",
    "council": "voice",
    "neutral": "",
}
NOTE_ICONS = {"info": "info", "warn": "warning", "ok": "check", "bad": "stop"}


@register.simple_tag(name="glyph")
@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "clock" %}``: always beside a word. Raises KeyError for an unknown name.

    In back-office templates write ``{% glyph "clock" %}``: Wagtail has an ``icon`` of its own.
    """
    return format_html(
        '<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        PATHS[name],
    )


@register.inclusion_tag("components/tile.html")
def tile(key: str, size: str = "m") -> dict:
    """``{% tile expert.tile_key "s" %}``: the voice tile; sizes s, m and l."""
    return {"tile": tiles.draw(str(key)), "size": size}


@register.inclusion_tag("components/tile_wall.html")
def tile_wall(seed: str, cols: int = 3, rows: int = 3) -> dict:
    """``{% tile_wall "etusivu" 3 3 %}``: decoration for a hero or a page head."""
    drawn, dots = tiles.wall(str(seed), cols, rows)
    return {"tiles": drawn, "dots": dots, "width": cols * tiles.TILE, "height": rows * tiles.TILE}


@register.inclusion_tag("components/status_chip.html")
def status_chip(label: str, tone: str = "neutral", icon: str | None = None) -> dict:
    """``{% status_chip order.get_status_display "warn" "clock" %}``: icon, word, tint.

    Tones: neutral, ok, warn, bad, info, council; the icon follows the tone
    unless one is named. Raises KeyError for an unknown tone.
    """
    return {"label": label, "tone": tone, "icon": TONE_ICONS[tone] if icon is None else icon}


@register.inclusion_tag("components/bar.html")
def bar(value: float, max: float = 100, tone: str = "action") -> dict:
    """``{% bar 2 4 %}``: a share as a drawn bar. The same figures stand beside it as text."""
    share = 0 if not max else min(100, 100 * float(value) / float(max))
    return {"width": f"{share:.4g}", "tone": tone}


@register.inclusion_tag("components/datebox.html")
def datebox(day: date | datetime) -> dict:
    """``{% datebox session.start %}``: the day as a small calendar leaf, hidden from readers."""
    leaf = clock.local(day).date() if isinstance(day, datetime) else day
    weekday = formats.day_short(leaf).split("\N{NO-BREAK SPACE}")[0]
    month = formats.month(leaf).split("\N{NO-BREAK SPACE}")[0].removesuffix("kuu")
    return {"weekday": weekday, "number": leaf.day, "month": month}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, name: str = "page") -> dict:
    """``{% pagination page_obj %}``: previous, next and some numbers, keeping the query string."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    kept = query.urlencode()
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": list(numbers),
        "start": f"?{kept}&{name}=" if kept else f"?{name}=",
        "gap": page.paginator.ELLIPSIS,
    }


@register.simple_tag(takes_context=True)
def query(context, **changes) -> str:
    """``{% query page=None area=3 %}``: this address with those parameters set or dropped."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None:
            parameters.pop(name, None)
        else:
            parameters[name] = value
    return f"?{urlencode(list(parameters.lists()), doseq=True)}"


@register.simple_block_tag
def next_step(content: str, label: str, title: str, icon: str = "", row: bool = False) -> SafeString:
    """The one clear thing on a page: whose turn it is and by when, then what to do.

    ``{% next_step label=_("Your turn") title=_("…") icon="clock" %}…{% endnext_step %}``;
    ``row=True`` sets the last ``div.btns`` beside the text on a wide screen.
    """
    return _component("next_step", content, label=label, title=title, icon=icon, row=row)


@register.simple_block_tag
def note(content: str, tone: str = "info", title: str = "") -> SafeString:
    """``{% note tone="warn" title=_("…") %}<p>…</p>{% endnote %}``: info, ok, warn or bad."""
    return _component("note", content, tone=tone, title=title, icon=NOTE_ICONS[tone])


@register.simple_block_tag
def empty_state(content: str, title: str, icon: str = "search") -> SafeString:
    """Nothing to show: says why, and the content gives one way on."""
    return _component("empty_state", content, title=title, icon=icon)


@register.simple_block_tag
def disclosure(content: str, title: str, open: bool = False) -> SafeString:
    """``{% disclosure title=_("…") %}…{% enddisclosure %}``: details with our arrow."""
    return _component("disclosure", content, title=title, open=open)


def _component(name: str, content: str, **context) -> SafeString:
    drawn = template.loader.get_template(f"components/{name}.html")
    return SafeString(drawn.render({"content": content, **context}))
