from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExpertsConfig(AppConfig):
    name = "experts"
    verbose_name = _("Experts by experience")

    def ready(self) -> None:
        from coordination.fees.models import price_promise, trip
        from coordination.privacy.domain import consent
        from experts.domain import claimable, price_promised, stopping

        trip.told_by(claimable.trips_of)
        price_promise.told_by(price_promised.is_asked_with)
        consent.when_withdrawn(stopping.follow_withdrawal)
