"""Registers the back office of this app with Wagtail; the screens themselves stand in `backoffice/`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from coordination.recruitment.backoffice import (
    applicant,
    campaign,
    campaign_funnel,
    campaign_post,
    campaign_selection,
)
from coordination.recruitment.views import interview_times


@hooks.register("register_admin_viewset")
def campaigns() -> campaign.CampaignBoard:
    return campaign.board


@hooks.register("register_admin_urls")
def interviews() -> list[URLResolver]:
    """The times of interviews; their screens are the portal's, too, and so stand in `views/`."""
    patterns = interview_times.back_office_patterns
    return [path("rekrytoinnit/<int:campaign>/haastattelut/", include((patterns, "campaign_interview")))]


@hooks.register("register_admin_urls")
def applicants() -> list[URLResolver]:
    return [path("rekrytointi/<int:campaign>/hakijat/", include((applicant.urlpatterns, "campaign_applicant")))]


@hooks.register("register_admin_urls")
def selections() -> list[URLResolver]:
    return [
        path("rekrytoinnit/<int:campaign>/valinta/", include((campaign_selection.urlpatterns, "campaign_selection")))
    ]


@hooks.register("register_admin_urls")
def posts() -> list[URLResolver]:
    """The letters and calls of one campaign, and from a message to its applicant."""
    return [
        path("rekrytoinnit/<int:campaign>/kirjeet/", include((campaign_post.letter_patterns, "campaign_letters"))),
        path("rekrytoinnit/<int:campaign>/soitot/", include((campaign_post.call_patterns, "campaign_calls"))),
        path("rekrytoinnit/viestit/", include((campaign_post.about_patterns, "campaign_post"))),
    ]


@hooks.register("register_admin_urls")
def funnels() -> list[URLResolver]:
    """The way from step to step, of one campaign and of all."""
    return [
        path("rekrytoinnit/<int:campaign>/eteneminen/", include((campaign_funnel.urlpatterns, "campaign_funnel"))),
        path("rekrytoinnit/eteneminen/", include((campaign_funnel.overview_urlpatterns, "recruitment_funnel"))),
    ]
