"""Pages of the wing under one's own matters: the council, its meetings, minutes, topics and what came of them."""

from django.urls import URLPattern, path

from councils.views import topic

app_name = "councils"
urlpatterns: list[URLPattern] = [
    path("aiheet/", topic.bank, name="topics"),
    path("aiheet/<int:pk>/tuki/", topic.support, name="topic_support"),
]
