"""What an editor builds a page of: a small set of parts, each drawn by one template in `templates/cms/blocks/`."""

from .door import DoorBlock
from .link import LinkBlock
from .stream import ARTICLE, DOORS, HERO_LINKS, NEWS

__all__ = ["ARTICLE", "DOORS", "HERO_LINKS", "NEWS", "DoorBlock", "LinkBlock"]
