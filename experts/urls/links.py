"""Doors that a safe link opens, without an account."""

from django.urls import path

from experts.views import booking, offer

urlpatterns = [
    path("tarjous/<str:token>/", offer.by_link, name="offer_link"),
    path("keikka/<str:token>/", booking.by_link, name="agreement_link"),
]
