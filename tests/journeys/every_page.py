"""All pages of ours and who walks them: the table of the house and of each of its parts."""

from tests.house.found_parts import parts_of
from tests.journeys import pages, parts

PARTS = [pages, *parts_of(parts)]
WALKS = {who: walk for part in PARTS for who, walk in part.WALKS.items()}
NO_PAGES = {name: why for part in PARTS for name, why in part.NO_PAGES.items()}
