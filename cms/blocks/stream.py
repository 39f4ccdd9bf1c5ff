"""Which parts each kind of page may be built of."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy
from wagtail.blocks import CharBlock, RichTextBlock

from .door import DoorBlock
from .link import LinkBlock, LinkListBlock
from .parts import TEXT, FactsBlock, OrganisationBlock, PictureBlock, QuestionsBlock, SignVideoBlock, StepsBlock
from .voice import QuoteBlock

HEADING = (
    "heading",
    CharBlock(
        label=pgettext_lazy("block", "Heading"),
        icon="title",
        form_classname="title",
        template="cms/blocks/heading.html",
    ),
)
RICH_TEXT = (
    "text",
    RichTextBlock(label=pgettext_lazy("block", "Text"), features=TEXT, icon="pilcrow", template="cms/blocks/text.html"),
)
QUOTE = ("quote", QuoteBlock())
PICTURE = ("picture", PictureBlock())
LINKS = ("links", LinkListBlock())
VIDEO = ("sign_video", SignVideoBlock())

ARTICLE = [
    HEADING,
    RICH_TEXT,
    QUOTE,
    ("steps", StepsBlock()),
    ("facts", FactsBlock()),
    ("organisation", OrganisationBlock()),
    ("questions", QuestionsBlock()),
    PICTURE,
    LINKS,
    VIDEO,
]
NEWS = [HEADING, RICH_TEXT, QUOTE, PICTURE, LINKS, VIDEO]
DOORS = [("door", DoorBlock())]
HERO_LINKS = [("link", LinkBlock())]
