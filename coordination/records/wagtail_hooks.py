from wagtail import hooks

from coordination.records.backoffice import access, rule


@hooks.register("register_admin_viewset")
def boards() -> list:
    return [access.board, rule.board]
