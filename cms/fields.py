"""A stream of blocks whose definition stays out of the migrations."""

from __future__ import annotations

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """A StreamField that deconstructs without its blocks: a block's label or help is no change of the database.

    A migration that has to read the content names the blocks itself.
    """

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
