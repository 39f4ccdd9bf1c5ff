"""Roles: granted by whom, in force from when to when, and the groups that follow."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.domain import role
from coordination.people.models import Role, User
from coordination.people.tasks.role import end_old
from tests.factories import people

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = -1, 1


def day(offset):
    return clock.today() + timedelta(days=offset)


def fresh(person):
    return User.objects.get(pk=person.user_id)


def test_the_main_user_grants_and_the_door_opens_at_once():
    matti = people.matti()
    before = fresh(matti).has_perm("wagtailadmin.access_admin")

    role.grant(matti, Role.Kind.COORDINATOR, people.organisation(), people.actor(people.admin()))

    assert (before, fresh(matti).has_perm("wagtailadmin.access_admin")) == (False, True)


def test_an_end_date_closes_the_door_at_once():
    matti, admin = people.matti(), people.actor(people.admin())
    granted = role.grant(matti, Role.Kind.COORDINATOR, people.organisation(), admin, starts_on=day(-5))

    role.end(granted, admin)

    assert not fresh(matti).has_perm("wagtailadmin.access_admin")
    assert Role.objects.get(pk=granted.pk).ends_on == day(YESTERDAY)


def test_a_role_of_today_that_ends_today_leaves_nothing():
    matti, admin = people.matti(), people.actor(people.admin())
    granted = role.grant(matti, Role.Kind.FINANCE, people.organisation(), admin)

    role.end(granted, admin)

    assert Role.objects.filter(person=matti).count() == 0


def test_a_last_day_is_still_in_force_and_a_past_one_is_refused():
    matti, admin = people.matti(), people.actor(people.admin())
    granted = role.grant(matti, Role.Kind.FINANCE, people.organisation(), admin, starts_on=day(-5))

    with pytest.raises(Refused):
        role.end(granted, admin, last_day=day(-2))
    role.end(granted, admin, last_day=clock.today())

    assert fresh(matti).has_role(Role.Kind.FINANCE)


@pytest.mark.parametrize(
    ("who", "kind", "allowed"),
    [
        (people.kaisa, Role.Kind.STAFF, True),
        (people.kaisa, Role.Kind.COORDINATOR, False),
        (people.kaisa, Role.Kind.ADMIN, False),
        (people.admin, Role.Kind.EDITOR, True),
        (people.sari, Role.Kind.STAFF, False),
        (people.olli, Role.Kind.STAFF, False),
        (people.stranger_coordinator, Role.Kind.STAFF, False),
    ],
)
def test_who_grants_what(who, kind, allowed):
    matti, by = people.matti(), people.actor(who())

    with nullcontext() if allowed else pytest.raises(Refused):
        role.grant(matti, kind, people.unit(), by)

    assert Role.objects.filter(person=matti).exists() == allowed


def test_nobody_grants_to_oneself_nor_twice():
    admin, matti = people.admin(), people.matti()
    by = people.actor(admin)
    role.grant(matti, Role.Kind.STAFF, people.unit(), by)

    with pytest.raises(Refused) as oneself:
        role.grant(admin, Role.Kind.COORDINATOR, people.unit(), by)
    with pytest.raises(Refused) as twice:
        role.grant(matti, Role.Kind.STAFF, people.unit(), by)

    assert (oneself.value.code, twice.value.code) == ("oneself", "twice")


def test_an_editor_is_in_the_group_that_holds_page_rights_and_leaves_it():
    matti, admin = people.matti(), people.actor(people.admin())

    granted = role.grant(matti, Role.Kind.EDITOR, people.organisation(), admin)
    group = Group.objects.get(name="kuuluviin.editor")
    inside = fresh(matti).groups.filter(pk=group.pk).exists()
    role.end(granted, admin)

    assert sorted(right.permission.codename for right in group.page_permissions.select_related("permission")) == [
        "add_page",
        "change_page",
        "publish_page",
    ]
    assert (inside, fresh(matti).groups.count()) == (True, 0)


def test_the_night_takes_out_of_the_group_whose_last_day_passed():
    matti, admin = people.matti(), people.actor(people.admin())
    granted = role.grant(matti, Role.Kind.EDITOR, people.organisation(), admin)
    Role.objects.filter(pk=granted.pk).update(starts_on=day(-5), ends_on=day(YESTERDAY))

    end_old()

    assert fresh(matti).groups.count() == 0


def test_a_superuser_stands_for_the_main_user_everywhere():
    matti = people.matti()
    User.objects.filter(pk=matti.user_id).update(is_superuser=True)

    role.grant(people.sari(), Role.Kind.ADMIN, people.organisation(), people.actor(matti))

    assert fresh(people.sari()).has_role(Role.Kind.ADMIN)
    assert not fresh(matti).has_role(Role.Kind.COORDINATOR)
