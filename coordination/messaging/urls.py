from django.urls import path

from coordination.messaging.views import code, message, notice

app_name = "messaging"
urlpatterns = [
    path("", code.show, name="code"),
    path("ilmoitukset/<str:token>/", notice.by_link, name="notice"),
    path("ilmoitukset/<str:token>/pois/<str:group>/", notice.one_click, name="notice_off"),
    path("viesti/<str:token>/", message.by_link, name="message"),
]
