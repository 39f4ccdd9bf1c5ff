"""Short links of the channels: outside the language trees, since one is printed on papers of every language."""

from django.urls import path

from coordination.recruitment.views import campaign

urlpatterns = [path("<str:code>/", campaign.by_short_link, name="campaign_short")]
