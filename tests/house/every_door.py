"""All doors of our own: the table of the house and of each of its parts."""

from tests.house import door_table, parts
from tests.house.found_parts import parts_of

DOORS = door_table.DOORS | {name: door for part in parts_of(parts) for name, door in part.DOORS.items()}
