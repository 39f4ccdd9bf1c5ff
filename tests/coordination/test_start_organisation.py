"""An empty installation is begun by one command, once."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command

from coordination.fees.models import PriceClass
from coordination.people.models import Person, Unit
from coordination.privacy.models import ConsentText
from experts.models import TaskType

pytestmark = pytest.mark.django_db
MAIN_USER = {"first_name": "Pirkko", "last_name": "Päämalli", "email": "pirkko@example.org"}


def test_the_organisation_has_its_main_user_who_can_sign_in():
    call_command("start_organisation", "Havukummun hyvinvointialue", **MAIN_USER)

    pirkko = Person.objects.get()
    assert [(role.kind, str(role.unit)) for role in pirkko.roles.all()] == [("admin", "Havukummun hyvinvointialue")]
    assert EmailAddress.objects.get(user=pirkko.user).verified is True


def test_what_every_organisation_begins_with_is_there():
    call_command("start_organisation", "Havukummun hyvinvointialue", **MAIN_USER)

    assert [model.objects.exists() for model in (TaskType, PriceClass, ConsentText)] == [True, True, True]


def test_it_is_begun_once():
    call_command("start_organisation", "Havukummun hyvinvointialue", **MAIN_USER)

    with pytest.raises(CommandError):
        call_command("start_organisation", "Toinen alue", **MAIN_USER)

    assert Unit.objects.count() == 1
