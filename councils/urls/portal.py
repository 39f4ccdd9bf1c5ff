"""Pages of the wing under one's own matters: the council, its meetings, minutes, topics and what came of them."""

from django.urls import URLPattern, path

from councils.views import (
    action,
    bulletin,
    fare,
    invitation,
    material,
    meeting,
    member,
    minutes,
    paper,
    statement,
    topic,
)

app_name = "councils"
urlpatterns: list[URLPattern] = [
    path("", member.home, name="home"),
    path("tuloste/", member.sheet, name="sheet"),
    path("valinnat/", member.choices, name="choices"),
    path("kokous/", meeting.index, name="meetings"),
    path("kokous/<int:pk>/", meeting.show, name="meeting"),
    path("kokous/<int:pk>/paperi/<slug:paper>/<slug:form>/", paper.show, name="paper"),
    path("kutsu/<int:pk>/", invitation.answer, name="answer"),
    path("kutsu/<int:pk>/kokous.ics", invitation.file, name="answer_file"),
    path("matkat/", fare.mine, name="fares"),
    path("tiedote/<int:pk>/", bulletin.show, name="bulletin"),
    path("liite/<int:pk>/", material.material, name="material"),
    path("aiheet/", topic.bank, name="topics"),
    path("aiheet/<int:pk>/tuki/", topic.support, name="topic_support"),
    path("mita-siita-tuli/", statement.follow_up, name="follow_up"),
    path("muistio/<int:pk>/", minutes.read, name="minutes"),
    path("tehtava/<int:pk>/", action.mine, name="action"),
]
