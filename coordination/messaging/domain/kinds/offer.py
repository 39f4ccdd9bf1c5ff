"""Kinds about an offer to an expert."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

PIECES = [Piece("answered_by", _("Name of the expert who was asked"), "{{ expert.full_name }}")]
KINDS = [
    Kind(
        "experts.offer.ask",
        _("Offer: would you come?"),
        _("To the expert, when the coordinator asks whether the expert would come."),
        Theme.OFFER,
        pieces="task unit offered_times place goal fee deadline link code code_page contact coordinator_name coordinator_phone",
        required="offered_times place fee deadline link contact",
    ),
    Kind(
        "experts.offer.changed",
        _("The arrangements of the offered task have changed"),
        _("To an expert who has been asked, when the arrangements or the safety of the meeting change."),
        Theme.OFFER,
        pieces="task unit changes link contact",
        required="changes contact",
        settles=True,
    ),
    Kind(
        "experts.offer.filled",
        _("The places are filled"),
        _("To an expert who was asked, when others were chosen."),
        Theme.OFFER,
        pieces="task unit contact",
        required="contact",
    ),
    Kind(
        "experts.offer.withdrawn",
        _("The offer was taken back"),
        _("To an expert who was asked, when the offer is not there any more."),
        Theme.OFFER,
        pieces="task unit contact",
        required="contact",
    ),
    Kind(
        "experts.offer.accepted",
        _("An expert would come"),
        _("To the coordinator, when an expert says yes."),
        Theme.OFFER,
        pieces="answered_by number address",
        required="address",
        notice=Notice.WORK,
    ),
    Kind(
        "experts.offer.declined",
        _("An expert does not come"),
        _("To the coordinator, when an expert says no."),
        Theme.OFFER,
        pieces="answered_by number address",
        required="address",
        notice=Notice.WORK,
    ),
    Kind(
        "experts.offer.expired",
        _("An expert has not answered"),
        _("To the coordinator, when the time to answer is over."),
        Theme.OFFER,
        pieces="answered_by number address",
        required="address",
        notice=Notice.WORK,
    ),
]
