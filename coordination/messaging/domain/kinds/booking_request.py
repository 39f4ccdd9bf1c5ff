"""Kinds about an order, to its orderer and its coordinator."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

_WHAT_NEXT = '{% include "messages/experts/booking_request/_cancelled_next.txt" %}'
_CONTACT = '{% if to_orderer %}{% include "messages/experts/booking_request/contact.txt" %}{% endif %}'
_LOOKS = '{% include "messages/experts/booking_request/_looks.txt" %}'

PIECES = [
    Piece("what_next", _("What to do next, by who reads"), _WHAT_NEXT),
    Piece("contact_of_order", _("Whom to ask: for the orderer"), _CONTACT),
    Piece("who_looks", _("Who looks for an expert"), _LOOKS),
]
KINDS = [
    Kind(
        "experts.booking_request.received",
        _("The order has arrived"),
        _("To the orderer, when the order is sent."),
        Theme.ORDER,
        pieces="number task times who_looks address contact coordinator_name coordinator_phone",
        required="times address contact",
    ),
    Kind(
        "experts.booking_request.waiting",
        _("A new order waits"),
        _("To the coordinator, when an order is sent."),
        Theme.ORDER,
        pieces="number task unit orderer_name times address",
        required="address",
    ),
    Kind(
        "experts.booking_request.changed",
        _("The order has changed"),
        _("To the orderer and the coordinator, except the one who changed it."),
        Theme.ORDER,
        pieces="number task changes address contact_of_order",
        required="changes address contact_of_order",
        settles=True,
    ),
    Kind(
        "experts.booking_request.unmatched",
        _("Nobody has been found yet"),
        _("To the orderer, when the search goes on."),
        Theme.ORDER,
        pieces="number task address contact coordinator_name coordinator_phone",
        required="address contact",
    ),
    Kind(
        "experts.booking_request.cancelled",
        _("The order has been cancelled"),
        _("To the orderer and the coordinator."),
        Theme.ORDER,
        pieces="number task what_next address contact_of_order",
        required="address contact_of_order",
    ),
]
