"""All doors of our own: the table of the house and of each of its parts."""

from tests.house import door_table
from tests.house.parts import (
    channels,
    consequences,
    folder_on_table,
    outside_orders,
    sessions,
    stopping,
    talk,
    texts,
)

PARTS = [channels, consequences, folder_on_table, outside_orders, sessions, stopping, talk, texts]
DOORS = door_table.DOORS | {name: door for part in PARTS for name, door in part.DOORS.items()}
