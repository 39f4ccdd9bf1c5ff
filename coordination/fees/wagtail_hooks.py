from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from coordination.fees.backoffice import (
    approver,
    budget,
    consequence,
    fee,
    inquiry,
    payment_batch,
    payroll,
    price,
    travel_claim,
    travel_rate,
)


class MoneyGroup(ViewSetGroup):
    menu_label = pgettext_lazy("menu", "Money")
    menu_icon = "tablet-alt"
    menu_order = 350
    items = (
        fee.board,
        payment_batch.board,
        inquiry.pages,
        budget.budgets,
        budget.invoices,
        travel_claim.board,
        approver.board,
        price.board,
        travel_rate.board,
        consequence.board,
        payroll.codes,
        payroll.layouts,
        payroll.payees,
    )


@hooks.register("register_admin_viewset")
def money() -> MoneyGroup:
    return MoneyGroup()
