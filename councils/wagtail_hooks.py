"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from councils.backoffice import bulletin, fare, group, member, statement, topic


@hooks.register("register_admin_urls")
def topics() -> list[URLResolver]:
    return [path("raadit/<int:council>/aiheet/", include((topic.urlpatterns, "council_topic")))]


@hooks.register("register_admin_urls")
def statements() -> list[URLResolver]:
    return [path("raadit/<int:council>/kannanotot/", include((statement.urlpatterns, "council_statement")))]


@hooks.register("register_admin_urls")
def members_hands() -> list[URLResolver]:
    return [
        path("raadit/<int:council>/tiedotteet/", include((bulletin.urlpatterns, "council_bulletin"))),
        path("raadit/<int:council>/jasenet/<int:pk>/", include((member.urlpatterns, "council_member"))),
        path("raadit/kokoukset/<int:pk>/matkat/", include((fare.urlpatterns, "meeting_fares"))),
    ]


@hooks.register("register_admin_urls")
def groups() -> list[URLResolver]:
    return [path("raadit/<int:council>/ryhma/", include((group.urlpatterns, "council_group")))]
