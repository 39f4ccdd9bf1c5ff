"""Registers the back office of this app with Wagtail; the screens themselves stand in `backoffice/`."""

from wagtail import hooks

from coordination.events.backoffice import event, series


@hooks.register("register_admin_viewset")
def events() -> event.EventBoard:
    return event.board


@hooks.register("register_admin_viewset")
def event_series() -> series.SeriesBoard:
    return series.board
