"""The year's statement for those who hear by post."""

from __future__ import annotations

from coordination.fees.domain import statement


def post() -> int:
    """On the mornings of January from the seventh on: who has not got the letter of last year yet. Returns how many."""
    return statement.post_all()
