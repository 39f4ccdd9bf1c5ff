"""A recruitment that has ended begins nothing any more, whichever page was left open."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.recruitment.models import Campaign


def refuse(campaign: Campaign) -> None:
    """Raise `Refused` for one that has ended, as the row tells that was read."""
    if campaign.status == Campaign.Status.ENDED:
        raise Refused(_("This recruitment has ended. Begin a new one."), code="ended")
