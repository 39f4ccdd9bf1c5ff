"""Words of Wagtail's own screens that its catalogues lack in our languages.

Naming them here brings them into our catalogues, which are asked before Wagtail's. A word that Wagtail has since
learned, or no longer says, can go."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

WORDS = (
    _("Locales"),
    _("Locale"),
    _("Locale: "),
    _("%(locales_count)s locales"),
    _("Available in %(translations_total)s locales"),
    _("Switch locales"),
    _("The page '%(page_title)s' was successfully created in %(locales)s"),
    _(
        "Pages created here will not be accessible at any URL. To add pages to an existing site, create them "
        "as children of the homepage."
    ),
    _(
        "The root level is where you can add new sites to your Wagtail installation. Pages created here will "
        "not be accessible at any URL until they are associated with a site."
    ),
    _("There are no %(model_name)s to display. Why not <a href=\"%(add_url)s\">add one</a>?"),
    _("There are no %(model_name)s to display."),
    _("No %(model_name)s match your query."),
    _("Search all pages…"),
    _("Go to the first error"),
    _("Saved"),
    _("Autosave is paused"),
    _("Autosave is <span>paused</span>"),
    _("Edit account avatar"),
    _("Close dialog"),
    _("Actions (footer)"),
    _("Default avatar"),
    _("You saved a new version in another window"),
    _("View latest version"),
    _("You have unsaved changes in another window"),
    _("Currently idle"),
    _("Currently viewing"),
    _("A network error occurred"),
    _("account"),
    _("Section"),
    _("Toggle section"),
    _("Show issue"),
    _("Content metrics"),
    _("Readability"),
    _("This data explained"),
    _("Once live anyone can view"),
    _("Once scheduled:"),
    _("To be created by %(user)s"),
    _("Scheduling…"),
    _("Schedule to publish"),
    _("Correct the validation errors to resume preview (saving will highlight errors)"),
    _("There are validation errors, click save to highlight them."),
    _("Checks"),
    _("Toggle status"),
    _("Toggle comments"),
    _("Toggle checks"),
    _("Toggle preview"),
    _("Toggle minimap"),
    _("Show keyboard shortcuts"),
    _("Close modal dialogs (like this one)"),
    _("Application"),
    _("Text editing"),
    _("Add or show comments"),
    _("Used on"),
    _("Used by"),
    _("Usage count"),
    _("Usage count: (low to high)"),
    _("Usage count: (high to low)"),
    _("%(action)s by <b>%(who)s</b> at <b>%(at)s</b>"),
    _("%(action)s at <b>%(at)s</b>"),
    _("%(action)s by <b>%(who)s</b>"),
    _("%(time_period)s ago by %(user_display_name)s"),
    _("%(time)s by %(user_display_name)s"),
    _("at %(time)s by %(user_display_name)s"),
    _("at %(time)s"),
    _("Sort by '%(label)s' in ascending order."),
    _("Sort by '%(label)s' in descending order."),
    _(
        "Focus on the drag button and press up or down arrows to move the item, then press enter to submit "
        "the change."
    ),
    _("Enable custom ordering"),
    _("Disable custom ordering"),
    _("Sort item order"),
    _("Sort menu order"),
    _("More options for '%(title)s'"),
    _("The page could not be saved due to validation errors."),
    _("The page could not be created due to validation errors."),
    _("The page could not be saved as it is locked."),
    _("Has child pages"),
    _("Date updated"),
    _("Edited by"),
    _("Any"),
    _("any"),
    _("Anyone"),
    _("Choose parent"),
    _("Exploring"),
    _("Placeholder title"),
    _("Alias"),
    _("Minimum"),
    _("Maximum"),
    _("(blank)"),
    _("- Select an option -"),
    _("item"),
    _("items"),
    _("locale"),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s across entire site."),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    _(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span class=\"w-title-"
        "ellipsis\">%(title)s</span>'."
    ),
    _("Search in '<span class=\"w-title-ellipsis\">%(title)s</span>'"),
    _("No results in '<span class=\"w-title-ellipsis\">%(title)s</span>'."),
    _("Page type"),
    _("Use meaningful text for screen reader users"),
    _("Incorrect heading hierarchy"),
    _("Avoid skipping levels"),
    _("Image alt text has inappropriate pattern"),
    _("Use meaningful text"),
    _("Meta description is empty"),
    _("Add a concise description for search engines"),
    _("Copied for translation from %(title)s (%(locale)s)"),
    _("Successfully created %(locales)s for %(model_name)s '%(object)s'"),
    _("Maximum filesize: %(max_upload_size)s."),
)

COUNTED = (
    ngettext_lazy(
        "One other user is currently viewing",
        "%(num_user)s other users are currently viewing",
    ),
    ngettext_lazy(
        "Include subtree (%(descendant_count)s page)",
        "Include subtree (%(descendant_count)s pages)",
    ),
    ngettext_lazy(
        "A locale is disabled because a parent page is not translated.",
        "Some locales are disabled because some parent pages are not translated.",
    ),
    ngettext_lazy(
        "Translate the parent page.",
        "Translate the parent pages.",
    ),
)
