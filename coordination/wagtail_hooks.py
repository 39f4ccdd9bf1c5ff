"""Registers with Wagtail what spans the house; the screens themselves stand in each app's `backoffice/`."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "kuuluviin.made": (_("Make"), _("Made")),
    "kuuluviin.changed": (_("Change"), _("Changed")),
    "kuuluviin.moved": (_("Move"), _("State changed")),
    "kuuluviin.removed": (_("Remove"), _("Removed")),
}


@hooks.register("register_log_actions")
def log_actions(actions: object) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
