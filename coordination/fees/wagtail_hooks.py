from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from coordination.fees.backoffice import consequence, fee, price, travel_claim, travel_rate


class MoneyGroup(ViewSetGroup):
    menu_label = pgettext_lazy("menu", "Money")
    menu_icon = "tablet-alt"
    menu_order = 350
    items = (fee.board, travel_claim.board, price.board, travel_rate.board, consequence.board)


@hooks.register("register_admin_viewset")
def money() -> MoneyGroup:
    return MoneyGroup()
