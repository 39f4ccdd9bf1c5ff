"""The catalogues in the back office: areas of experience and tasks, in the order the organisation gives them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from coordination.foundation.guarded import GuardsTexts
from experts.models import ServiceArea, TaskType


def _title(viewset_name: str) -> TitleColumn:
    return TitleColumn("names", label=_("Name of the item"), accessor="__str__", url_name=f"{viewset_name}:edit")


class GuardedViewSet(ModelViewSet):
    """A catalogue is shown to everybody: no identity code in it either (L-04)."""

    def get_form_class(self, for_update: bool = False) -> type:
        form = super().get_form_class(for_update)
        return type(f"Guarded{form.__name__}", (GuardsTexts, form), {"__module__": __name__})


class ServiceAreaViewSet(GuardedViewSet):
    """CV-07…CV-15 and the services that have come beside them."""

    model = ServiceArea
    name = "service_area"
    url_prefix = "kokemusalueet"
    icon = "tag"
    menu_label = _("Areas of experience")
    form_fields = ["code", "names", "heavy", "in_use"]
    list_display = [
        _title("service_area"),
        BooleanColumn("heavy", label=_("Heavy topic")),
        BooleanColumn("in_use", label=_("In use")),
    ]
    sort_order_field = ordering = "position"
    copy_view_enabled = False


class TaskTypeViewSet(GuardedViewSet):
    """What an expert may be ordered for, and what the order then asks (EX-04)."""

    model = TaskType
    name = "task_type"
    url_prefix = "tehtavat"
    icon = "list-ul"
    menu_label = _("Tasks")
    form_fields = [
        "code",
        "names",
        "is_client_meeting",
        "is_media",
        "asks_audience",
        "asks_preparation",
        "usual_experts",
        "usual_minutes",
        "debrief_minutes",
        "price_code",
        "role_names",
        "is_assignment",
        "in_use",
    ]
    list_display = [
        _title("task_type"),
        BooleanColumn("is_client_meeting", label=_("A client takes part")),
        Column("usual_minutes", label=_("Usual length, minutes")),
        BooleanColumn("in_use", label=_("In use")),
    ]
    sort_order_field = ordering = "position"
    copy_view_enabled = False


class CatalogueGroup(ModelViewSetGroup):
    menu_label = _("Catalogues")
    menu_icon = "list-ul"
    menu_order = 420
    items = (ServiceAreaViewSet("service_area"), TaskTypeViewSet("task_type"))
