"""“This is out of date”: told by a reader, mended by one named person, answered to the one who told."""

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import out_of_date
from experts.domain.out_of_date import About
from experts.models import OutOfDate
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


def told(about=None, **more):
    return out_of_date.report(
        about or About(expert=experts.aino()), people.actor(people.sari()), **{"wrong": "text", **more}
    )


def sent(kind):
    return list(Message.objects.filter(kind=f"experts.out_of_date.{kind}").values_list("person__first_name", flat=True))


def test_the_expert_keeps_ones_own_cv_and_hears_of_it():
    row = told()

    assert (row.updater, sent("told")) == (experts.aino().person, ["Aino"])


def test_the_coordinator_mends_for_one_without_an_account():
    people.kaisa()
    person = people.person("Pekka", "Koekas")
    row = told(About(expert=experts.expert_active(person=person)))
    person.user = None
    person.save()

    assert out_of_date.updater_of(About(expert=row.expert)) == people.kaisa()


def test_a_units_contact_details_are_the_coordinators():
    people.kaisa()

    row = told(About(unit=people.sari().unit), wrong="contact")

    assert (row.updater, row.expert) == (people.kaisa(), None)


@pytest.mark.parametrize(("fixed", "status"), [(True, "fixed"), (False, "not_so")])
def test_the_one_who_told_hears_what_was_found(fixed, status):
    row = out_of_date.handle(told(), people.actor(experts.aino().person), fixed=fixed, answer="Katsoin.")

    assert (row.status, sent("handled")) == (status, ["Sari"])


def test_telling_twice_is_told_once():
    told()

    with pytest.raises(Refused) as refusal:
        told()

    assert (refusal.value.code, OutOfDate.objects.count()) == ("told", 1)


def test_what_is_seen_to_may_be_told_again():
    out_of_date.handle(told(), people.actor(people.kaisa()), fixed=True)

    told()

    assert OutOfDate.objects.open().count() == 1


@pytest.mark.parametrize("who", [people.matti, people.sari])
def test_only_the_updater_and_the_coordinator_see_to_it(who):
    row = told()

    with pytest.raises(Refused) as refusal:
        out_of_date.handle(row, people.actor(who()), fixed=True)

    assert refusal.value.code == "stranger"


@pytest.mark.parametrize(
    ("more", "code"), [({"wrong": "contact"}, "wrong"), ({"words": "Hetu 131052-308T"}, "identity_code")]
)
def test_what_does_not_belong_is_refused(more, code):
    with pytest.raises(Refused) as refusal:
        told(**more)

    assert refusal.value.code == code


def test_one_who_does_not_read_the_folder_does_not_tell():
    with pytest.raises(Refused) as refusal:
        out_of_date.report(About(expert=experts.aino()), people.actor(people.matti()), wrong="text")

    assert refusal.value.code == "stranger"
