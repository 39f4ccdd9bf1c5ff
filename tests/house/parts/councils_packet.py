from tests.house.doors import Door

DOORS: dict[str, Door] = {}
