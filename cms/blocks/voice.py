from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock, TextBlock


class QuoteBlock(StructBlock):
    """A person's own words, never edited into ours."""

    text = TextBlock(label=pgettext_lazy("quote", "In own words"), rows=2)
    by = CharBlock(
        label=pgettext_lazy("quote", "Who says so"),
        help_text=_("As the person wishes to be named: “Veera, expert by experience since 2021”."),
    )
    allowed = BooleanBlock(label=_("The person has agreed to these words being public"))

    class Meta:
        label = pgettext_lazy("block", "In own words")
        icon = "openquote"
        template = "cms/blocks/quote.html"
