from tests.journeys import pages

WALKS: dict[str, pages.Walk] = {}
NO_PAGES: dict[str, str] = {}
