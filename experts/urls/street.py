"""Doors of the wing on the public site, inside a language tree: ordering without an account."""

from django.urls import path

from experts.views import outside_order

app_name = "outside"
urlpatterns = [
    path("", outside_order.write, name="write"),
    path("luonnos/", outside_order.keep, name="keep"),
    path("tyhjenna/", outside_order.empty, name="empty"),
    path("lahetetty/", outside_order.sent, name="sent"),
    path("linkki/", outside_order.renew, name="renew"),
]
