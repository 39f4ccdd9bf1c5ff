"""Pages of the wing under one's own matters: the folder, orders, bookings, one's CV, limits and times."""

from django.urls import URLPattern, path

from experts.views import (
    appearance,
    audience,
    availability,
    booking,
    booking_request,
    booking_request_act,
    booking_request_form,
    concern,
    conversation,
    cv,
    expert_photo,
    folder,
    limit,
    offer,
    stopping,
)

app_name = "experts"
urlpatterns: list[URLPattern] = [
    path("cv/", cv.mine, name="my_cv"),
    path("cv/kuka-nakee/", audience.mine, name="my_audience"),
    path("cv/kuka-nakee/<str:kind>/", audience.edit, name="my_audience_edit"),
    path("cv/kuva/", audience.photo, name="my_photo"),
    path("cv/kuva/poista/", audience.remove_photo, name="my_photo_remove"),
    path("cv/<str:language>/muokkaa/", cv.edit, name="my_cv_edit"),
    path("cv/<str:language>/luonnos/", cv.autosave, name="my_cv_autosave"),
    path("cv/<str:language>/laheta/", cv.submit, name="my_cv_submit"),
    path("cv/<str:language>/vahvista/", cv.confirm, name="my_cv_confirm"),
    path("cv/<str:language>/nain/<str:kind>/", cv.preview, name="my_cv_preview"),
    path("tauko/", stopping.show, name="stopping"),
    path("tauko/tauolle/", stopping.leave, name="stopping_leave"),
    path("tauko/takaisin/", stopping.come_back, name="stopping_back"),
    path("tauko/lopeta/", stopping.end, name="stopping_end"),
    path("tauko/suostumus/<slug:purpose>/", stopping.consent, name="stopping_consent"),
    path("tauko/aihe/<int:pk>/", stopping.topic, name="stopping_topic"),
    path("rajat/", limit.edit, name="my_limits"),
    path("ajat/", availability.edit, name="my_availability"),
    path("kuvat/<str:kind>/<str:key>/", expert_photo.show, name="photo"),
    path("kansio/", folder.show, name="folder"),
    path("kansio/<str:key>/", folder.cv, name="cv"),
    path("keikat/", booking.mine, name="offer_list"),
    path("keikat/<int:pk>/", booking.show, name="booking"),
    path("keikat/<int:pk>/esiintyminen/", appearance.show, name="appearance"),
    path("keikat/<int:pk>/kerro/", concern.show, name="concern"),
    path("tarjoukset/<int:pk>/", offer.show, name="offer"),
    path("tilaukset/", booking_request.order_list, name="order_list"),
    path("tilaukset/uusi/", booking_request_form.order_new, name="order_new"),
    path("tilaukset/<str:number>/", booking_request.order, name="order"),
    path("tilaukset/<str:number>/muokkaa/<str:step>/", booking_request_form.order_edit, name="order_edit"),
    path(
        "tilaukset/<str:number>/muokkaa/<str:step>/luonnos/", booking_request_form.order_autosave, name="order_autosave"
    ),
    path("tilaukset/<str:number>/keskustelu/<str:box>/", conversation.show, name="conversation"),
    path("tilaukset/<str:number>/muuta/", booking_request_act.order_change, name="order_change"),
    path("tilaukset/<str:number>/peru/", booking_request_act.order_cancel, name="order_cancel"),
    path("tilaukset/<str:number>/kopioi/", booking_request_act.order_copy, name="order_copy"),
    path("tilaukset/<str:number>/jatko/", booking_request_act.order_follow_up, name="order_follow_up"),
    path("tilaukset/<str:number>/poista/", booking_request_act.order_discard, name="order_discard"),
]
