"""Everybody is invited to the kick-off in one step, and nobody is forgotten; nobody waits too long unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import job
from coordination.records.models import Job
from coordination.recruitment.domain import applicant as verbs
from coordination.recruitment.domain import kick_off, todo, waiting
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.tasks import kick_off as task
from coordination.recruitment.tasks import standing
from tests.factories import events, people, recruitment

pytestmark = pytest.mark.django_db
Status = Applicant.Status


def with_kick_off(**fields: object) -> Campaign:
    return recruitment.campaign(kick_off=events.event(**fields))


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def code_of(campaign: Campaign, by: Actor | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        kick_off.invite_everyone(campaign, by or kaisa())
    return refusal.value.code


def test_everybody_who_left_details_is_invited_each_in_their_own_channel():
    """CC-08: by the form, on paper, by phone, at an event, recommended; by mail, phone and post. None missing."""
    campaign, mari = with_kick_off(), {"first_name": "Mari", "last_name": "Muu"}
    post = {"street": "Kuja 1", "postcode": "33100", "town": "Tampere"}
    came = [
        verbs.register(campaign, Actor(), {**mari, "email": "m@example.org"}),
        verbs.register(campaign, Actor(), {**mari, "phone": "040 123 4567"}, event=campaign.kick_off, source="event"),
        verbs.write_down(campaign, kaisa(), {**mari, **post}, source="paper"),
        verbs.write_down(campaign, kaisa(), {**mari, "phone": "040 123 4568"}, source="phone", told_by_mouth=True),
        verbs.recommend(
            campaign,
            people.actor(people.sari()),
            {**mari, "phone": "040 123 4569"},
            permission_on=clock.today(),
            life_situation="later",
        ),
        verbs.register(campaign, people.actor(people.matti()), people.matti()),
    ]
    waiting_ones = [recruitment.applicant("Hilla", status, status=status) for status in (Status.RESERVE, Status.LATER)]
    gone = [recruitment.applicant("Poissa", status, status=status) for status in (Status.WITHDRAWN, Status.NOT_CHOSEN)]

    kick_off.invite_everyone(campaign, kaisa())

    invited = set(Registration.objects.filter(event=campaign.kick_off).values_list("person", flat=True))
    sent = Message.objects.filter(kind__startswith="events.").values_list("person", "channel")
    expected = {row.person_id: row.person.channel for row in [*came, *waiting_ones]}
    assert (invited, dict(sent)) == (set(expected), expected)
    assert (Applicant.objects.filter(called_at=None).count(), len(gone), code_of(campaign)) == (2, 2, "nobody")


def test_whoever_comes_later_is_invited_by_the_next_press_and_nobody_twice():
    campaign, first = with_kick_off(), recruitment.applicant()
    Campaign.objects.filter(pk=campaign.pk).update(kick_off=campaign.kick_off)
    kick_off.invite_everyone(campaign, kaisa())
    later = recruitment.applicant("Lilja", "Myöhä")

    kick_off.invite_everyone(campaign, kaisa())

    sent = Message.objects.filter(kind__startswith="events.").order_by("pk").values_list("person", flat=True)
    assert list(sent) == [first.person_id, later.person_id]


def test_many_are_invited_by_the_worker_and_none_is_left_when_it_begins_again():
    campaign, everybody = with_kick_off(), kick_off.AT_A_TIME + 3
    for number in range(everybody):
        recruitment.applicant("Hilla", f"Hakija{number}")

    work = kick_off.invite_everyone(campaign, kaisa())
    before = Registration.objects.count()
    job.went_on(work, kick_off.invite_some(campaign), everybody)
    task.invite(work.pk)

    work.refresh_from_db()
    assert (before, Registration.objects.count(), kick_off.uninvited(campaign).count()) == (0, everybody, 0)
    assert (work.status, work.done, work.total) == (Job.Status.DONE, everybody, everybody)


@pytest.mark.parametrize(
    ("facts", "code"),
    [({"status": Event.Status.DRAFT}, "draft"), ({"status": Event.Status.CANCELLED}, "cancelled")],
)
def test_an_event_that_is_not_open_invites_nobody(facts, code):
    campaign = with_kick_off(**facts)
    recruitment.applicant()

    assert code_of(campaign) == code


def test_without_a_kick_off_or_the_right_nobody_is_invited():
    bare, recruited = recruitment.campaign("Ilman"), with_kick_off()
    recruitment.applicant()

    assert (code_of(bare), code_of(recruited, people.actor(people.sari()))) == ("no_kick_off", "not_recruiter")


def test_details_are_collected_only_where_an_event_and_an_open_campaign_ask_for_them():
    event = events.event(collects_interest=True)
    campaign = recruitment.campaign(kick_off=event)
    found = [kick_off.campaign_of(event)]
    event.collects_interest = False
    found.append(kick_off.campaign_of(event))
    event.collects_interest = True
    Campaign.objects.update(status=Campaign.Status.CLOSED)

    assert [*found, kick_off.campaign_of(event)] == [campaign, None, None]


def silent(last_name: str, days: int, **fields: object) -> Applicant:
    ago = clock.now() - timedelta(days=days)
    return recruitment.applicant("Vaiti", last_name, came_at=ago, told_at=ago, **fields)


def test_who_has_heard_nothing_for_too_long_is_seen_and_told():
    campaign = recruitment.campaign()
    longest, long = silent("Aa", 40, status=Status.INTERVIEWED), silent("Bb", 15)
    silent("Cc", 13)
    silent("Dd", 40, status=Status.RESERVE)
    silent("Ee", 40, status=Status.NOT_CHOSEN)
    over = silent("Ff", 30, status=Status.LATER)
    Applicant.objects.filter(pk=over.pk).update(keep_until=clock.today() - timedelta(days=1))

    late = list(waiting.late(campaign))
    matters = [matter.tone for matter in todo.silent(people.kaisa().user)]
    told = waiting.tell_where(late, kaisa())

    assert (late, matters, told, list(waiting.late(campaign))) == ([longest, over, long], ["late"], 3, [])
    assert set(Message.objects.values_list("kind", flat=True)) == {"recruitment.applicant.standing"}


def test_a_worker_who_recruits_sees_it_among_their_own_matters_and_nobody_else_does():
    sari = people.sari()
    recruitment.recruiter(recruitment.campaign(), sari)
    silent("Aa", 40)

    seen = [len(todo.for_worker(who.user)) for who in (sari, people.matti(), people.kaisa())]

    assert (seen, len(todo.for_recruiter(people.finance().user))) == ([1, 0, 0], 0)


def test_nobody_tells_who_does_not_recruit():
    row = silent("Aa", 40)

    with pytest.raises(Refused) as refusal:
        waiting.tell_where([row], people.actor(people.sari()))

    assert refusal.value.code == "not_recruiter"


def test_an_applicant_with_an_account_finds_the_own_matter_while_it_is_open():
    matti = people.matti()
    row = recruitment.applicant("Matti", "Meriläinen", person=matti)
    before = [matter.tone for matter in todo.for_person(matti)]
    Applicant.objects.filter(pk=row.pk).update(status=Status.WITHDRAWN)

    assert (before, list(todo.for_person(matti)), list(todo.for_person(people.sari()))) == (["wait"], [], [])


def test_many_are_told_by_the_worker_each_once():
    rows = [recruitment.applicant("Vaiti", f"Hakija{number}") for number in range(waiting.AT_A_TIME + 2)]

    work = waiting.tell_many(Applicant.objects.all(), kaisa())
    before = Message.objects.count()
    standing.tell(work.pk)
    standing.tell(work.pk)

    work.refresh_from_db()
    assert (before, Message.objects.count(), work.status, work.done) == (0, len(rows), Job.Status.DONE, len(rows))
