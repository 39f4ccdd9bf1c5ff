"""Doors that a safe link opens."""

urlpatterns: list = []
