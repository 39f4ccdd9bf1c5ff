"""Registers the wing's back office with Wagtail; the screens themselves stand in `backoffice/`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from councils.backoffice import (
    action,
    admission,
    answers,
    bulletin,
    council,
    council_meeting,
    fare,
    group,
    live,
    meeting,
    meeting_change,
    member,
    minutes,
    packet,
    post,
    recruiting,
    statement,
    topic,
)


@hooks.register("register_admin_viewset")
def councils() -> council.CouncilBoard:
    return council.board


@hooks.register("register_admin_urls")
def topics() -> list[URLResolver]:
    return [path("raadit/<int:council>/aiheet/", include((topic.urlpatterns, "council_topic")))]


@hooks.register("register_admin_urls")
def statements() -> list[URLResolver]:
    return [path("raadit/<int:council>/kannanotot/", include((statement.urlpatterns, "council_statement")))]


@hooks.register("register_admin_urls")
def members_hands() -> list[URLResolver]:
    return [
        path("raadit/<int:council>/tiedotteet/", include((bulletin.urlpatterns, "council_bulletin"))),
        path("raadit/<int:council>/jasenet/<int:pk>/", include((member.urlpatterns, "council_member"))),
        path("raadit/kokoukset/<int:pk>/matkat/", include((fare.urlpatterns, "meeting_fares"))),
    ]


@hooks.register("register_admin_urls")
def groups() -> list[URLResolver]:
    return [path("raadit/<int:council>/ryhma/", include((group.urlpatterns, "council_group")))]


@hooks.register("register_admin_urls")
def packets() -> list[URLResolver]:
    return [
        path("raadit/kokoukset/<int:meeting>/lahetys/", include((packet.urlpatterns, "meeting_packet"))),
        path("raadit/<int:council>/kirjeet/", include((post.letter_patterns, "council_letters"))),
        path("raadit/<int:council>/soitot/", include((post.call_patterns, "council_calls"))),
        path("raadit/viestit/", include((post.about_patterns, "council_post"))),
    ]


@hooks.register("register_admin_viewset")
def meetings() -> meeting.MeetingBoard:
    return meeting.board


@hooks.register("register_admin_urls")
def council_meetings() -> list[URLResolver]:
    return [path("raadit/<int:council>/kokoukset/", include((council_meeting.urlpatterns, "council_meeting")))]


@hooks.register("register_admin_urls")
def in_the_meeting() -> list[URLResolver]:
    return [
        path("raadit/kokoukset/<int:meeting>/nyt/", include((live.urlpatterns, "meeting_live"))),
        path("raadit/kokoukset/<int:meeting>/muistio/", include((minutes.urlpatterns, "meeting_minutes"))),
        path("raadit/<int:council>/tehtavat/", include((action.urlpatterns, "council_action"))),
    ]


@hooks.register("register_admin_urls")
def answers_to_meetings() -> list[URLResolver]:
    return [
        path("raadit/kokoukset/<int:pk>/vastaukset/", include((answers.urlpatterns, "meeting_answers"))),
        path("raadit/kokoukset/<int:pk>/muutos/", include((meeting_change.change_urlpatterns, "meeting_change"))),
        path("raadit/kokoukset/<int:pk>/peruutus/", include((meeting_change.cancel_urlpatterns, "meeting_cancel"))),
    ]


@hooks.register("register_admin_urls")
def recruitments() -> list[URLResolver]:
    return [
        path("raadit/<int:council>/rekrytointi/", include((recruiting.urlpatterns, "council_recruiting"))),
        path("raadit/<int:council>/hakijat/", include((admission.urlpatterns, "council_admission"))),
    ]
