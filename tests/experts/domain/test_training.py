"""Trainings: groups, their times, who completes them, the certificate, the years in numbers (EX-09, AN-03)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import admission, recruiting, training, training_certificate, training_figures, training_group
from experts.models import Expert, Training, TrainingGroup
from tests.factories import experts, people, recruitment, selection
from tests.factories import training as factory

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def test_everybody_admitted_from_the_campaign_comes_into_the_group_in_one_step():
    unit = people.kaisa().unit
    campaign = recruitment.campaign(admission_url_name=recruiting.ADMISSION, admission_key=str(unit.pk))
    admitted = [
        admission.admit(selection.interviewed(name, campaign=campaign, status="selected"), unit, HOUSE)
        for name in ("Aija", "Bertta", "Cecilia")
    ]
    experts.expert_in_training("Muu")
    group = factory.group(campaign)

    training_group.enrol(group, training_group.chosen(group), factory.kaisa())

    assert {row.expert for row in group.trainings.all()} == set(admitted)
    assert list(training_group.chosen(group)) == []


def test_those_in_the_group_are_invited_to_its_times_whichever_comes_first():
    first, second = experts.expert_in_training("Aila"), experts.expert_in_training("Bea")
    group = factory.group()
    training_group.enrol(group, [first], HOUSE)

    opened = training_group.add_times(
        group, HOUSE, dates=factory.evenings(2), place="Koivu", coordinator=people.kaisa()
    )
    training_group.enrol(group, [second], HOUSE)

    assert [event.kind for event in opened] == ["training", "training"]
    people_of = {event: set(event.registrations.values_list("person", flat=True)) for event in opened}
    assert list(people_of.values()) == [{first.person_id, second.person_id}] * 2


def test_completing_many_fills_the_year_tells_each_and_leaves_activating_to_the_coordinator():
    inside = [experts.expert_in_training(name) for name in ("Aila", "Bea")]
    group = factory.running(*inside)

    training.complete(group.trainings.all(), factory.kaisa(), on=clock.today())

    told = Message.objects.filter(kind="experts.training.completed").values_list("person", flat=True)
    assert set(told) == {row.person_id for row in inside}
    rows = Expert.objects.filter(pk__in=[row.pk for row in inside]).values_list("status", "training_year")
    assert list(rows) == [("training", clock.today().year)] * 2
    numbers = {row.certificate_number for row in group.trainings.all()}
    assert numbers == {f"K{clock.today().year}-{row.pk}" for row in group.trainings.all()}


def test_the_funnel_learns_that_the_chosen_completed():
    unit = people.kaisa().unit
    campaign = recruitment.campaign(admission_url_name=recruiting.ADMISSION, admission_key=str(unit.pk))
    applicant = selection.interviewed("Aija", campaign=campaign, status="selected")
    group = factory.running(admission.admit(applicant, unit, HOUSE))

    training.complete(group.trainings.all(), HOUSE, on=clock.today())

    applicant.refresh_from_db()
    assert applicant.completed_on == clock.today()


def test_a_group_ends_only_when_everybody_has_been_marked():
    row = factory.going_on()
    group = TrainingGroup.objects.get()

    with pytest.raises(Refused) as refusal:
        training_group.end(group, HOUSE)

    assert refusal.value.code == "open"
    training.interrupt(row, HOUSE)
    assert training_group.end(group, HOUSE).status == TrainingGroup.Status.ENDED
    with pytest.raises(Refused) as over:
        training_group.enrol(group, [experts.expert_in_training("Myöhä")], HOUSE)
    assert over.value.code == "over"


def test_cancelling_cancels_the_times_ahead_and_interrupts():
    group = factory.group()
    training_group.enrol(group, [experts.expert_in_training()], HOUSE)
    training_group.add_times(group, HOUSE, dates=factory.evenings(2), place="Koivu", coordinator=people.kaisa())

    training_group.cancel(group, HOUSE, reason="Kouluttaja sairastui.")

    assert set(Event.objects.values_list("status", flat=True)) == {"cancelled"}
    assert group.trainings.get().status == Training.Status.INTERRUPTED


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"names": ""}, "empty", "names"),
        ({"provider": " "}, "empty", "provider"),
        ({"ends_on": clock.today() - timedelta(days=400)}, "dates", "ends_on"),
        ({"marks": ["magic"]}, "unknown", "marks"),
    ],
)
def test_a_group_is_refused_with_the_box_to_mend(facts, code, field):
    with pytest.raises(Refused) as refusal:
        factory.group(**facts)

    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_one_from_another_branch_is_not_taken_in():
    stranger = experts.expert_in_training("Vieras", unit=people.organisation("Muu hyvinvointialue"))

    with pytest.raises(Refused) as refusal:
        training_group.enrol(factory.group(), [stranger], factory.kaisa())

    assert refusal.value.code == "stranger"


def test_a_training_elsewhere_is_written_down_without_a_certificate_of_ours():
    expert = experts.expert_active(training_year=2019)
    facts = {"name": "Kokemus työvälineenä", "provider": "Muu opisto", "completed_year": 2023, "hours": 50}

    row = training.write_down(expert, factory.kaisa(), **facts)

    expert.refresh_from_db()
    assert (row.status, row.certificate_number, expert.training_year) == ("completed", "", 2023)
    with pytest.raises(Refused) as refusal:
        training_certificate.sheet(row)
    assert refusal.value.code == "none"
    with pytest.raises(Refused) as future:
        training.write_down(expert, factory.kaisa(), **{**facts, "completed_year": clock.today().year + 1})
    assert (future.value.code, future.value.field) == ("year", "completed_year")


def test_certificates_are_for_the_archive_each_in_its_own_language():
    first, second = experts.expert_in_training("Aila"), experts.expert_in_training("Bengt")
    second.person.language = "sv"
    second.person.save()
    rows = training.complete(factory.running(first, second).trainings.all(), HOUSE, on=clock.today())

    body = training_certificate.sheets(Training.objects.filter(pk__in=[row.pk for row in rows]), "fi")

    assert body.startswith(b"%PDF")
    assert b"pdfaid:part" in body


def test_the_years_are_counted_in_three_queries(django_assert_num_queries):
    kaisa = people.kaisa().user
    row = factory.going_on()
    training.complete([row], HOUSE, on=clock.today())
    training.write_down(row.expert, HOUSE, name="Ennen", provider="Opisto", completed_year=2020)
    kaisa.open_roles  # noqa: B018

    with django_assert_num_queries(3):
        years = training_figures.by_year(kaisa)

    counts = [(year.year, year.groups, year.began, year.completed, year.elsewhere) for year in years]
    assert counts == [(clock.today().year, 1, 1, 1, 0), (2020, 0, 0, 0, 1)]
    assert Registration.objects.count() == 0
