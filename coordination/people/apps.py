from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "coordination.people"
    verbose_name = _("People and units")

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        from coordination.people.auth import note_new_factor

        authenticator_added.connect(note_new_factor, dispatch_uid="coordination.people.second_factor")
