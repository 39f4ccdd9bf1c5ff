from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExpertsConfig(AppConfig):
    name = "experts"
    verbose_name = _("Experts by experience")

    def ready(self) -> None:
        from coordination.fees.models import trip
        from coordination.privacy.domain import consent
        from experts.domain import claimable, stopping

        trip.told_by(claimable.trips_of)
        consent.when_withdrawn(stopping.follow_withdrawal)
