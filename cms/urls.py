"""Public doors that are no pages of the tree; inside a language tree, before Wagtail's own."""

from django.urls import path

from cms.views import council, cv, search

app_name = "cms"
urlpatterns = [
    path("haku/", search.show, name="search"),
    path("raati/<int:council>/", council.show, name="council"),
    path("cv/<str:key>/", cv.show, name="cv"),
]
