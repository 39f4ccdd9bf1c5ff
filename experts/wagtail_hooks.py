"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from wagtail import hooks

from experts.backoffice import catalogue, expert


@hooks.register("register_admin_viewset")
def experts() -> expert.ExpertBoard:
    return expert.board


@hooks.register("register_admin_viewset")
def catalogues() -> catalogue.CatalogueGroup:
    return catalogue.CatalogueGroup()
