"""Public doors that are no pages of the tree; inside a language tree, before Wagtail's own."""

from django.urls import path

from cms.views import cv, search

app_name = "cms"
urlpatterns = [
    path("haku/", search.show, name="search"),
    path("cv/<str:key>/", cv.show, name="cv"),
]
