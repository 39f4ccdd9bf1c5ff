from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock


class DoorBlock(StructBlock):
    """A door of the home page: the whole card is one link."""

    title = CharBlock(label=pgettext_lazy("door", "What the reader wants"), max_length=60)
    text = CharBlock(label=pgettext_lazy("door", "What is behind the door"), max_length=180)
    go = CharBlock(label=pgettext_lazy("door", "Words of the link"), max_length=40)
    page = PageChooserBlock(label=pgettext_lazy("door", "Leads to"))
    pattern = CharBlock(
        label=pgettext_lazy("door", "Pattern"),
        default="kuura",
        max_length=30,
        help_text=_("Any word: each draws a pattern of its own."),
    )

    class Meta:
        label = pgettext_lazy("block", "Door")
        icon = "arrow-right"
        template = "cms/blocks/door.html"
