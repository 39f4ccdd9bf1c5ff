"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""
