"""Recruitment under one's own matters: one's application, recommending, the interviews one holds."""

from django.urls import URLPattern, path

from coordination.recruitment.views import (
    advert,
    application,
    desk,
    interview,
    interview_time,
    keeping,
    place,
    recruiter,
)
from coordination.recruitment.views.interview_times import in_portal

app_name = "recruitment"
urlpatterns: list[URLPattern] = [
    path("", application.mine, name="mine"),
    path("hakemus/<int:pk>/", application.own, name="application"),
    path("hakemus/<int:pk>/peru/", application.own_withdraw, name="application_withdraw"),
    path("hakemus/<int:pk>/tiedot/", application.own_correct, name="application_correct"),
    path("hakemus/<int:pk>/paikka/", place.own, name="application_place"),
    path("hakemus/<int:pk>/jatko/", keeping.own, name="application_keep"),
    path("haut/", advert.index, name="open"),
    path("haut/<int:campaign>/<str:paper>/<str:language>/", advert.paper, name="advert"),
    path("suosittele/", recruiter.recommend, name="recommend"),
    path("<int:campaign>/hakijat/", recruiter.applicants, name="applicants"),
    path("<int:campaign>/hakijat/uusi/", recruiter.write_down, name="write_down"),
    path("<int:campaign>/hakijat/<int:pk>/nyt/", in_portal("begin"), name="walk_in"),
    path("<int:campaign>/soitot-ja-kirjeet/", desk.show, name="desk"),
    path("<int:campaign>/ajat/", in_portal("index"), name="times"),
    path("<int:campaign>/ajat/tarjoa/", in_portal("offer"), name="times_offer"),
    path("<int:campaign>/ajat/kutsu/", in_portal("ask"), name="times_ask"),
    path("<int:campaign>/ajat/<int:slot>/poista/", in_portal("take_back"), name="times_take_back"),
    path("<int:campaign>/haastattelut/<int:pk>/aika/", in_portal("choose"), name="times_choose"),
    path("<int:campaign>/haastattelut/<int:pk>/<slug:act>/", in_portal("press"), name="times_press"),
    path("tapahtuma/<int:event>/yhteystiedot/", recruiter.collect, name="collect"),
    path("haastattelut/", interview.index, name="interviews"),
    path("haastattelut/<int:pk>/", interview.show, name="interview"),
    path("haastattelut/<int:pk>/luonnos/", interview.autosave, name="interview_autosave"),
    path("haastattelut/<int:pk>/yhteenveto/", interview.sum_up, name="interview_sum_up"),
    path("haastattelut/<int:pk>/idea/", interview.pass_on, name="interview_topic"),
    path("haastattelut/<int:pk>/kysymykset.pdf", interview.guide, name="interview_guide"),
    path("haastattelut/<int:pk>/erehdys/", interview.take_back, name="interview_take_back"),
    path("haastattelut/<int:pk>/tee/<slug:act>/", interview.press, name="interview_press"),
    path("hakemus/<int:pk>/aika/", interview_time.mine, name="my_time"),
    path("hakemus/<int:pk>/aika/aika.ics", interview_time.my_file, name="my_time_file"),
]
