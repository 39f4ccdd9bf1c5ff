"""A personal code: made, used once, guessed at in vain; the page that takes it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.domain import invitation
from coordination.people.models import SignInInvitation
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def second():
    """One who shares an address with another who signs in with it."""
    people.user_for(people.person("Eka", email="shared@example.org"))
    return people.person("Toka", email="shared@example.org")


def made_for(person):
    return invitation.make(person, people.actor(people.kaisa()))


def enter(client, code):
    return client.post(reverse("people:invitation"), {"code": code})


def test_the_code_opens_the_account_once(second):
    code = made_for(second)

    user = invitation.use(code.lower().replace("-", " "))

    assert user == second.user
    with pytest.raises(Refused):
        invitation.use(code)


def test_the_code_stands_nowhere_in_the_database(second):
    code = made_for(second)

    row = SignInInvitation.objects.get()

    assert code[5:].replace("-", "") not in f"{row.handle}{row.digest}"


def test_a_new_code_ends_the_old_one(second):
    old = made_for(second)
    made_for(second)

    with pytest.raises(Refused):
        invitation.use(old)


def test_a_code_grows_old_in_seven_days(second):
    code = made_for(second)
    SignInInvitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))

    with pytest.raises(Refused):
        invitation.use(code)


def test_five_wrong_guesses_close_it(second):
    code = made_for(second)
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")

    for __ in range(5):
        with pytest.raises(Refused):
            invitation.use(wrong)

    assert SignInInvitation.objects.get().attempts == 5
    with pytest.raises(Refused):
        invitation.use(code)


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_others_make_no_codes(second, who):
    with pytest.raises(Refused):
        invitation.make(second, people.actor(who()))


def test_a_coordinator_makes_no_code_for_the_main_user():
    with pytest.raises(Refused):
        made_for(people.admin())


def test_the_page_signs_in_and_leads_to_a_passkey(client, second):
    response = enter(client, made_for(second))

    assert (response.status_code, response.headers["Location"]) == (302, reverse("mfa_add_webauthn"))
    assert client.session["_auth_user_id"] == str(second.user_id)


def test_asking_for_the_page_signs_nobody_in(client, second):
    code = made_for(second)

    response = client.get(reverse("people:invitation"), {"code": code})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_wrong_code_says_so_and_signs_nobody_in(client):
    response = enter(client, "AAAA-BBBB-CCCC")

    assert response.context["form"].errors["code"] == [str(invitation.WRONG)]
    assert "_auth_user_id" not in client.session


def test_guessing_is_slowed_down(client):
    statuses = [enter(client, f"AAAA-BBBB-CCC{number}").status_code for number in range(2, 8)]

    assert statuses == [200, 200, 200, 200, 200, 429]
