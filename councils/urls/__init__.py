"""Doors of the wing: the portal and the street inside a language tree, safe links and feeds outside it."""
