"""Nobody climbs to more rights by handing out another's key."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.domain import account, invitation
from coordination.people.domain import person as verbs
from coordination.people.models import Person, Role
from tests.factories import people

pytestmark = pytest.mark.django_db


def with_role(kind, unit=None, **fields):
    someone = people.person("Uhri", email="uhri@example.org")
    people.user_for(someone)
    Role.objects.create(person=someone, kind=kind, unit=unit or people.organisation(), **fields)
    return Person.objects.get(pk=someone.pk)


def superuser():
    return Person.objects.get(pk=people.superuser().pk)


def tries(someone, by):
    """Every way to another's key: a code, forgetting the keys, closing, and an address of one's own."""
    actor = people.actor(by)
    return [
        lambda: invitation.make(someone, actor),
        lambda: account.forget_keys(someone, actor),
        lambda: account.close_account(someone, actor),
        lambda: verbs.change(someone, actor, email="me@example.org"),
    ]


@pytest.mark.parametrize("way", range(4))
@pytest.mark.parametrize("by", [people.kaisa, people.admin])
def test_a_superusers_key_is_a_superusers_to_give(by, way):
    attempt = tries(superuser(), by())[way]

    with pytest.raises(Refused):
        attempt()


@pytest.mark.parametrize("way", range(4))
def test_a_main_users_key_is_not_a_coordinators_to_give(way):
    attempt = tries(with_role(Role.Kind.ADMIN), people.kaisa())[way]

    with pytest.raises(Refused):
        attempt()


@pytest.mark.parametrize("kind", Role.Kind.values)
def test_rights_in_another_organisation_keep_the_key_from_this_ones_main_user(kind):
    someone = with_role(kind, people.organisation("Naapurin hyvinvointialue"))
    attempt = tries(someone, people.admin())[0]

    with pytest.raises(Refused):
        attempt()


def test_a_role_that_begins_tomorrow_counts_already():
    someone = with_role(Role.Kind.ADMIN, starts_on=clock.today() + timedelta(days=1))
    attempt = tries(someone, people.kaisa())[0]

    with pytest.raises(Refused):
        attempt()


def test_a_role_that_has_ended_counts_no_more():
    yesterday = clock.today() - timedelta(days=1)
    someone = with_role(Role.Kind.ADMIN, starts_on=people.LONG_AGO, ends_on=yesterday)

    assert len(invitation.make(someone, people.actor(people.kaisa()))) == 14


def test_an_employees_key_is_the_coordinators_to_give():
    assert len(invitation.make(people.sari(), people.actor(people.kaisa()))) == 14
