from django.urls import path

from coordination.messaging.views import code, message, notice

app_name = "messaging"
urlpatterns = [
    path("", code.show, name="code"),
    path("ilmoitukset/<str:token>/", notice.by_link, name="notice"),
    path("viesti/<str:token>/", message.by_link, name="message"),
]
