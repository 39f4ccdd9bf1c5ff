"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from councils.backoffice import statement, topic


@hooks.register("register_admin_urls")
def topics() -> list[URLResolver]:
    return [path("raadit/<int:council>/aiheet/", include((topic.urlpatterns, "council_topic")))]


@hooks.register("register_admin_urls")
def statements() -> list[URLResolver]:
    return [path("raadit/<int:council>/kannanotot/", include((statement.urlpatterns, "council_statement")))]
