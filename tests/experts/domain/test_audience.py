import pytest
from django.utils import translation

from coordination.foundation.refused import Refused
from experts.domain import audience
from experts.models import Audience, Expert
from tests.factories import experts, people

KINDS = Audience.Kind.values


def seen(expert, kind):
    shown = audience.shown_as(Expert.objects.get(pk=expert.pk), kind)
    return (shown.name, shown.born, shown.town, shown.photo)


@pytest.mark.parametrize("kind", KINDS)
def test_untold_the_careful_choices_hold(db, kind):
    with translation.override("en"):
        assert seen(experts.aino(), kind) == ("Aino", "in the 1970s", "Havukumpu", None)


def test_each_audience_sees_what_was_chosen_for_it(db):
    expert = experts.aino()
    me = people.actor(expert.person)

    audience.keep(expert, "own", me, name="full", birth="year", photo=False, locality=True)
    audience.keep(expert, "public", me, name="alias", alias="Virta", birth="hidden", photo=False, locality=False)

    assert seen(expert, "own") == ("Aino Aalto", "1974", "Havukumpu", None)
    assert seen(expert, "public") == ("Virta", "", "", None)


def test_tiles_of_two_audiences_cannot_be_matched(db):
    expert = experts.aino()

    keys = [audience.shown_as(expert, kind).tile_key for kind in KINDS]

    assert keys == [expert.staff_key, expert.staff_key, expert.public_key]
    assert expert.staff_key != expert.public_key


@pytest.mark.parametrize("kind", KINDS)
def test_a_protected_address_never_shows_the_town(db, kind):
    expert = experts.aino()
    expert.person.protected_address = True
    expert.person.save()

    audience.keep(expert, kind, people.actor(expert.person), name="first", birth="decade", photo=False, locality=True)

    assert seen(expert, kind)[2] == ""


def test_another_name_must_be_told_and_holds_no_code(db):
    expert = experts.aino()
    me = people.actor(expert.person)

    for alias in ("", "131052-308T"):
        with pytest.raises(Refused) as refusal:
            audience.keep(expert, "own", me, name="alias", alias=alias, birth="decade", photo=False, locality=True)
        assert refusal.value.field == "alias"


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_nobody_else_chooses(db, who):
    with pytest.raises(Refused):
        audience.keep(experts.aino(), "own", people.actor(who()), name="full", birth="year", photo=False, locality=True)


def test_readers_see_as_their_organisation_does(db):
    expert = experts.aino()

    kinds = [
        audience.kind_for(expert, people.user_for(who()))
        for who in (people.sari, people.stranger_coordinator, people.olli)
    ]

    assert kinds == ["own", "partners", "public"]
