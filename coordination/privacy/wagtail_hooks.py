from wagtail import hooks

from coordination.privacy.backoffice import consent


@hooks.register("register_admin_viewset")
def consents() -> consent.ConsentBoard:
    return consent.board
