"""Recruitment under one's own matters: one's application, recommending, the interviews one holds."""

from django.urls import URLPattern, path

from coordination.recruitment.views import interview, interview_time

app_name = "recruitment"
urlpatterns: list[URLPattern] = [
    path("haastattelut/", interview.index, name="interviews"),
    path("haastattelut/<int:pk>/", interview.show, name="interview"),
    path("haastattelut/<int:pk>/luonnos/", interview.autosave, name="interview_autosave"),
    path("haastattelut/<int:pk>/yhteenveto/", interview.sum_up, name="interview_sum_up"),
    path("haastattelut/<int:pk>/idea/", interview.pass_on, name="interview_topic"),
    path("haastattelut/<int:pk>/kysymykset.pdf", interview.guide, name="interview_guide"),
    path("haastattelut/<int:pk>/tee/<slug:act>/", interview.press, name="interview_press"),
    path("hakemus/<int:pk>/aika/", interview_time.mine, name="my_time"),
    path("hakemus/<int:pk>/aika/aika.ics", interview_time.my_file, name="my_time_file"),
]
