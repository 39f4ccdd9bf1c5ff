"""The sizes and formats of a picture on a page: made when the page is published, so that no reader waits for them."""

from __future__ import annotations

from collections.abc import Iterator

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

SPECS = [f"width-{width}|format-{kind}" for kind in ("avif", "webp", "jpeg") for width in (480, 960)]


def make(instance: Page, **kwargs: object) -> None:
    """Every rendition that `cms/blocks/picture.html` asks for."""
    for image in _pictures(instance):
        image.get_renditions(*SPECS)


def _pictures(page: Page) -> Iterator[AbstractImage]:
    for field in page._meta.local_fields:
        if isinstance(field, StreamField):
            yield from _pictures_in(getattr(page, field.attname))


def _pictures_in(stream: StreamValue) -> Iterator[AbstractImage]:
    for part in stream:
        if part.block_type == "picture" and part.value.get("image"):
            yield part.value["image"]
