from django.urls import path

from coordination.demo import views
from coordination.portal.views import style_guide

app_name = "demo"
urlpatterns = [
    path("", views.show, name="cast"),
    path("<int:number>/", views.enter, name="enter"),
    path("tyyli/", style_guide.show, name="style_guide"),
]
