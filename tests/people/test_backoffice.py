"""The back office of people and units: who sees what, what a protected address hides, what a press does."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from coordination.people.models import Person, Role, SignInInvitation, Unit, UnitAgreement
from tests.factories import people

pytestmark = pytest.mark.django_db

LISTS = ["people_person:index", "people_unit:index", "people_partnership:index"]


def as_(client, person):
    return people.sign_in(client, person)


def names(response):
    return sorted(row.first_name for row in response.context["object_list"])


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        (people.kaisa, 200),
        (people.admin, 200),
        (people.finance, 302),
        (people.editor, 302),
        (people.sari, 302),
        (people.olli, 302),
    ],
)
def test_who_enters_the_lists(client, page, who, status):
    response = as_(client, who()).get(reverse(page))

    assert response.status_code == status


def test_the_list_shows_the_branch_and_no_other(client):
    people.sari(), people.olli()

    response = as_(client, people.kaisa()).get(reverse("people_person:index"))

    assert names(response) == ["Kaisa", "Sari"]


def test_the_list_finds_by_name_and_role(client):
    people.sari(), people.matti()
    as_(client, people.kaisa())

    by_name = client.get(reverse("people_person:index"), {"q": "meril"})
    by_role = client.get(reverse("people_person:index"), {"role": "staff"})

    assert (names(by_name), names(by_role)) == (["Matti"], ["Sari"])


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions_whatever_its_length(client, django_assert_num_queries, count):
    as_(client, people.kaisa()).get(reverse("people_person:index"))
    for number in range(count):
        people.role_for(people.person(f"Nimi {number}"), Role.Kind.STAFF)

    with django_assert_num_queries(12):
        client.get(reverse("people_person:index"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_tree_asks_the_same_number_of_questions_whatever_its_length(client, django_assert_num_queries, count):
    as_(client, people.kaisa()).get(reverse("people_unit:index"))
    for number in range(count):
        people.unit(f"Yksikkö {number}")

    with django_assert_num_queries(11):
        client.get(reverse("people_unit:index"))


@pytest.mark.parametrize("page", ["page", "change", "role_grant"])
def test_a_person_of_another_branch_is_not_found(client, page):
    stranger = people.olli()

    response = as_(client, people.kaisa()).get(reverse(f"people_person:{page}", args=[stranger.pk]))

    assert response.status_code == 404


def protected():
    return people.person(
        "Aino", phone="0401234567", street="Salakuja 1", postcode="00100", town="Helsinki", protected_address=True
    )


@pytest.mark.parametrize(("who", "shown"), [(people.kaisa, True), (people.admin, False)])
def test_a_protected_address_is_for_coordinators(client, who, shown):
    aino = protected()
    as_(client, who())

    page = client.get(reverse("people_person:page", args=[aino.pk])).content.decode()
    form = client.get(reverse("people_person:change", args=[aino.pk])).content.decode()

    assert [secret in text for text in (page, form) for secret in ("Salakuja", "Helsinki")] == [shown] * 4
    assert gettext("Protected address") in page


def test_one_who_may_not_see_the_address_changes_the_rest_and_keeps_it(client):
    aino = protected()
    data = {
        "first_name": "Aino",
        "last_name": "Uusi",
        "unit": aino.unit_id,
        "language": "fi",
        "channel": "post",
        "format": "normal",
    }

    as_(client, people.admin()).post(reverse("people_person:change", args=[aino.pk]), data)

    row = Person.objects.get(pk=aino.pk)
    assert (row.last_name, row.street, row.town, row.protected_address) == ("Uusi", "Salakuja 1", "Helsinki", True)


def test_a_person_is_written_down(client):
    data = {
        "first_name": "Uusi",
        "unit": people.organisation().pk,
        "language": "sv",
        "channel": "post",
        "format": "normal",
    }

    response = as_(client, people.kaisa()).post(reverse("people_person:new"), data)

    made = Person.objects.get(first_name="Uusi")
    assert (made.language, response.headers["Location"]) == ("sv", reverse("people_person:page", args=[made.pk]))


def test_a_refusal_stands_on_the_form(client):
    data = {
        "first_name": "010180-900X",
        "unit": people.organisation().pk,
        "language": "fi",
        "channel": "post",
        "format": "normal",
    }

    response = as_(client, people.kaisa()).post(reverse("people_person:new"), data)

    assert list(response.context["form"].errors) == ["first_name"]


def test_a_role_is_given_and_ended_on_the_page(client):
    matti = people.matti()
    as_(client, people.kaisa())

    client.post(reverse("people_person:role_grant", args=[matti.pk]), {"kind": "staff", "unit": people.unit().pk})
    granted = Role.objects.get(person=matti)
    client.post(reverse("people_person:role_end", args=[matti.pk, granted.pk]), {})

    assert granted.kind == "staff"
    assert Role.objects.filter(person=matti).count() == 0


def test_a_coordinator_is_offered_staff_only_and_forging_more_is_refused(client):
    matti = people.matti()
    as_(client, people.kaisa())

    page = client.get(reverse("people_person:role_grant", args=[matti.pk]))
    client.post(
        reverse("people_person:role_grant", args=[matti.pk]), {"kind": "admin", "unit": people.organisation().pk}
    )

    assert [value for value, __ in page.context["form"].fields["kind"].choices] == ["staff"]
    assert Role.objects.filter(person=matti).count() == 0


def test_the_personal_code_is_shown_once(client):
    toka = people.person("Toka")
    as_(client, people.kaisa())

    response = client.post(reverse("people_person:account", args=[toka.pk, "kutsu"]))
    again = client.get(reverse("people_person:account", args=[toka.pk, "kutsu"]))

    handle = SignInInvitation.objects.get(person=toka).handle
    assert len(re.findall(rf"{handle}-[0-9A-Z]{{4}}-[0-9A-Z]{{4}}", response.content.decode())) == 1
    assert "no-store" in response.headers["Cache-Control"]
    assert again.status_code == 405


@pytest.mark.parametrize("act", ["avaa", "kutsu", "avaimet", "sulje"])
def test_a_coordinator_does_not_touch_the_main_users_account(client, act):
    admin = people.admin()

    as_(client, people.kaisa()).post(reverse("people_person:account", args=[admin.pk, act]))

    admin.user.refresh_from_db()
    assert (admin.user.is_active, SignInInvitation.objects.count()) == (True, 0)


def test_the_tree_tells_which_unit_cannot_order(client):
    service, other = people.unit("Palvelu"), people.unit("Muu")
    people.unit("Yksikkö", parent=service)
    people.agreement_for(service)

    response = as_(client, people.kaisa()).get(reverse("people_unit:index"))

    states = {str(row.names): (row.has_own, row.is_covered) for row in response.context["object_list"]}
    assert states == {
        "Esimerkkilän hyvinvointialue": (False, False),
        "Palvelu": (True, True),
        "Yksikkö": (False, True),
        "Muu": (False, False),
    }
    assert other.pk


def test_an_agreement_is_written_down(client):
    where, kaisa = people.unit(), people.kaisa()
    data = {
        "coordinator": kaisa.pk,
        "payer": where.pk,
        "supervision": people.organisation().pk,
        "insurer": "orderer",
        "terms": "Matkat maksaa yksikkö.",
    }

    response = as_(client, kaisa).post(reverse("people_unit:agree", args=[where.pk]), data)

    assert response.status_code == 302
    assert UnitAgreement.objects.covering(where).coordinator == kaisa


def test_a_unit_is_added_under_another(client):
    data = {"names_fi": "Uusi yksikkö", "kind": "unit", "parent": people.organisation().pk}

    response = as_(client, people.kaisa()).post(reverse("people_unit:new"), data)

    made = Unit.objects.filter(names__fi="Uusi yksikkö").first()
    assert response.status_code == 302, response.context["form"].errors
    assert made.get_parent() == people.organisation()


@pytest.mark.parametrize("page", ["page", "change", "agree"])
def test_a_unit_of_another_organisation_is_not_found(client, page):
    where = people.organisation("Naapurin hyvinvointialue")

    response = as_(client, people.kaisa()).get(reverse(f"people_unit:{page}", args=[where.pk]))

    assert response.status_code == 404


def test_the_pages_show(client):
    where, kaisa = people.unit(), people.kaisa()
    people.agreement_for(where)
    as_(client, kaisa)

    pages = [
        reverse("people_person:page", args=[kaisa.pk]),
        reverse("people_person:new"),
        reverse("people_person:role_grant", args=[people.sari().pk]),
        reverse("people_unit:page", args=[where.pk]),
        reverse("people_unit:new"),
        reverse("people_unit:agree", args=[where.pk]),
        reverse("people_partnership:new"),
    ]

    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


@pytest.mark.parametrize("who", [people.finance, people.editor, people.sari, people.olli])
def test_to_be_in_the_back_office_is_not_enough(client, who):
    where, matti = people.unit(), people.matti()
    as_(client, who())

    pages = [
        reverse("people_person:new"),
        reverse("people_person:page", args=[matti.pk]),
        reverse("people_person:change", args=[matti.pk]),
        reverse("people_person:role_grant", args=[matti.pk]),
        reverse("people_unit:new"),
        reverse("people_unit:page", args=[where.pk]),
        reverse("people_unit:change", args=[where.pk]),
        reverse("people_unit:agree", args=[where.pk]),
        reverse("people_partnership:new"),
    ]

    assert [client.get(page).status_code for page in pages] == [302] * len(pages)
