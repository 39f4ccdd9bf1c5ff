"""The sending page, and a council's own letters and calls."""

from datetime import timedelta

import pytest
from django.db.models.signals import pre_save
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.models import Person
from coordination.records.domain import job
from councils.domain import packet
from councils.models import Packet
from councils.tasks import packet as task
from tests.councils.domain.test_packet import ready, sent
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(client):
    client.force_login(councils.elina().user)
    return client


def page_of(meeting):
    return reverse("meeting_packet:page", args=[meeting.pk])


def test_who_will_be_told_is_asked_and_one_press_sends(leader):
    meeting = ready()

    shown = leader.get(page_of(meeting)).content.decode()
    nothing = Message.objects.count()
    leader.post(page_of(meeting))
    task.make(Packet.objects.get().job_id)

    assert [name in shown for name in (people.matti().full_name, "Irja Kuvitelma", "Elina Esimerkki")] == [True] * 3
    assert (nothing, Packet.objects.get().status) == (0, "sent")
    assert leader.get(page_of(meeting)).status_code == 200


def test_a_packet_whose_worker_stumbled_is_told_of_and_goes_on_by_the_clock(leader):
    meeting = ready()
    made = packet.send(meeting, people.actor(councils.elina()))

    def full(instance: Message, **kwargs: object) -> None:
        if Message.objects.filter(kind="councils.packet.sent").exists():
            raise OSError("the disk is full")

    pre_save.connect(full, sender=Message)
    with pytest.raises(job.Stumbled):
        task.make(made.job_id)
    pre_save.disconnect(full, sender=Message)
    shown = leader.get(page_of(meeting))
    bar = leader.get(reverse("meeting_packet:state", args=[meeting.pk])).json()
    Packet.objects.update(made_at=clock.now() - timedelta(minutes=11))
    task.go_on()

    assert (shown.context["is_stumbled"], b"data-progress-url" in shown.content, bar["finished"]) == (True, False, True)
    readers = Message.objects.filter(kind="councils.packet.sent").values_list("person", flat=True)
    assert (Packet.objects.get().status, sorted(readers)) == ("sent", sorted(set(readers)))


def test_late_without_a_reason_the_page_asks(leader):
    meeting = ready(days=2)

    answer = leader.post(page_of(meeting), {"late_because": ""})

    assert (answer.status_code, "late_because" in answer.context["form"].errors) == (200, True)
    assert Packet.objects.count() == 0


def test_the_page_costs_the_same_for_one_and_for_many(leader, django_assert_num_queries):
    meeting = ready()
    councils.members(1)
    leader.get(page_of(meeting))

    with django_assert_num_queries(29):
        leader.get(page_of(meeting))
    councils.members(4)
    with django_assert_num_queries(29):
        leader.get(page_of(meeting))


@pytest.mark.parametrize("more", [1, 3])
def test_what_was_sent_costs_the_same_for_one_and_for_many(leader, django_assert_num_queries, more):
    meeting = ready()
    members = councils.members(more)
    made = sent(meeting)
    Person.objects.filter(pk=members[-1].person_id).update(language="sv", format="plain")
    packet.resend(made.meeting, people.actor(councils.elina()), [made.copies.last().invitation_id], after=1)
    leader.get(page_of(meeting))

    with django_assert_num_queries(38):
        leader.get(page_of(meeting))


def test_a_copy_that_could_not_be_made_waits_for_the_leader_and_is_sent_again_by_itself(leader):
    meeting = ready()
    made = sent(meeting)
    made.copies.update(message=None)
    made.copies.filter(invitation__person=people.matti()).update(status="failed", problem="pdf")
    made.copies.exclude(invitation__person=people.matti()).update(status="failed", problem="off")

    page = leader.get(page_of(meeting))

    care = page.context["care"]
    assert [(row.invitation.person, row.may_send_again) for row in care] == [(people.matti(), True)]
    leader.post(reverse("meeting_packet:again", args=[meeting.pk]), {"after": 1, "invitation": care[0].invitation.pk})
    assert [copy.invitation for copy in Packet.objects.get(version=2).copies.all()] == [care[0].invitation]


def test_leaders_of_the_council_print_and_post_its_letters_alone(leader):
    meeting = ready()
    sent(meeting)
    other = people.person("Muu", street="Kuja 1", postcode="00100", town="Havukumpu", unit=people.unit())
    outbox.queue("messaging.trial", to=other, context={}, about=other)

    leader.post(reverse("council_letters:waiting", args=[meeting.council_id]), {"unit": meeting.council.unit_id})
    run = PrintRun.objects.get()
    printing.make(run.job_id)
    pdf = leader.get(reverse("council_letters:pdf", args=[meeting.council_id, run.pk]))
    leader.post(reverse("council_letters:post", args=[meeting.council_id, run.pk]), {"all": "1"})

    run.refresh_from_db()
    assert (run.desk, run.letters.count(), pdf.status_code) == (f"councils.council:{meeting.council_id}", 1, 200)
    assert (run.status, run.ended_by.person.first_name) == ("posted", "Elina")


def test_other_leaders_see_none_of_it(client):
    meeting = ready()
    sent(meeting)
    client.force_login(councils.other_leader().user)

    answers = [
        client.get(page_of(meeting)),
        client.get(reverse("council_letters:waiting", args=[meeting.council_id])),
        client.get(reverse("council_calls:index", args=[meeting.council_id])),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_one_told_by_phone_stands_on_the_leaders_list_and_is_told(leader):
    people.person("Pirkko", "Puhelin", phone="040 000 0077", channel="phone", unit=people.unit())
    pirkko = people.Person.objects.get(first_name="Pirkko")
    councils.seat(pirkko)
    meeting = ready()
    sent(meeting)
    url = reverse("council_calls:index", args=[meeting.council_id])
    message = Message.objects.get(person=pirkko, channel="phone", kind="councils.packet.sent")

    shown = leader.get(url).content.decode()
    leader.post(url, {"messages": str(message.pk), "outcome": "tavattu"})

    message.refresh_from_db()
    assert ("Kuulaspiha, Koivu" in shown, message.status) == (True, "sent")


def test_in_doubt_a_leader_decides(leader):
    meeting = ready()
    sent(meeting)
    row = Message.objects.get(kind="councils.packet.sent", person=people.matti())
    Message.objects.filter(pk=row.pk).update(status="uncertain")

    shown = leader.get(page_of(meeting))
    leader.post(reverse("meeting_packet:act", args=[meeting.pk, row.pk, "tehty"]))

    row.refresh_from_db()
    assert ([each.invitation.person.first_name for each in shown.context["care"]], row.status) == (["Matti"], "sent")


def test_sent_again_to_those_ticked(leader):
    meeting = ready()
    sent(meeting)
    matti = meeting.invitations.get(person=people.matti())

    leader.post(reverse("meeting_packet:again", args=[meeting.pk]), {"invitation": matti.pk, "after": "1"})

    assert list(Packet.objects.order_by("version").last().copies.values_list("invitation", flat=True)) == [matti.pk]
    assert packet.progress(Packet.objects.order_by("version").last()) == (0, 1)
