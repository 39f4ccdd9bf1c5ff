"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from experts.backoffice import (
    admission,
    booking_request,
    catalogue,
    concern,
    contract,
    contract_template,
    coordinator_change,
    expert,
    expert_import,
    introduction,
    out_of_date,
    recruiting,
    supervision,
    training_group,
)


@hooks.register("register_admin_viewset")
def orders() -> booking_request.OrderBoard:
    return booking_request.board


@hooks.register("register_admin_viewset")
def experts() -> expert.ExpertBoard:
    return expert.board


@hooks.register("register_admin_viewset")
def catalogues() -> catalogue.CatalogueGroup:
    return catalogue.CatalogueGroup()


@hooks.register("register_admin_urls")
def expert_imports() -> list[URLResolver]:
    return [path("asiantuntijat-taulukosta/", include((expert_import.urlpatterns, "expert_import")))]


@hooks.register("register_admin_viewset")
def concerns() -> concern.ConcernBoard:
    return concern.board


@hooks.register("register_admin_viewset")
def remarks() -> out_of_date.RemarkBoard:
    return out_of_date.board


@hooks.register("register_admin_urls")
def introductions() -> list[URLResolver]:
    return [path("esittely/", include((introduction.urlpatterns, "introduction")))]


class IntroductionMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(introduction.RIGHT)


@hooks.register("register_settings_menu_item")
def introduction_menu() -> IntroductionMenuItem:
    return IntroductionMenuItem(_("Words for the staff"), reverse("introduction:edit"), icon_name="edit", order=425)


@hooks.register("register_admin_urls")
def coordinator_changes() -> list[URLResolver]:
    return [path("koordinaattori-vaihtuu/", include((coordinator_change.urlpatterns, "coordinator_change")))]


@hooks.register("register_admin_urls")
def recruitments() -> list[URLResolver]:
    return [
        path("asiantuntijat-rekrytointi/", include((recruiting.urlpatterns, "expert_recruiting"))),
        path("asiantuntijat-hakijat/<int:unit>/", include((admission.urlpatterns, "expert_admission"))),
    ]


@hooks.register("register_admin_viewset")
def training_groups() -> training_group.TrainingGroupBoard:
    return training_group.board


@hooks.register("register_admin_viewset")
def contracts() -> contract.ContractBoard:
    return contract.board


@hooks.register("register_admin_viewset")
def contract_templates() -> contract_template.ContractTemplateBoard:
    return contract_template.board


@hooks.register("register_admin_urls")
def supervisions() -> list[URLResolver]:
    return [path("tyonohjaus/", include((supervision.urlpatterns, "expert_supervision")))]


class SupervisionMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(supervision.LOOK)


@hooks.register("register_admin_menu_item")
def supervision_menu() -> SupervisionMenuItem:
    label = pgettext_lazy("menu", "Supervision")
    return SupervisionMenuItem(label, reverse("expert_supervision:index"), icon_name="group", order=113)
