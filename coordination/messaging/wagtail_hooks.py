from django.urls import URLResolver, include, path
from wagtail import hooks

from coordination.messaging.backoffice import message_text, notice, outbox, print_run


@hooks.register("register_admin_viewset")
def board() -> object:
    return outbox.outbox_board


@hooks.register("register_admin_viewset")
def letters() -> object:
    return print_run.board


@hooks.register("register_admin_viewset")
def texts() -> object:
    return message_text.board


@hooks.register("register_admin_urls")
def notices() -> list[URLResolver]:
    return [path("ilmoitukset/", include((notice.urlpatterns, "notices")))]
