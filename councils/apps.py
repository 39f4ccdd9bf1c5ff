from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilsConfig(AppConfig):
    name = "councils"
    verbose_name = _("Client councils")

    def ready(self) -> None:
        from coordination.fees.models import trip
        from councils.domain import claimable

        trip.told_by(claimable.trips_of)
        trip.led_by(claimable.led_keys)
