"""One's own money."""

from django.urls import path

from coordination.fees.views import fee

app_name = "fees"
urlpatterns = [
    path("", fee.mine, name="mine"),
]
