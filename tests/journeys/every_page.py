"""All pages of ours and who walks them: the table of the house and of each of its parts."""

from tests.journeys import pages
from tests.journeys.parts import (
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
    pages,
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
WALKS = {who: walk for part in PARTS for who, walk in part.WALKS.items()}
NO_PAGES = {name: why for part in PARTS for name, why in part.NO_PAGES.items()}
