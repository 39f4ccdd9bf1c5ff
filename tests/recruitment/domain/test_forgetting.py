"""Of somebody who was not chosen nothing stays: not in a table, not in a file, not in a log (L-05)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import pytest
from django.db.models.signals import pre_delete
from django.urls import reverse

from coordination.calendar.models import Entry
from coordination.events.domain import door, figures, registration
from coordination.events.domain import event as event_verbs
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import call, delivery, outbox, print_run
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import job
from coordination.records.models import Job
from coordination.recruitment.domain import (
    applicant,
    choice,
    decision,
    erasing,
    forgetting,
    interview_summary,
    kick_off,
    merging,
    retention,
    told,
    withdrawing,
)
from coordination.recruitment.domain import interview as talks
from coordination.recruitment.models import (
    Applicant,
    Campaign,
    Forgetting,
    FunnelRow,
    Interview,
    InterviewNote,
    Slot,
    Summary,
)
from coordination.recruitment.tasks import forgetting as tasks
from tests import traces
from tests.factories import events, experts, interviews, people, recruitment, selection

pytestmark = pytest.mark.django_db
Status = Applicant.Status
KAISA = interviews.kaisa
WORDS = ("Ksylofonia", "Kvanttila", "ksylo@example.org", "0407654321", "+358407654321", "Kvanttikuja")
WHO = {
    "first_name": "Ksylofonia",
    "last_name": "Kvanttila",
    "email": "ksylo@example.org",
    "phone": "040 765 4321",
    "street": "Kvanttikuja 7",
    "postcode": "33100",
    "town": "Tampere",
    "needs": "Ksylofonia tarvitsee suuret kirjaimet",
}


def long_ago(*rows: Applicant, days: int = 181) -> None:
    """Their answer came so many days ago."""
    ended = clock.local(clock.now()) - timedelta(days=days)
    Applicant.objects.filter(pk__in=[row.pk for row in rows]).update(decided_at=ended)


def not_chosen(name: str = "Hilla", **fields: object) -> Applicant:
    row = recruitment.applicant(name, status=Status.NOT_CHOSEN, **fields)
    long_ago(row)
    return row


def gone(row: Applicant) -> bool:
    return not (Applicant.objects.filter(pk=row.pk).exists() or Person.objects.filter(pk=row.person_id).exists())


def whole_way(channel: str) -> Applicant:
    """From the form to a kind no, through all that the house writes on the way; each name and number planted everywhere."""
    campaign = interviews.campaign()
    Campaign.objects.filter(pk=campaign.pk).update(kick_off=events.event())
    campaign.refresh_from_db()
    said = applicant.Said(motivation="Minä, Ksylofonia, haluan mukaan", services=["housing"], area="Kvanttila")
    row = applicant.register(campaign, Actor(), {**WHO, "channel": channel}, said)
    double = applicant.write_down(campaign, KAISA(), {**WHO, "channel": channel}, source="paper")
    merging.merge(row, double, KAISA())
    row.refresh_from_db()
    kick_off.invite_everyone(campaign, KAISA())
    _comes(campaign, row)
    _talks(row)
    choice.choose(campaign, [row], KAISA(), "not_chosen", reason="full")
    decision.settle(campaign, KAISA())
    row.refresh_from_db()
    return row


def _comes(campaign: Campaign, row: Applicant) -> None:
    place = Registration.objects.get(event=campaign.kick_off, person=row.person)
    registration.register(
        campaign.kick_off, row.person, Actor.by_link(row.person), needs=["diet"], needs_note="Kvanttila ei syö"
    )
    now = clock.now()
    Event.objects.filter(pk=campaign.kick_off_id).update(starts_at=now - timedelta(hours=2), ends_at=now)
    place.refresh_from_db()
    door.mark(place, KAISA(), attended=True)
    event_verbs.held(Event.objects.get(pk=campaign.kick_off_id), KAISA())


def _talks(row: Applicant) -> None:
    free = interviews.slots()
    talk = talks.ask([row], KAISA())[0]
    talk = interviews.now(talks.choose(talk, free[0], Actor.by_link(row.person)))
    interviews.write(talk, KAISA(), "Ksylofonia kertoi.")
    interviews.write(talk, interviews.sari(), "Kvanttila kertoi.")
    now = {"outcome": "now", "life_situation": "now", "criteria": interview_summary.CRITERIA}
    interview_summary.close(talk, KAISA(), words="Ksylofonia sopii.", **now)
    Slot.objects.update(starts_at=clock.now() - timedelta(days=2), ends_at=clock.now() - timedelta(days=1))


def told_by_every_way(client, row: Applicant) -> None:
    """Mails leave, letters are printed and partly posted, calls are made, lists are read."""
    delivery.deliver()
    heads = [people.organisation()]
    if ringing := list(call.waiting(heads)):
        call.reached(ringing, KAISA(), "Kvanttila vastasi")
    if list(print_run.waiting(heads)):
        for _round in range(2):
            run = print_run.begin(people.organisation(), KAISA())
            printing.make(run.job_id)
            told.tell("recruitment.applicant.standing", row, again="kerran")
        print_run.post(PrintRun.objects.order_by("pk").first(), KAISA())
    page = reverse("campaign_applicant:index", args=[row.campaign_id])
    people.sign_in(client, people.kaisa()).get(page, {"q": "Kvanttila", "state": "not_chosen"})


@pytest.mark.parametrize("channel", ["email", "phone", "post"])
def test_nothing_of_the_person_stays_in_any_table_file_or_log(
    client, caplog, channel, django_capture_on_commit_callbacks
):
    caplog.set_level("INFO")
    row = whole_way(channel)
    told_by_every_way(client, row)
    before = set(traces.found(*WORDS))
    long_ago(row)

    with django_capture_on_commit_callbacks(execute=True):
        erased = tasks.nightly()

    assert {"people_person.email", "recruitment_applicant.motivation", "messaging_message.body"} <= before
    assert {"recruitment_interviewnote.answers", "recruitment_summary.words"} <= before
    assert ("file print_run" in before, "messaging_call.note" in before) == (channel == "post", channel == "phone")
    assert (erased, traces.found(*WORDS), [word for word in WORDS if word in caplog.text]) == (1, [], [])


def test_one_row_that_leads_back_to_nobody_and_one_of_the_log_stay():
    row = whole_way("email")
    way = recruitment.channel(row.campaign)
    Applicant.objects.filter(pk=row.pk).update(channel=way, came_at=clock.now() - timedelta(days=200))
    long_ago(row)

    tasks.nightly()

    kept, log = FunnelRow.objects.get(), Forgetting.objects.get()
    first = clock.local(clock.now()).date().replace(day=1)
    assert (kept.campaign, kept.channel, kept.outcome, kept.reason) == (row.campaign, "advert", "not_chosen", "full")
    assert (kept.applied.day, kept.interviewed, kept.selected) == (1, first, None)
    assert (log.campaign, log.count, log.by) == (row.campaign, 1, None)
    left = [model.objects.count() for model in (Applicant, Interview, InterviewNote, Summary, Registration)]
    assert left == [0, 0, 0, 0, 0]
    assert Entry.objects.filter(uid__startswith="talk-").count() == 0


def test_the_event_keeps_how_many_were_there():
    row = whole_way("email")
    year = clock.local(clock.now()).year
    before = asdict(figures.of_year(Event.objects.all(), year)[0])
    long_ago(row)

    tasks.nightly()

    after = asdict(figures.of_year(Event.objects.all(), year)[0])
    assert (before["visits"], after) == (1, {**before, "people": 0})


@pytest.mark.parametrize(
    ("status", "facts", "erased"),
    [
        (Status.NOT_CHOSEN, {"days": 181}, 1),
        (Status.NOT_CHOSEN, {"days": 179}, 0),
        (Status.WITHDRAWN, {"days": 181}, 1),
        (Status.ADMITTED, {"days": 999}, 0),
        (Status.INTERVIEWED, {"days": 999}, 0),
        (Status.RESERVE, {"keep": -1}, 1),
        (Status.RESERVE, {"keep": 0}, 0),
        (Status.LATER, {"keep": -1}, 1),
        (Status.RESERVE, {"keep": -1, "choice": "select"}, 0),
        (Status.RESERVE, {"keep": -1, "place_answer_by": date(2999, 1, 1)}, 0),
    ],
)
def test_who_is_erased_and_who_stays(status, facts, erased):
    row = recruitment.applicant(status=status, came_at=clock.now() - timedelta(days=facts.get("days", 0)))
    fields = {name: facts[name] for name in ("choice", "place_answer_by") if name in facts}
    if "keep" in facts:
        fields["keep_until"] = clock.today() + timedelta(days=facts["keep"])
    Applicant.objects.filter(pk=row.pk).update(**fields)

    assert (tasks.nightly(), gone(row)) == (erased, bool(erased))


def test_one_who_still_comes_to_an_event_is_not_erased_before_it():
    row = not_chosen()
    place = events.registration(events.event(), row.person)

    first = tasks.nightly()
    Registration.objects.filter(pk=place.pk).update(status="declined")

    assert (first, tasks.nightly(), gone(row)) == (0, 1, True)


def test_one_who_is_known_otherwise_stays_but_not_as_an_applicant():
    aino = experts.aino().person
    row = recruitment.applicant("Aino", person=aino, status=Status.NOT_CHOSEN)
    told.tell("recruitment.applicant.standing", row)
    outbox.queue("messaging.trial", to=aino, context={}, about=aino)
    long_ago(row)

    tasks.nightly()

    kinds = list(Message.objects.filter(person=aino).values_list("kind", flat=True))
    assert (Applicant.objects.exists(), Person.objects.filter(pk=aino.pk).exists()) == (False, True)
    assert kinds == ["messaging.trial"]


def test_one_who_applies_elsewhere_stays_for_that():
    row = not_chosen()
    elsewhere = recruitment.campaign("Toinen haku")
    other = recruitment.applicant("Hilla", person=row.person, campaign=elsewhere)

    tasks.nightly()

    assert (list(Applicant.objects.all()), Person.objects.filter(pk=row.person_id).exists()) == ([other], True)


def test_a_double_merged_into_one_who_is_known_goes():
    aino = experts.aino().person
    kept = recruitment.applicant("Aino", person=aino)
    double = recruitment.applicant("Ksylofonia", "Kvanttila")
    merging.merge(kept, double, KAISA())
    withdrawing.withdraw(kept, KAISA())
    long_ago(kept)

    tasks.nightly()

    assert (traces.found("Ksylofonia", "Kvanttila"), Person.objects.filter(pk=aino.pk).exists()) == ([], True)


def test_one_whose_letter_is_being_sent_waits_for_the_next_night():
    row = not_chosen()
    message = told.tell("recruitment.choice.not_chosen", row, {"applicant": row, "events_page": ""})
    Message.objects.filter(pk=message.pk).update(status="sending")

    first = tasks.nightly()
    Message.objects.filter(pk=message.pk).update(status="sent")

    assert (first, tasks.nightly()) == (0, 1)


def test_a_run_that_waits_to_be_posted_is_called_off_and_the_others_wait_for_the_next():
    home = {"street": "Kuja 1", "postcode": "33100", "town": "Tampere", "email": ""}
    other = people.person("Ville", **home)
    outbox.queue("messaging.trial", to=other, context={}, about=other)
    row = not_chosen(person=people.person("Hilla", "Hakija", is_unconfirmed=True, **home))
    told.tell("recruitment.applicant.standing", row)
    run = print_run.begin(people.organisation(), KAISA())
    printing.make(run.job_id)

    tasks.nightly()

    run.refresh_from_db()
    waiting = [message.person for message in print_run.waiting([people.organisation()])]
    assert (run.status, run.pdf, waiting) == ("cancelled", None, [other])


def test_old_words_are_emptied_and_the_day_and_the_outcome_stay():
    row = selection.interviewed("Aija", status=Status.ADMITTED)
    talk = row.interviews.get()
    InterviewNote.objects.create(interview=talk, interviewer=people.kaisa(), answers={"1": "Kertoi."}, suits="now")
    Summary.objects.update(words="Sopii.", closed_at=clock.now() - timedelta(days=181))
    Interview.objects.update(held_at=clock.now() - timedelta(days=181))
    old = clock.now() - timedelta(days=181)
    Applicant.objects.filter(pk=row.pk).update(motivation="Haluan mukaan", admitted_at=old)

    tasks.nightly()

    note, sums, log = InterviewNote.objects.get(), Summary.objects.get(), Forgetting.objects.get()
    row.refresh_from_db()
    assert (note.answers, note.suits, sums.words, row.motivation) == ({}, "", "", "")
    assert (sums.outcome, note.emptied_at is not None, log.notes_emptied, log.count) == ("now", True, 2, 0)


def test_the_press_erases_behind_a_bar_and_one_killed_goes_on():
    rows = [not_chosen(name) for name in ("Aija", "Ben", "Cia")]
    work = forgetting.begin(recruitment.campaign(), KAISA())
    erasing.forget_one(rows[0].pk, KAISA(), rows[0].campaign, Job.objects.get().created_at)
    before = Forgetting.objects.get().count

    tasks.run(work.pk)

    work = Job.objects.get(pk=work.pk)
    assert (work.status, work.done, work.total, [gone(row) for row in rows]) == ("done", 3, 3, [True] * 3)
    assert (before, Forgetting.objects.get().count) == (1, 3)


def test_one_that_cannot_be_erased_stops_neither_the_others_nor_the_bar():
    rows = [not_chosen(name) for name in ("Aija", "Ben")]
    work = forgetting.begin(recruitment.campaign(), KAISA())

    def stop(instance: Applicant, **kwargs: object) -> None:
        if instance.pk == rows[0].pk:
            raise ArithmeticError("hindered")

    pre_delete.connect(stop, sender=Applicant)
    try:
        with pytest.raises(job.Stumbled):
            tasks.run(work.pk)
    finally:
        pre_delete.disconnect(stop, sender=Applicant)

    work.refresh_from_db()
    assert (work.status, Forgetting.objects.get().count) == ("failed", 1)


def test_nobody_due_and_others_are_refused():
    campaign = recruitment.campaign()

    with pytest.raises(Refused) as nobody:
        forgetting.begin(campaign, KAISA())
    not_chosen()
    with pytest.raises(Refused) as stranger:
        forgetting.begin(campaign, people.actor(people.sari()))

    assert (nobody.value.code, stranger.value.code) == ("nobody", "not_recruiter")


def test_the_list_beforehand_tells_who_is_next_and_who_stays_otherwise(django_assert_num_queries):
    campaign = recruitment.campaign()
    row, soon = not_chosen("Aija"), not_chosen("Ben")
    known = recruitment.applicant("Aino", person=experts.aino().person, status=Status.NOT_CHOSEN)
    long_ago(known, soon, days=160)
    late = recruitment.applicant("Dan", status=Status.NOT_CHOSEN, decided_at=clock.now())

    with django_assert_num_queries(3):
        lines = retention.preview(campaign)

    ahead = [(line.applicant, line.on - clock.today(), line.stays) for line in lines]
    assert ahead == [
        (row, timedelta(days=-1), False),
        (soon, timedelta(days=20), False),
        (known, timedelta(days=20), True),
    ]
    assert late.pk not in {line.applicant.pk for line in lines}
