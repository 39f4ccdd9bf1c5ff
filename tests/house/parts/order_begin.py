from tests.house.door_table import SARI, agreed_unit
from tests.house.doors import Door

DOORS: dict[str, Door] = {"experts:order_begin": Door(SARI, agreed_unit, method="post")}
