"""Recruitment on the public site, inside a language tree."""

from django.urls import URLPattern, path

from coordination.recruitment.views import campaign, interest

app_name = "recruitment_street"
urlpatterns: list[URLPattern] = [
    path("", campaign.index, name="index"),
    path("kiitos/", interest.thanks, name="thanks"),
    path("tapahtuma/<int:pk>/", interest.at_event, name="interest"),
    path("<int:pk>/", campaign.show, name="campaign"),
    path("<int:pk>/hae/", interest.apply, name="apply"),
    path("<int:pk>/lomake.pdf", interest.paper, name="paper"),
]
