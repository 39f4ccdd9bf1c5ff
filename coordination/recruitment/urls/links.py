"""Doors of recruitment that a safe link opens, without an account."""

from django.urls import URLPattern, path

from coordination.recruitment.views import application, interview_time, keeping, place

urlpatterns: list[URLPattern] = [
    path("hakemus/<str:token>/", application.by_link, name="application_link"),
    path("hakemus/<str:token>/peru/", application.withdraw_by_link, name="application_withdraw_link"),
    path("hakemus/<str:token>/tiedot/", application.correct_by_link, name="application_correct_link"),
    path("hakemus/<str:token>/aika/", interview_time.by_link, name="application_times_link"),
    path("hakemus/<str:token>/aika/aika.ics", interview_time.file_by_link, name="application_times_file"),
    path("hakemus/<str:token>/paikka/", place.by_link, name="application_place_link"),
    path("hakemus/<str:token>/jatko/", keeping.by_link, name="application_keep_link"),
]
