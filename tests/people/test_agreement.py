"""Agreements, partnerships and units (CM-01, L-02b)."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.domain import agreement, partnership, unit
from coordination.people.models import Partnership, UnitAgreement, User
from tests.factories import people

pytestmark = pytest.mark.django_db


def agree(where, by, **fields):
    return agreement.agree(
        where, people.actor(by), coordinator=people.kaisa(), payer=where, supervision=people.organisation(), **fields
    )


def test_what_a_service_agreed_covers_its_units_and_no_others():
    service, other = people.unit("Palvelu"), people.unit("Muu")
    below = people.unit("Yksikkö", parent=service)

    made = agree(service, people.kaisa())

    assert UnitAgreement.objects.covering(below) == made
    assert UnitAgreement.objects.covering(other) is None


def test_a_new_agreement_ends_the_one_before():
    where = people.unit()
    old = people.agreement_for(where)

    new = agree(where, people.kaisa())

    old.refresh_from_db()
    assert old.valid_until == clock.today() - timedelta(days=1)
    assert UnitAgreement.objects.covering(where) == new


def test_one_of_the_same_day_is_replaced():
    where = people.unit()

    agree(where, people.kaisa())
    second = agree(where, people.kaisa())

    assert list(UnitAgreement.objects.filter(unit=where)) == [second]


@pytest.mark.parametrize("who", [people.sari, people.olli, people.finance, people.stranger_coordinator])
def test_others_do_not_agree(who):
    with pytest.raises(Refused) as refusal:
        agree(people.unit(), who())

    assert refusal.value.code == "not_allowed"


def test_a_partnership_begins_and_ends_at_once():
    other, by = people.organisation("Järjestö"), people.actor(people.kaisa())

    row = partnership.agree(people.organisation(), other, by)
    began = Partnership.objects.in_force().count()
    partnership.end(row, by)

    assert (began, Partnership.objects.in_force().count()) == (1, 0)


def test_a_partnership_within_one_organisation_is_refused():
    with pytest.raises(Refused):
        partnership.agree(people.organisation(), people.unit(), people.actor(people.kaisa()))


def test_partnerships_are_seen_by_the_owners_branch():
    row = partnership.agree(people.organisation(), people.organisation("Järjestö"), people.actor(people.kaisa()))

    seen = {
        who.__name__: list(Partnership.objects.visible_to(User.objects.get(pk=who().user_id)))
        for who in (people.kaisa, people.sari, people.olli, people.stranger_coordinator)
    }

    assert seen == {"kaisa": [row], "sari": [], "olli": [], "stranger_coordinator": []}


def test_a_coordinator_adds_a_unit_and_only_a_superuser_an_organisation():
    by = people.actor(people.kaisa())

    made = unit.add(by=by, parent=people.organisation(), names={"fi": "Uusi"})

    assert made.get_parent() == people.organisation()
    with pytest.raises(Refused):
        unit.add(by=by, names={"fi": "Oma organisaatio"})


def test_a_unit_with_open_units_does_not_close():
    service = people.unit("Palvelu")
    people.unit("Yksikkö", parent=service)

    with pytest.raises(Refused) as refusal:
        unit.close(service, people.actor(people.admin()))

    assert refusal.value.code == "has_open"
