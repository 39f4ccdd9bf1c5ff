"""Service messages always come; notices come as their reader wishes."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import catalogue, delivery, digest, notice, outbox, safe_link
from coordination.messaging.models import Message, NoticePace, SafeLink
from tests.factories import people

pytestmark = pytest.mark.django_db
DUE = "experts.cv.due"


def wish(pace, person=None, group="cv"):
    reader = person or people.matti()
    notice.choose(reader, people.actor(reader), {group: pace})
    return reader


def remind(person, version=0, **more):
    return outbox.queue(DUE, to=person, context={"url": "https://x.example/"}, about=person, version=version, **more)


@pytest.mark.parametrize(
    ("pace", "status"), [("at_once", "queued"), ("daily", "gathered"), ("weekly", "gathered"), ("never", "unwanted")]
)
def test_a_notice_comes_as_its_reader_wishes(pace, status):
    assert remind(wish(pace)).status == status


def test_a_service_message_comes_whatever_one_wishes():
    matti = people.matti()
    for group in notice.paces(matti):
        wish("never", matti, group)

    assert outbox.queue("messaging.trial", to=matti, context={}, about=matti).status == "queued"


def test_no_service_message_is_in_a_group_and_every_group_is_a_notices():
    assert {kind.notice for kind in catalogue.everything().values()} <= {"", *notice.Notice.values}
    assert [
        name
        for name in ("experts.offer.ask", "experts.booking.cancelled", "people.sign_in_code")
        if notice.group_of(name)
    ] == []


def test_a_group_that_does_not_exist_is_refused():
    with pytest.raises(Refused):
        wish("never", group="experts.offer.ask")


def test_a_stranger_does_not_choose_for_another():
    with pytest.raises(Refused):
        notice.choose(people.matti(), people.actor(people.sari()), {"cv": "never"})


def test_the_coordinator_chooses_on_behalf():
    matti = people.matti()

    notice.choose(matti, people.actor(people.kaisa()), {"cv": "weekly"})

    assert notice.pace_of(matti, "cv") == "weekly"


def test_the_digest_joins_what_waits_and_leaves_out_what_is_outdated():
    matti = wish("daily")
    first, late = remind(matti, 1), remind(people.sari(), 1)
    outdated = remind(matti, 2, valid_until=clock.now() - timedelta(hours=1))
    remind(matti, 3, valid_until=clock.now() + timedelta(days=1))

    count = digest.gather(weekly=False)

    joined = Message.objects.get(kind=notice.DIGEST)
    states = dict(Message.objects.filter(person=matti, kind=DUE).values_list("version", "status"))
    assert (count, joined.person, joined.status) == (1, matti, "queued")
    assert states == {1: "superseded", 2: "superseded", 3: "joined"}
    assert (Message.objects.get(pk=late.pk).status, first.body.splitlines()[2] in joined.body) == ("queued", True)
    assert outdated.status == "gathered"


@pytest.mark.parametrize(("pace", "status"), [("daily", "queued"), ("weekly", "queued"), ("never", "unwanted")])
def test_what_lies_on_a_closed_desk_is_never_joined_into_a_digest_which_others_may_read(pace, status):
    assert remind(wish(pace), desk="recruitment.campaign:3").status == status


def test_what_waited_when_its_desk_was_closed_leaves_by_itself():
    row = remind(wish("daily"))
    Message.objects.update(desk="recruitment.campaign:3")

    assert (digest.gather(weekly=False), Message.objects.get().pk, Message.objects.get().status) == (
        0,
        row.pk,
        "queued",
    )


@pytest.mark.parametrize(("weekly", "count"), [(False, 0), (True, 1)])
def test_the_weekly_digest_comes_on_its_day(weekly, count):
    remind(wish("weekly"))

    assert digest.gather(weekly=weekly) == count


@pytest.mark.parametrize(("pace", "status"), [("at_once", "queued"), ("never", "unwanted")])
def test_a_change_of_mind_holds_for_what_waits(pace, status):
    row = remind(wish("daily"))
    wish(pace)

    digest.gather(weekly=True)

    assert Message.objects.get(pk=row.pk).status == status


def test_only_a_notice_can_be_switched_off_by_the_mail_program(smtp):
    matti = people.matti()
    remind(matti)
    outbox.queue("messaging.trial", to=matti, context={}, about=matti)

    delivery.deliver()

    has = sorted(bool(mail["List-Unsubscribe"]) for mail in smtp.messages)
    assert has == [False, True]


def test_the_link_shows_on_get_and_acts_on_post(client):
    remind(people.matti())
    address = safe_link.path_of(SafeLink.objects.get(purpose=notice.PURPOSE)) + "?ryhma=cv"

    client.get(address)
    looked = NoticePace.objects.count()
    client.post(address, {"off": "1"})

    assert (looked, list(NoticePace.objects.values_list("group", "pace"))) == (0, [("cv", "never")])


# --- The press in the mail program, which has no cookie (RFC 8058) ---

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def notice_address(group="cv"):
    """Where a mail of today says that the notices are switched off."""
    message = remind(people.matti())
    address = notice.headers(message)["List-Unsubscribe"].strip("<>")
    return urlsplit(address).path.replace("/cv/", f"/{group}/")


def from_elsewhere():
    return Client(enforce_csrf_checks=True, headers={"origin": "https://evil.example"})


def test_one_press_in_the_mail_program_switches_the_group_off():
    address = notice_address()

    answer = from_elsewhere().post(address, ONE_CLICK)

    assert (answer.status_code, list(NoticePace.objects.values_list("group", "pace"))) == (204, [("cv", "never")])


def test_looking_at_its_address_leads_to_the_page_and_switches_nothing_off(client):
    address = notice_address()

    answer = client.get(address)

    assert (answer.url, NoticePace.objects.count()) == (address.replace("pois/cv/", "?ryhma=cv"), 0)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"off": "1"},
        {"cv": "weekly"},
        {"List-Unsubscribe": "x"},
        {**ONE_CLICK, "cv": "at_once"},
        {**ONE_CLICK, "off": "1"},
    ],
)
def test_no_other_body_does_anything_without_the_check(data):
    answer = from_elsewhere().post(notice_address(), data)

    assert (answer.status_code, NoticePace.objects.count()) == (400, 0)


@pytest.mark.parametrize("data", [ONE_CLICK, {"off": "1"}, {"cv": "weekly"}])
def test_the_page_of_wishes_itself_is_answered_from_no_other_site(data):
    address = notice_address().replace("pois/cv/", "?ryhma=cv")

    answer = from_elsewhere().post(address, data)

    assert (answer.status_code, NoticePace.objects.count()) == (403, 0)


@pytest.mark.parametrize(("address", "status"), [("/l/ilmoitukset/x.y/pois/cv/", 410), ("", 400)])
def test_an_unknown_link_or_group_is_switched_off_by_nobody(address, status):
    answer = from_elsewhere().post(address or notice_address("people.sign_in_code"), ONE_CLICK)

    assert (answer.status_code, NoticePace.objects.count()) == (status, 0)


def test_an_unknown_link_opens_nothing(client):
    assert client.post("/l/ilmoitukset/x.y/", {"off": "1"}).status_code == 410
