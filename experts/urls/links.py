"""Doors that a safe link opens, without an account."""

from django.urls import path

from experts.views import booking, concern, conversation, offer

urlpatterns = [
    path("tarjous/<str:token>/", offer.by_link, name="offer_link"),
    path("tarjous/<str:token>/keskustelu/", conversation.by_offer_link, name="offer_talk_link"),
    path("keikka/<str:token>/", booking.by_link, name="agreement_link"),
    path("keikka/<str:token>/keskustelu/<str:box>/", conversation.by_booking_link, name="agreement_talk_link"),
    path("keikka/<str:token>/kerro/", concern.by_link, name="concern_link"),
]
