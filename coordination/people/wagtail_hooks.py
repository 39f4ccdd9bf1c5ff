from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from coordination.people.backoffice import partnership, person, unit


class PeopleGroup(ViewSetGroup):
    menu_label = _("People and units")
    menu_icon = "user"
    menu_order = 400
    items = (person.board, unit.board, partnership.board)


@hooks.register("register_admin_viewset")
def people() -> PeopleGroup:
    return PeopleGroup()
