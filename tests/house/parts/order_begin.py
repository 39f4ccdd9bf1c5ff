from tests.house.door_table import agreed_unit, only
from tests.house.doors import Door

# A coordinator writes the order down for an employee, each in the own branch.
DOORS: dict[str, Door] = {
    "experts:order_begin": Door(only("staff", "coordinator", "neighbour"), agreed_unit, method="post")
}
