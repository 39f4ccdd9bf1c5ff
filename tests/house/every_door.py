"""All doors of our own: the table of the house and of each of its parts."""

from tests.house import door_table
from tests.house.parts import (
    channels,
    consequences,
    councils_agenda,
    councils_answers,
    councils_council,
    councils_follow_up,
    councils_group,
    councils_member_page,
    councils_minutes,
    councils_packet,
    councils_topics,
    folder_on_table,
    outside_orders,
    sessions,
    stopping,
    talk,
    texts,
)

PARTS = [
    channels,
    consequences,
    councils_agenda,
    councils_answers,
    councils_council,
    councils_follow_up,
    councils_group,
    councils_member_page,
    councils_minutes,
    councils_packet,
    councils_topics,
    folder_on_table,
    outside_orders,
    sessions,
    stopping,
    talk,
    texts,
]
DOORS = door_table.DOORS | {name: door for part in PARTS for name, door in part.DOORS.items()}
