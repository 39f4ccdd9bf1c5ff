"""One's own money."""

from django.urls import path

from coordination.fees.views import approval, fee, travel_claim

app_name = "fees"
urlpatterns = [
    path("", fee.mine, name="mine"),
    path("hyvaksy/", approval.index, name="approvals"),
    path("hyvaksy/<int:pk>/palauta/", approval.give_back, name="give_back"),
    path("hyvaksy/kysymys/<int:pk>/", approval.answer, name="approval_answer"),
    path("<int:pk>/missa/", fee.ask, name="ask"),
    path("vuosi/<int:year>.pdf", fee.statement, name="statement"),
    path("matkat/", travel_claim.index, name="claims"),
    path("matkat/uusi/", travel_claim.new, name="claim_new"),
    path("matkat/<int:pk>/", travel_claim.show, name="claim"),
    path("matkat/<int:pk>/poista/", travel_claim.withdraw, name="claim_withdraw"),
    path("matkat/<int:pk>/kuitti/<int:line>/", travel_claim.paper, name="receipt"),
]
