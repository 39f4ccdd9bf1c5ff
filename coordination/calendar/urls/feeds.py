"""Calendar feeds: addresses a calendar program subscribes to."""

urlpatterns: list = []
