"""Recruitment on the public site, inside a language tree."""

from django.urls import URLPattern, path

from coordination.recruitment.views import campaign

app_name = "recruitment_street"
urlpatterns: list[URLPattern] = [
    path("", campaign.index, name="index"),
    path("<int:pk>/", campaign.show, name="campaign"),
]
