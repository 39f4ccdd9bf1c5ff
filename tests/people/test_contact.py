"""Contact persons: the main one, the yearly look, the end; no rights by it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from coordination.foundation import clock
from coordination.foundation.business_id import read
from coordination.foundation.refused import Refused
from coordination.people.domain import contact, role
from coordination.people.models import Contact
from experts.domain.todo import contacts as todo
from tests.factories import outside, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_first_contact_is_the_main_one_and_there_is_one_main() -> None:
    home = outside.school()
    first, second = outside.contact_person(home), outside.contact_person(home, first_name="Lasse")

    contact.make_main(second, people.actor(people.kaisa()))

    assert list(home.contacts.values_list("person__first_name", "is_main")) == [("Lasse", True), ("Helvi", False)]
    assert first.is_main is True


def test_details_nobody_has_looked_at_for_a_year_wait_for_the_coordinator_until_pressed() -> None:
    kaisa = people.kaisa()
    row = outside.contact_person()
    Contact.objects.update(checked_on=clock.today() - timedelta(days=400))

    before = [each.title for each in todo.to_check(people.user_for(kaisa))]
    contact.check(row, people.actor(kaisa))

    assert before == [f"Helvi Hakija, {outside.SCHOOL}"]
    assert list(todo.to_check(people.user_for(kaisa))) == []


def test_an_ended_contact_orders_no_more_and_may_be_named_again() -> None:
    row = outside.contact_person()
    kaisa = people.actor(people.kaisa())
    contact.end(row, kaisa)

    again = contact.keep(row.unit, row.person, kaisa)

    assert (Contact.objects.open().count(), again.is_main) == (1, True)


@pytest.mark.parametrize("who", [people.sari, people.stranger_coordinator])
def test_others_do_not_touch_the_contacts(who) -> None:
    row = outside.contact_person()

    with pytest.raises(Refused) as refusal:
        contact.end(row, people.actor(who()))

    assert refusal.value.code == "not_allowed"


def test_an_organisation_outside_has_no_roles() -> None:
    row = outside.contact_person()

    with pytest.raises(Refused) as refusal:
        role.grant(row.person, "staff", row.unit, people.actor(people.kaisa()))

    assert refusal.value.code == "outside"


def test_the_units_page_shows_the_contacts_and_one_press_checks_them(client: Client) -> None:
    row = outside.contact_person()
    Contact.objects.update(checked_on=clock.today() - timedelta(days=400))
    people.sign_in(client, people.kaisa())

    page = client.get(f"/hallinta/yksikot/{row.unit_id}/")
    client.post(f"/hallinta/yksikot/{row.unit_id}/yhteyshenkilot/{row.pk}/tarkistettu/")

    row.refresh_from_db()
    assert [each.is_old for each in page.context["contacts"]] == [True]
    assert row.checked_on == clock.today()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2222222-9", "2222222-9"),
        ("FI22222229", "2222222-9"),
        (" 2222222 - 9 ", "2222222-9"),
        ("0000000-0", "0000000-0"),
    ],
)
def test_a_business_id_is_read_as_people_write_it(text: str, written: str) -> None:
    assert read(text) == written


@pytest.mark.parametrize("text", ["2222222-8", "222-9", "abc", "22222229999", ""])
def test_what_is_no_business_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"shape|check digit"):
        read(text)
