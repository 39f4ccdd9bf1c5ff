"""Kinds about what an expert signs and learns: a paper to sign, a certificate that waits."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Theme

KINDS = [
    Kind(
        "experts.contract.asked",
        _("Something to read and sign"),
        _("To the expert, when a contract or a commitment waits for the signature."),
        Theme.PERSON,
        pieces="address contact coordinator_name coordinator_phone",
        required="address contact",
    ),
    Kind(
        "experts.training.completed",
        _("The certificate is ready"),
        _("To the expert who has completed a training."),
        Theme.PERSON,
        pieces="address contact coordinator_name coordinator_phone",
        required="address",
    ),
]
