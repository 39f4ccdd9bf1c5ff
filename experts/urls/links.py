"""Doors that a safe link opens, without an account."""

from django.urls import path

from experts.views import (
    agreement_card,
    appearance,
    booking,
    briefing,
    concern,
    conversation,
    offer,
    order_link,
    order_link_cancel,
    outside_order,
    session_cancel,
    time_change,
)

urlpatterns = [
    path("tarjous/<str:token>/", offer.by_link, name="offer_link"),
    path("tarjous/<str:token>/keskustelu/", conversation.by_offer_link, name="offer_talk_link"),
    path("keikka/<str:token>/", booking.by_link, name="agreement_link"),
    path("keikka/<str:token>/peru/", session_cancel.rest_link, name="booking_cancel_link"),
    path("keikka/<str:token>/kerta/<int:session>/peru/", session_cancel.one_link, name="session_cancel_link"),
    path(
        "keikka/<str:token>/kerta/<int:session>/kukaan-ei-tullut/",
        session_cancel.claim_link,
        name="session_claim_link",
    ),
    path("keikka/<str:token>/kerta/<int:session>/siirra/", time_change.propose_link, name="session_move_link"),
    path("siirto/<str:token>/", time_change.answer_link, name="time_change_link"),
    path("tilaus/vahvista/<str:token>/", outside_order.confirm, name="outside_order_link"),
    path("tilaus/<str:token>/", order_link.show, name="order_link"),
    path("tilaus/<str:token>/yhteystiedot/", order_link.contact, name="order_contact_link"),
    path("tilaus/<str:token>/muuta/", order_link.change, name="order_change_link"),
    path("tilaus/<str:token>/peru/", order_link_cancel.cancel, name="order_cancel_link"),
    path("tilaus/<str:token>/keikka/<int:pk>/", booking.by_order_link, name="order_booking_link"),
    path(
        "tilaus/<str:token>/keikka/<int:pk>/kerta/<int:session>/siirra/",
        time_change.propose_order_link,
        name="order_session_move_link",
    ),
    path("tilaus/<str:token>/keskustelu/<str:box>/", conversation.by_order_link, name="order_talk_link"),
    path("keikka/<str:token>/keskustelu/<str:box>/", conversation.by_booking_link, name="agreement_talk_link"),
    path("keikka/<str:token>/kortti/", agreement_card.show_link, name="agreement_card_link"),
    path("keikka/<str:token>/kortti.pdf", agreement_card.printed_link, name="agreement_card_pdf_link"),
    path("keikka/<str:token>/taustoitus/", briefing.show_link, name="briefing_link"),
    path("keikka/<str:token>/kerro/", concern.by_link, name="concern_link"),
    path("keikka/<str:token>/esiintyminen/", appearance.by_link, name="appearance_link"),
]
