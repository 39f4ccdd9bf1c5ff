from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)


class LinkValue(StructValue):
    """Where a link leads: to a page of ours first, else to the address."""

    @property
    def target(self) -> str:
        page = self.get("page")
        if page and page.live:
            return page.url or ""
        return self.get("url") or ""

    @property
    def words(self) -> str:
        page = self.get("page")
        return self.get("text") or (page.title if page else "") or self.get("url") or ""


class LinkBlock(StructBlock):
    """A link with words of its own, to a page of the site or elsewhere."""

    text = CharBlock(
        label=pgettext_lazy("link", "Words"),
        required=False,
        help_text=_("Say where it leads. Empty: the page's own title."),
    )
    page = PageChooserBlock(label=pgettext_lazy("link", "Page of this site"), required=False)
    url = URLBlock(label=pgettext_lazy("link", "or an address elsewhere"), required=False)

    class Meta:
        label = pgettext_lazy("block", "Link")
        icon = "link"
        value_class = LinkValue

    def clean(self, value):
        """Raises StructBlockValidationError unless exactly one target is given, and words for an address."""
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            raise StructBlockValidationError(
                {"page": ValidationError(_("Choose a page or write an address: one of them."))}
            )
        if cleaned.get("url") and not cleaned.get("text"):
            raise StructBlockValidationError({"text": ValidationError(_("Write the words of the link."))})
        return cleaned


class LinkListBlock(StructBlock):
    heading = CharBlock(label=pgettext_lazy("block", "Heading"), required=False)
    links = ListBlock(LinkBlock(), label=pgettext_lazy("block", "Links"), min_num=1)

    class Meta:
        label = pgettext_lazy("block", "List of links")
        icon = "list-ul"
        template = "cms/blocks/links.html"
