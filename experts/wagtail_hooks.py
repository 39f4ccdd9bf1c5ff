"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from experts.backoffice import booking_request, catalogue, concern, expert, expert_import


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
