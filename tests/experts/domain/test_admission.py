"""The chosen come into the register with everything already known (EX-08)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import admission, recruiting
from experts.models import Expert, ServiceArea
from tests.factories import people, recruitment, selection

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def chosen(name: str = "Aija", **facts: object):
    campaign = recruitment.campaign(admission_url_name=recruiting.ADMISSION, admission_key=str(people.unit().pk))
    return selection.interviewed(name, campaign=campaign, status="selected", **facts)


def test_nothing_is_typed_twice():
    area, __ = ServiceArea.objects.get_or_create(code="housing", defaults={"names": {"fi": "Asuminen"}})
    row = chosen(services=["housing", "other"], area="Koivu")
    facts = {"language": "sv", "channel": "post", "format": "large", "needs": "Esteetön kulku"}
    Person.objects.filter(pk=row.person_id).update(**facts)
    row.person.refresh_from_db()

    made = admission.admit(row, people.unit(), HOUSE)

    row.refresh_from_db()
    person = Person.objects.get(pk=made.person_id)
    assert (list(made.areas.all()), made.locality, [each.code for each in made.languages.all()]) == (
        [area],
        "Koivu",
        ["sv"],
    )
    assert {name: getattr(person, name) for name in facts} == facts
    assert (made.status, row.status, row.started_on, person.is_unconfirmed) == (
        "training",
        "admitted",
        clock.today(),
        False,
    )


def test_a_protected_home_town_does_not_go_along():
    row = chosen(area="Koivu")
    row.person.protected_address = True
    row.person.save()

    assert admission.admit(row, people.unit(), HOUSE).locality == ""


def test_nobody_is_admitted_without_an_interview():
    row = recruitment.applicant("Veli", status="selected")

    with pytest.raises(Refused) as refusal:
        admission.admit(row, people.unit(), HOUSE)

    assert refusal.value.code == "not_interviewed"


def test_one_press_admits_all_and_one_who_cannot_be_stops_nobody():
    known = chosen("Aija")
    Expert.objects.create(person=known.person, unit=people.unit(), admitted_before="Kaisa")
    others = [chosen("Ben"), chosen("Cia")]
    client = people.sign_in(Client(), people.kaisa())

    client.post(reverse("expert_admission:index", args=[people.unit().pk]))

    assert Expert.objects.filter(person__in=[row.person_id for row in others], interview__isnull=False).count() == 2
    assert list(admission.waiting(people.unit())) == [known]
