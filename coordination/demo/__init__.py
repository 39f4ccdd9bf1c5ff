"""The demo: an invented organisation made through the same verbs as a real one, and sign-in by one click.

Nothing here exists outside `coordination.settings.demo`: the doors are not mounted and the command refuses.
"""
