from django.urls import path

from coordination.privacy.views import confirm, mine

app_name = "privacy"
urlpatterns = [
    path("", mine.show, name="mine"),
    path("<slug:purpose>/vielako/", confirm.show, name="confirm"),
    path("<slug:purpose>/anna/", mine.give, name="give"),
    path("<slug:purpose>/peru/", mine.withdraw, name="withdraw"),
]
