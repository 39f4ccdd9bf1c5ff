"""The packet: what stops it, who gets what, one press, the worker's part, sending again."""

import json

import pytest
from pypdf import PdfReader

from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.messaging.domain import delivery, letter
from coordination.messaging.models import Attachment, Message
from coordination.records.models import Job
from councils.domain import neutral, packet
from councils.domain.packet import papers
from councils.models import Invitation, Meeting, Membership, Minutes, Packet, PacketCopy
from councils.tasks import packet as task
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def elina():
    return people.actor(councils.elina())


def ready(days: float = 10, **fields) -> Meeting:
    """A planned meeting of Matti, Irja, Elina and Ville that lacks nothing; the last one has its minutes."""
    councils.staffed()
    councils.minutes(councils.held())
    made = councils.meeting(days=days, **fields)
    councils.item(made)
    return made


def sent(meeting: Meeting | None = None, **words) -> Packet:
    """Sent, and made by the worker."""
    made = packet.send(meeting or ready(), elina(), **words)
    task.make(made.job_id)
    return Packet.objects.get(pk=made.pk)


def to(name: str) -> Message:
    return Message.objects.filter(kind="councils.packet.sent", person__first_name=name).latest("pk")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, []),
        ({"purpose": {}}, ["purpose"]),
        ({"chair": None, "secretary": None}, ["chair", "secretary"]),
        ({"place": ""}, ["place"]),
        ({"mode": "remote", "place": ""}, ["online"]),
    ],
)
def test_what_is_missing_is_named(facts, codes):
    meeting = ready(**facts)

    assert [each.code for each in packet.check(meeting)] == codes


def test_minutes_that_are_still_a_draft_and_an_empty_agenda_stop_it():
    councils.minutes(councils.held(), status=Minutes.Status.DRAFT)
    meeting = councils.meeting()

    assert [each.code for each in packet.check(meeting)] == ["agenda", "minutes"]
    with pytest.raises(Refused) as refused:
        packet.send(meeting, elina())
    assert (refused.value.code, Packet.objects.count(), meeting.status) == ("agenda", 0, "planned")


def test_the_first_meeting_has_no_last_minutes():
    meeting = councils.meeting()
    councils.item(meeting)

    assert packet.check(meeting) == []


def test_late_papers_tell_why():
    meeting = ready(days=3)

    with pytest.raises(Refused) as refused:
        packet.send(meeting, elina())
    made = packet.send(meeting, elina(), late_because="Tila varmistui eilen.")

    assert (refused.value.field, made.late_because) == ("late_because", "Tila varmistui eilen.")


def test_a_stranger_sends_nothing():
    with pytest.raises(Refused) as refused:
        packet.send(ready(), people.actor(councils.other_leader()))

    assert refused.value.code == "not_leader"


def test_who_will_be_told_is_known_before_and_nothing_is_made():
    meeting = ready()

    told = [(row.person.first_name, row.person.channel, bool(row.obstacle)) for row in packet.audience(meeting)]

    assert told == [
        ("Matti", "email", False),
        ("Irja", "post", False),
        ("Elina", "email", False),
        ("Ville", "email", False),
    ]
    assert (Invitation.objects.filter(meeting=meeting).count(), Message.objects.count()) == (0, 0)


def test_one_press_opens_the_meeting_and_sends_each_their_own_once():
    meeting = ready()

    made = sent(meeting)
    again = packet.send(meeting, elina())
    task.make(made.job_id)

    copies = list(made.copies.values_list("invitation__person__first_name", "channel", "form", "status"))
    assert (again.pk, made.status, Job.objects.get().status) == (made.pk, "sent", "done")
    assert sorted(copies) == [
        ("Elina", "email", "normal", "queued"),
        ("Irja", "post", "large", "queued"),
        ("Matti", "email", "normal", "queued"),
        ("Ville", "email", "normal", "queued"),
    ]
    assert Message.objects.filter(kind="councils.packet.sent").count() == 4


def test_the_mail_tells_when_and_where_and_hides_the_rest(smtp):
    starts = sent().meeting.starts_at

    delivery.deliver()

    mail = next(mail for mail in smtp.messages if "matti" in mail["To"])
    text = mail.get_body(("plain",)).get_content()
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert mail["Subject"] == f"{neutral.title(councils.council(), people.matti())} {formats.day_short(starts)}"
    assert all(words in text for words in ("Kuulaspiha, Koivu", "Odotustilan viihtyisyys", "/l/kokous/", "Elina"))
    assert ("Irja" in text, names) == (False, ["invite.ics"])


def test_papers_go_along_only_where_they_were_chosen_and_name_nobody():
    councils.matti()
    Membership.objects.filter(person=people.matti()).update(wants_papers=True, name_to_members=True)
    meeting = ready()
    papers.previous(meeting).items.update(notes={"fi": "Irja kertoi jonosta."})

    made = sent(meeting)

    file = made.copies.exclude(file=None).get().file
    with file.file.open("rb") as content:
        text = "".join(page.extract_text() for page in PdfReader(content).pages)
    names = list(to("Matti").attachments.order_by("pk").values_list("name", flat=True))
    assert names == ["papers.json", "invite.ics", file.name]
    assert ["Irja" in text, "Elina" in text, "Odotustilan viihtyisyys" in text] == [False, False, True]
    assert to("Elina").attachments.filter(content_type="application/pdf").count() == 0


def test_what_the_envelope_holds_is_kept_with_the_message():
    sent()

    kept = json.loads(bytes(to("Irja").attachments.get(content_type=letter.PAPERS).body))

    assert [sheet["kind"] for sheet in kept["papers"]] == ["slip", "agenda", "minutes"]
    assert kept["papers"][1]["version"].endswith("1")


def test_a_worker_that_vanished_is_followed_by_another():
    made = packet.send(ready(), elina())
    first = made.copies.order_by("pk").first()
    PacketCopy.objects.filter(packet=made).exclude(pk=first.pk).update(status="failed")

    packet.make(made.pk)
    PacketCopy.objects.filter(packet=made, status="failed").update(status="waiting")
    Packet.objects.filter(pk=made.pk).update(status="making")

    assert (packet.make(made.pk), packet.make(made.pk)) == (3, 0)
    assert Message.objects.filter(kind="councils.packet.sent").count() == 4


def test_sending_again_concerns_those_whose_papers_have_changed():
    meeting = ready()
    sent(meeting)
    before = packet.concerned(meeting)
    meeting.items.update(plain_text={"fi": "Selkeästi sanottuna."})
    plain = people.person("Selma", email="selma@example.org", format="plain", unit=people.unit())

    people.Person.objects.filter(first_name="Matti").update(format="plain")
    changed = packet.concerned(meeting)

    assert plain.pk
    assert (before, changed) == (set(), {Invitation.objects.get(meeting=meeting, person__first_name="Matti").pk})


def test_sent_again_by_the_channel_of_now_and_by_one_press_once():
    meeting = ready()
    sent(meeting)
    matti = Invitation.objects.get(meeting=meeting, person__first_name="Matti")

    made = packet.resend(meeting, elina(), [matti.pk], after=1)
    with pytest.raises(Refused) as refused:
        packet.resend(meeting, elina(), [matti.pk], after=1)
    task.make(made.job_id)

    assert (refused.value.code, made.version, made.copies.count()) == ("moved", 2, 1)
    assert sorted(
        Message.objects.filter(kind=to("Matti").kind, person=matti.person).values_list("version", "status")
    ) == [
        (1, "superseded"),
        (2, "queued"),
    ]


def test_a_meeting_called_off_meanwhile_sends_nothing_more():
    made = packet.send(ready(), elina())
    Meeting.objects.filter(pk=made.meeting_id).update(status="cancelled", cancelled_because="Sairaus")

    task.make(made.job_id)

    assert set(made.copies.values_list("status", "problem")) == {("failed", "off")}
    assert Attachment.objects.count() == 0


def test_a_guest_whose_invitation_is_taken_back_meanwhile_gets_nothing():
    meeting = ready()
    made = packet.send(meeting, elina())
    Invitation.objects.filter(meeting=meeting, person=councils.matti().person).update(withdrawn_at=clock.now())

    task.make(made.job_id)

    assert (to_matti().status, to_matti().problem) == ("failed", "off")


def test_one_copy_that_cannot_be_made_keeps_nobody_waiting():
    made = packet.send(ready(), elina())
    Membership.objects.filter(person=people.matti()).update(wants_papers=True)
    made.copies.filter(invitation__person__first_name="Matti").update(language="../x")

    task.make(made.job_id)

    assert (to_matti().status, to_matti().problem) == ("failed", "pdf")
    assert made.copies.filter(status="queued").count() == made.copies.count() - 1
    assert Packet.objects.get(pk=made.pk).status == "sent"


def to_matti() -> PacketCopy:
    return PacketCopy.objects.get(invitation__person__first_name="Matti")
