"""Registers with Wagtail what spans the house; the screens themselves stand in each app's `backoffice/`."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from coordination.people.models import Role
from coordination.portal.backoffice import home_panel, start_panel

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
    """The home of a coordinator, a leader and finance says what waits for whom, the others' where to begin; the rest of Wagtail's home comes after."""
    if request.user.has_role(Role.Kind.COORDINATOR, Role.Kind.LEADER, Role.Kind.FINANCE):
        panels.insert(0, home_panel.WaitingPanel(request))
    panels.append(start_panel.StartPanel(request))


@hooks.register("construct_main_menu")
def one_is_named(request: HttpRequest, items: list) -> None:
    """The menu's corner shows the user's first name, which an account of ours lacks: lent for this request, never stored."""
    roles = request.user.open_roles
    person = roles[0].person if roles else request.user.as_person()
    request.user.first_name = person.first_name if person else ""


@hooks.register("construct_help_menu")
def no_guides_elsewhere(request: HttpRequest, items: list) -> None:
    """Wagtail's news and guide are in English and about screens that few here have; the shortcuts stay."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("construct_reports_menu")
def no_history_of_everything(request: HttpRequest, items: list) -> None:
    """See `portal.views.admin_history`."""
    items[:] = [item for item in items if item.name != "site-history" or request.user.is_superuser]


@hooks.register("insert_global_admin_css")
def our_look() -> SafeString:
    """The same tokens and components as on the site; admin.css maps them onto Wagtail's own variables."""
    sheets = ("css/tokens.css", "css/components.css", "css/admin.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets))
