"""What nobody of the office has read yet, for the board of orders."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count

from coordination.people.models import User
from experts.models import BookingRequest, Conversation, Post


def unread_on_board(orders: Iterable[BookingRequest], user: User) -> dict[int, int]:
    """How many posts no coordinator has read yet, by the key of each of the orders the user coordinates. One query."""
    boxes = Conversation.objects.coordinated_by(user).filter(booking_request__in=list(orders))
    rows = Post.objects.filter(conversation__in=boxes).unread_by_coordinators()
    return dict(rows.order_by().values_list("conversation__booking_request").annotate(count=Count("pk")))
