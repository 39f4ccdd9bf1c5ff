"""Writing people down and changing them: who may, what is refused, what the log keeps."""

import pytest
from wagtail.models import ModelLogEntry

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import account, person
from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_a_coordinator_writes_a_person_down():
    made = person.add(
        unit=people.unit(), by=people.actor(people.kaisa()), first_name=" Aino ", email="Aino@Example.org"
    )

    assert (made.first_name, made.email, made.channel) == ("Aino", "aino@example.org", "email")
    assert list(ModelLogEntry.objects.for_instance(made).values_list("action", flat=True)) == ["kuuluviin.made"]


def test_without_an_address_messages_go_by_post():
    made = person.add(unit=people.unit(), by=people.actor(people.kaisa()), first_name="Aino")

    assert made.channel == "post"


@pytest.mark.parametrize("who", [people.sari, people.matti, people.olli, people.stranger_coordinator, people.finance])
def test_others_write_nobody_down(who):
    with pytest.raises(Refused) as refusal:
        person.add(unit=people.unit(), by=people.actor(who()), first_name="Aino")

    assert refusal.value.code == "not_allowed"


def test_an_identity_code_is_refused():
    with pytest.raises(Refused) as refusal:
        person.add(unit=people.unit(), by=people.actor(people.kaisa()), first_name="Aino", needs="010180-900X")

    assert (refusal.value.code, refusal.value.field) == ("identity_code", "needs")


def test_the_email_channel_needs_an_address():
    with pytest.raises(Refused) as refusal:
        person.add(unit=people.unit(), by=people.actor(people.kaisa()), first_name="Aino", channel="email")

    assert refusal.value.code == "unsound"


def test_one_changes_ones_own_contact_details_and_the_log_keeps_no_contents():
    matti = people.matti()

    person.change(matti, people.actor(matti), phone="0400 000 000", language="sv")

    entry = ModelLogEntry.objects.for_instance(matti).get()
    assert Person.objects.get(pk=matti.pk).phone == "0400 000 000"
    assert entry.data["fields"] == ["language", "phone"]


def test_ones_name_is_the_coordinators_to_change():
    matti = people.matti()

    with pytest.raises(Refused):
        person.change(matti, people.actor(matti), last_name="Toinen")


def test_a_stranger_changes_nothing():
    with pytest.raises(Refused):
        person.change(people.matti(), people.actor(people.olli()), phone="1")


def test_the_sign_in_address_follows_the_coordinators_change_but_not_ones_own():
    matti, kaisa = people.matti(), people.actor(people.kaisa())

    person.change(matti, people.actor(matti), email="mine@example.org")
    own = list(matti.user.emailaddress_set.values_list("email", flat=True))
    person.change(matti, kaisa, email="new@example.org")

    assert own == ["matti@example.org"]
    assert list(matti.user.emailaddress_set.values_list("email", "verified")) == [("new@example.org", True)]


def test_a_coordinator_cannot_turn_the_main_users_mail_to_oneself():
    with pytest.raises(Refused):
        person.change(people.admin(), people.actor(people.kaisa()), email="kaisa2@example.org")


def test_two_may_share_an_address_but_only_the_first_signs_in_with_it():
    kaisa = people.actor(people.kaisa())
    first = people.person("Eka", email="shared@example.org")
    second = people.person("Toka", email="shared@example.org")

    account.open_account(first, kaisa)
    account.open_account(second, kaisa)

    assert list(first.user.emailaddress_set.values_list("email", flat=True)) == ["shared@example.org"]
    assert list(second.user.emailaddress_set.all()) == []
    assert people.User.objects.get(pk=second.user_id).email == ""


def test_a_closed_account_frees_its_address():
    kaisa = people.actor(people.kaisa())
    first = people.person("Eka", email="shared@example.org")
    second = people.person("Toka", email="shared@example.org")
    account.open_account(first, kaisa)

    account.close_account(first, kaisa)
    account.open_account(second, kaisa)

    assert not people.User.objects.get(pk=first.user_id).is_active
    assert list(second.user.emailaddress_set.values_list("email", flat=True)) == ["shared@example.org"]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        (people.kaisa, ["Kaisa", "Matti", "Sari"]),
        (people.admin, ["Kaisa", "Matti", "Pirkko", "Sari"]),
        (people.sari, ["Sari"]),
        (people.matti, ["Matti"]),
        (people.finance, ["Reijo"]),
        (people.editor, ["Elli"]),
        (people.olli, ["Olli"]),
        (people.stranger_coordinator, ["Vieras"]),
    ],
)
def test_who_sees_whom(who, seen):
    for member in (people.kaisa, people.matti, people.sari):
        member()

    user = people.User.objects.get(pk=who().user_id)

    assert sorted(Person.objects.visible_to(user).values_list("first_name", flat=True)) == seen


def test_the_house_acts_without_a_user_but_a_link_does_not():
    house, link = Actor.worker(), Actor.by_link(people.matti())

    made = person.add(unit=people.unit(), by=house, first_name="Tuotu")

    assert made.pk
    with pytest.raises(Refused):
        person.add(unit=people.unit(), by=link, first_name="Ujo")
