"""The demo: made through the verbs, the same for the same day, and nowhere but in the demo."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from wagtail.models import ModelLogEntry

from coordination.checks import nothing_of_the_demo
from coordination.demo import fill
from coordination.demo.cast import CAST
from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.models import Person, User
from councils.domain import packet
from councils.models import Packet
from experts.domain import matching
from experts.models import BookingRequest, CVRevision, Debrief, Expert

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def filled_once(django_db_setup, django_db_blocker):
    """The demo takes seconds to fill: once for the module; what a test changes, and at last all of it, is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True, DEMO_TODAY=DAY):
            fill.everything()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(filled_once, settings):
    settings.DEMO = True
    settings.DEMO_TODAY = DAY


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_the_demo_has_an_order_in_every_state():
    states = Counter(BookingRequest.objects.values_list("status", flat=True))

    assert set(states) == set(BookingRequest.Status.values)


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_the_demo_has_experts_in_every_situation_but_ended():
    states = set(Expert.objects.values_list("status", flat=True))

    assert states == {"training", "active", "leave"}


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_everybody_in_the_cast_can_be_signed_in():
    keys = {person.email for person in Person.objects.filter(user__isnull=False)}

    assert [member.email for member in CAST if member.email not in keys] == []


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_what_was_written_in_the_past_does_not_leave_today(smtp):
    queued = Message.objects.filter(status=Message.Status.QUEUED, not_before=None)

    assert list(queued) == []


def test_the_demo_is_not_filled_outside_the_demo():
    with pytest.raises(CommandError):
        call_command("demo")


def test_the_door_of_the_demo_is_not_there_outside_it(client):
    assert client.get("/demo/").status_code == 404


def test_a_production_start_with_the_demo_is_refused(settings):
    settings.DEMO = True

    found = {problem.id for problem in nothing_of_the_demo(None)}

    assert found == {"kuuluviin.E001", "kuuluviin.E002", "kuuluviin.E003"}


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_the_history_of_an_order_stands_on_the_days_it_happened():
    first = BookingRequest.objects.get(number="2026-0001")
    key = str(first.pk)

    arrived = ModelLogEntry.objects.filter(content_type__model="bookingrequest", object_id=key, data__to="sent").get()

    assert clock.local(arrived.timestamp).date() == clock.local(first.sent_at).date()


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_a_cv_waits_and_somebody_asks_for_a_call():
    waiting = CVRevision.objects.filter(status="submitted").values_list("cv__expert__person__first_name", flat=True)
    calls = Debrief.objects.filter(next=Debrief.Next.CALL, handled_at=None)

    assert (list(waiting), calls.count()) == (["Göran"], 1)


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_the_packet_that_has_left_is_still_right_for_everybody():
    assert packet.concerned(Packet.objects.get().meeting) == set()


@pytest.mark.long
@pytest.mark.usefixtures("demo")
def test_nobody_may_be_asked_to_the_radio():
    order = BookingRequest.objects.get(task_type__code="media")

    ranking = matching.rank(order, User.objects.get(person__first_name="Kaisa"))

    assert (len(ranking.matches), len(ranking.stopped) > 1) == (0, True)
