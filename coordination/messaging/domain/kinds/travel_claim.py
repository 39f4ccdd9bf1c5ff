"""Kinds about travel claims."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Theme

KINDS = [
    Kind(
        "fees.claim.returned",
        _("A travel claim has to be mended"),
        _("To the one who claimed travel costs, when the claim is returned. What to mend stands on the page alone."),
        Theme.PERSON,
        pieces="address contact coordinator_name coordinator_phone",
        required="address",
    ),
]
