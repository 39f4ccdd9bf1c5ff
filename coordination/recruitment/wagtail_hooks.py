"""Registers the back office of this app with Wagtail; the screens themselves stand in `backoffice/`."""

from wagtail import hooks

from coordination.recruitment.backoffice import campaign


@hooks.register("register_admin_viewset")
def campaigns() -> campaign.CampaignBoard:
    return campaign.board
