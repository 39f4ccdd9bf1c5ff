from tests.journeys.pages import Walk

WALKS: dict[str, Walk] = {}
NO_PAGES: dict[str, str] = {}
