"""Registers the back office of this app with Wagtail; the screens themselves stand in `backoffice/`."""
