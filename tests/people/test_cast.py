"""The cast meets in one organisation, and calling it again changes nothing."""

import pytest

from coordination.people.models import Person, Role, Unit
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_the_cast_is_made_once():
    everybody = [people.kaisa, people.sari, people.matti, people.olli, people.admin, people.finance, people.editor]

    first, again = ([make().pk for make in everybody] for __ in range(2))

    assert first == again
    assert Person.objects.count() == 7
    assert Role.objects.count() == 5
    assert Unit.objects.count() == 3


def test_an_agreement_covers_the_unit():
    youth = people.unit()

    agreement = people.agreement_for(youth)

    assert agreement == people.agreement_for(youth)
    assert agreement.coordinator == people.kaisa()
