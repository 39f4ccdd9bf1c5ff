"""Registers with Wagtail what spans the house; the screens themselves stand in each app's `backoffice/`."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from coordination.people.models import Role
from coordination.portal.backoffice import home_panel

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


@hooks.register("construct_homepage_panels")
def waiting_first(request: HttpRequest, panels: list) -> None:
    """A coordinator's home says what waits for whom; the rest of Wagtail's home comes after."""
    if request.user.has_role(Role.Kind.COORDINATOR):
        panels.insert(0, home_panel.WaitingPanel(request))


@hooks.register("construct_reports_menu")
def no_history_of_everything(request: HttpRequest, items: list) -> None:
    """See `portal.views.admin_history`."""
    items[:] = [item for item in items if item.name != "site-history" or request.user.is_superuser]


@hooks.register("insert_global_admin_css")
def our_look() -> SafeString:
    """The same tokens and components as on the site; admin.css maps them onto Wagtail's own variables."""
    sheets = ("css/tokens.css", "css/components.css", "css/admin.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets))
