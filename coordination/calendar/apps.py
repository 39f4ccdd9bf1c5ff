from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    name = "coordination.calendar"
    verbose_name = _("Calendar")
