"""One's own money."""

from django.urls import path

from coordination.fees.views import fee, travel_claim

app_name = "fees"
urlpatterns = [
    path("", fee.mine, name="mine"),
    path("matkat/", travel_claim.index, name="claims"),
    path("matkat/uusi/", travel_claim.new, name="claim_new"),
    path("matkat/<int:pk>/", travel_claim.show, name="claim"),
    path("matkat/<int:pk>/poista/", travel_claim.withdraw, name="claim_withdraw"),
    path("matkat/<int:pk>/kuitti/<int:line>/", travel_claim.paper, name="receipt"),
]
