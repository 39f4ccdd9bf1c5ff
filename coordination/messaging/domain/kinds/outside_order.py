"""Kinds to those who order without an account."""

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme

PIECES = [Piece("confirm_until", _("Until when the order can be confirmed"), "{{ until|moment }}")]
KINDS = [
    Kind(
        "experts.outside_order.confirm",
        _("Confirm your order"),
        _("To the sender of an order from the public site, before anybody is told of it."),
        Theme.ORDER,
        pieces="address confirm_until code code_page",
        required="address confirm_until",
        sample=lambda: {"until": clock.now()},
    ),
    Kind(
        "experts.outside_order.link",
        _("A new link to the order"),
        _("To an orderer without an account, who asked for a new link or for whom the coordinator sends one."),
        Theme.ORDER,
        pieces="number address contact coordinator_name coordinator_phone",
        required="address",
    ),
]
