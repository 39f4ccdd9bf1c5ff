"""The consent to one appearance in the media: given with the yes to an offer, withdrawn in one press (PU-02)."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.privacy.models import Consent, Purpose
from coordination.records.domain import audit, workflow
from experts.mails import appearance as mails
from experts.models import Appearance, Booking, BookingRequest, Offer
from experts.permissions.booking import is_expert


def is_asked(order: BookingRequest) -> bool:
    """Whether the task is one where the expert is seen or heard in the media."""
    return order.task_type.is_media


def words_of(order: BookingRequest) -> str:
    """The words the expert agrees to, in the language in use: what, who publishes, where, whether it is read first."""
    first = order.reads_first == BookingRequest.ReadsFirst.YES
    facts = [
        (_("What is made"), order.get_medium_display()),
        (_("Who publishes it"), order.publisher),
        (_("Where it is seen or heard, and how long"), order.published_where),
        (_("I read or hear it before it is published"), pgettext("media", "yes") if first else pgettext("media", "no")),
    ]
    told = "\n".join(f"{name}: {value}" for name, value in facts if value)
    ends = _("I can withdraw this consent until it is published. What has been published cannot always be taken away.")
    return "\n".join([_("I agree to appear this once."), told, ends])


@transaction.atomic
def agree(offer: Offer, by: Actor, agreed: bool) -> Appearance | None:
    """Keep the consent with its words, as part of a yes; None where the task is no media task. Raises `Refused`."""
    order = offer.booking_request
    if not is_asked(order):
        return None
    if not agreed:
        raise Refused(
            gettext_lazy("Tick that you agree to this appearance, or answer that you do not come."),
            field="appears",
            code="appears",
        )
    person = offer.expert.person
    if not Consent.objects.in_force().filter(person=person, purpose=Purpose.MEDIA).exists():
        raise Refused(
            gettext_lazy("The consent to media is not in force. Give it first under your consents."),
            field="appears",
            code="media",
        )
    with translation.override(person.language):
        words = words_of(order)
    facts = {"words": words, "language": person.language, "given_at": clock.now(), "via": by.via, "withdrawn_at": None}
    made, __ = Appearance.objects.update_or_create(offer=offer, defaults=facts)
    audit.log(made, "kuuluviin.made", by, {"offer": offer.pk})
    return made


@transaction.atomic
def withdraw(booking: Booking, by: Actor) -> Appearance:
    """Withdraw the consent at once, no reason asked: the coordinator is told, and the booking is flagged. Raises `Refused`."""
    if not is_expert(by, booking):
        raise Refused(gettext_lazy("Only the expert withdraws this consent."), code="stranger")
    standing = Appearance.objects.in_force().filter(offer=booking.offer_id).first()
    if standing is None:
        raise Refused(gettext_lazy("This consent has been withdrawn already."), code="withdrawn")
    current = workflow.locked(standing)
    current.withdrawn_at = clock.now()
    current.save(update_fields=["withdrawn_at"])
    audit.log(current, "kuuluviin.changed", by, {"withdrawn": True})
    mails.withdrawn(booking)
    return current


def lacks_consent(booking: Booking) -> bool:
    """A media booking ahead whose expert has withdrawn the consent to it, or to media as a whole."""
    if booking.status != Booking.Status.CONFIRMED or not is_asked(booking.booking_request):
        return False
    if not Appearance.objects.in_force().filter(offer=booking.offer_id).exists():
        return True
    person = booking.expert.person_id
    return not Consent.objects.in_force().filter(person=person, purpose=Purpose.MEDIA).exists()
