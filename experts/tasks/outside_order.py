"""Orders from outside, by the clock."""

from __future__ import annotations

from experts.domain import order_link, outside_order


def tidy() -> int:
    """Forget what nobody confirmed in time; let the links of orders that go on live on. Returns how many were forgotten."""
    order_link.keep_alive()
    return outside_order.forget_unconfirmed()
