from django.urls import path

from coordination.messaging.views import code

app_name = "messaging"
urlpatterns = [path("", code.show, name="code")]
