"""Rules: kept for a branch from a day, by those who keep the branch; the screen that does it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.models import User
from coordination.records.domain import rule, rule_keeping
from coordination.records.forms.rule import NAMES
from coordination.records.models import Rule
from tests.factories import people

pytestmark = pytest.mark.django_db


def keep(value=5, by=people.kaisa, **more):
    more.setdefault("unit", people.organisation())
    return rule_keeping.keep("offer.days", value, people.actor(by()), **more)


def test_every_rule_has_a_plain_name():
    assert sorted(NAMES) == sorted(rule.DEFAULTS)


def test_a_rule_holds_in_its_branch():
    keep()

    assert (rule.on(people.unit(), "offer.days"), rule.on(people.organisation("Muu"), "offer.days")) == (5, 3)


def test_a_new_rule_ends_the_one_before_and_one_of_the_same_day_is_replaced():
    keep(4, valid_from=clock.today() - timedelta(days=10))

    keep(5)
    keep(6)

    today, yesterday = clock.today(), clock.today() - timedelta(days=1)
    where = people.organisation()
    assert (rule.on(where, "offer.days", yesterday), rule.on(where, "offer.days", today)) == (4, 6)
    assert Rule.objects.count() == 2


def test_an_ended_rule_gives_way():
    rule_keeping.end(keep(), people.actor(people.kaisa()))

    assert rule.on(people.organisation(), "offer.days") == 3


@pytest.mark.parametrize(("key", "value"), [("fee.four_eyes_over", "9999.00"), ("fee.deputy_days", 0)])
def test_how_many_eyes_money_needs_is_the_main_users_alone(key, value):
    where = people.organisation()
    with pytest.raises(Refused):
        rule_keeping.keep(key, value, people.actor(people.kaisa()), unit=where)
    kept = rule_keeping.keep(key, value, people.actor(people.admin()), unit=where)

    with pytest.raises(Refused):
        rule_keeping.end(kept, people.actor(people.kaisa()))


@pytest.mark.parametrize("value", ["5", True, 2.5, None])
def test_a_value_of_another_kind_is_refused(value):
    with pytest.raises(Refused):
        keep(value)


@pytest.mark.parametrize("who", [people.sari, people.finance, people.olli, people.stranger_coordinator])
def test_others_keep_no_rules(who):
    with pytest.raises(Refused):
        keep(by=who)


def test_a_rule_for_everybody_is_a_superusers():
    with pytest.raises(Refused):
        keep(unit=None)


@pytest.mark.parametrize(("who", "seen"), [(people.kaisa, 1), (people.sari, 0), (people.stranger_coordinator, 0)])
def test_who_sees_the_rules(who, seen):
    keep()

    assert Rule.objects.visible_to(User.objects.get(pk=who().user_id)).count() == seen


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [("offer.days", "4", 4), ("fee.usual_most", "120", "120.00"), ("offer.confirms_itself", "yes", True)],
)
def test_the_screen_reads_each_kind(client, key, typed, stored):
    people.sign_in(client, people.kaisa())

    response = client.post(reverse("records_rule:new", args=[key]), {"value": typed, "unit": people.organisation().pk})

    assert response.status_code == 302
    assert rule.on(people.organisation(), key) == stored


def test_the_screens_show(client):
    people.sign_in(client, people.kaisa())
    row = keep()

    pages = [
        reverse("records_rule:index"),
        reverse("records_rule:choose"),
        reverse("records_rule:page", args=[row.pk]),
        *(reverse("records_rule:new", args=[key]) for key in rule.DEFAULTS),
    ]

    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
