from wagtail import hooks

from coordination.messaging.backoffice import outbox


@hooks.register("register_admin_viewset")
def board() -> object:
    return outbox.outbox_board
