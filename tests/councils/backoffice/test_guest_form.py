from __future__ import annotations

import pytest

from coordination.people.models import Person
from councils.forms.guest import GuestForm
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def test_a_new_guest_who_cannot_be_invited_is_not_written_down_either():
    meeting = councils.held()
    known = Person.objects.count()
    data = {"first_name": "Lauri", "last_name": "Etuus", "email": "lauri@example.org", "matter": "Toimeentulotuki"}
    form = GuestForm({**data, "item": ""}, meeting=meeting, by=people.actor(councils.elina()))

    done = form.is_valid() and form.save()

    assert (done, Person.objects.count()) == (False, known)
    assert form.non_field_errors() == ["Kokous on ohi: sen vieraat eivät enää muutu."]
