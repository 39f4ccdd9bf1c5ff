"""Signing in: a code by e-mail through the outbox, the second factor, and no way past either."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse

from coordination.messaging.models import Message
from coordination.people.models import User
from tests.factories import people

pytestmark = pytest.mark.django_db

KIND = "people.sign_in_code"
ADMIN_HOME = "/hallinta/"


@pytest.fixture(autouse=True)
def _second_factor_required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def ask_for_code(client, email):
    return client.post(reverse("account_login"), {"login": email})


def code_in(message):
    return re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", message.body)[0]


def sign_in_with_code(client, person):
    ask_for_code(client, person.email)
    code = code_in(Message.objects.filter(kind=KIND, person=person).latest("pk"))
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def totp_code(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def who(client):
    return client.session.get("_auth_user_id")


def test_a_code_goes_by_the_outbox_and_signs_in(client):
    matti = people.matti()

    response = sign_in_with_code(client, matti)

    assert response.status_code == 302
    assert who(client) == str(matti.user_id)


def test_the_code_is_secret_short_lived_and_by_email_whatever_the_channel(client):
    matti = people.matti()
    matti.channel = "post"
    matti.save()

    ask_for_code(client, "Matti@example.org")

    message = Message.objects.get(kind=KIND)
    assert (message.secret, message.channel, message.address, message.status) == (
        True,
        "email",
        "matti@example.org",
        "queued",
    )
    assert message.valid_until is not None


def test_a_second_code_takes_the_place_of_the_first(client):
    people.matti()

    ask_for_code(client, "matti@example.org")
    client.session.flush()
    client.cookies.clear()
    ask_for_code(client, "matti@example.org")

    assert sorted(Message.objects.filter(kind=KIND).values_list("status", flat=True)) == ["queued", "superseded"]


def test_an_unknown_address_gets_nothing_and_reads_the_same(client):
    people.matti()

    known = ask_for_code(client, "matti@example.org")
    client.cookies.clear()
    unknown = ask_for_code(client, "nobody@example.org")

    assert (unknown.status_code, unknown.headers["Location"]) == (known.status_code, known.headers["Location"])
    assert Message.objects.count() == 1


def test_a_wrong_code_signs_nobody_in(client):
    people.matti()
    ask_for_code(client, "matti@example.org")

    client.post(reverse("account_confirm_login_code"), {"code": "AAAA-AAAA"})

    assert who(client) is None


def test_asking_too_often_is_stopped(client):
    people.matti()

    for __ in range(5):
        client.cookies.clear()
        ask_for_code(client, "matti@example.org")

    assert Message.objects.filter(kind=KIND).count() == 3


def test_a_shared_address_signs_in_the_one_who_owns_it(client):
    first, second = people.person("Eka", email="shared@example.org"), people.person("Toka", email="shared@example.org")
    people.user_for(first)
    people.user_for(second)

    sign_in_with_code(client, first)

    assert who(client) == str(first.user_id)
    assert Message.objects.filter(kind=KIND, person=second).count() == 0


def test_nobody_gets_a_code_at_an_address_that_is_only_a_contact(client):
    people.person("Kontakti", email="contact@example.org")

    ask_for_code(client, "contact@example.org")

    assert Message.objects.count() == 0


def test_a_closed_account_gets_no_code(client):
    matti = people.matti()
    User.objects.filter(pk=matti.user_id).update(is_active=False)

    ask_for_code(client, "matti@example.org")

    assert Message.objects.count() == 0


def test_a_member_needs_no_second_factor(client):
    sign_in_with_code(client, people.matti())

    response = client.get(reverse("me:details"))

    assert response.status_code == 200


@pytest.mark.parametrize("reader", [people.kaisa, people.sari, people.admin, people.finance, people.editor])
@pytest.mark.parametrize("page", ["portal:now", "wagtailadmin_home"])
def test_a_reader_of_others_data_first_sets_one_up(client, reader, page):
    sign_in_with_code(client, reader())

    response = client.get(reverse(page))

    assert response.headers["Location"].split("?")[0] == reverse("mfa_index")


def test_a_superuser_too(client):
    matti = people.matti()
    User.objects.filter(pk=matti.user_id).update(is_superuser=True)
    sign_in_with_code(client, matti)

    response = client.get(ADMIN_HOME)

    assert response.headers["Location"].split("?")[0] == reverse("mfa_index")


@pytest.mark.django_db(transaction=True)
def test_setting_up_a_code_generator_opens_the_house_at_once(client):
    sign_in_with_code(client, people.kaisa())
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]

    client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})

    assert client.get(ADMIN_HOME).status_code == 200
    kinds = Authenticator.objects.values_list("type", flat=True)
    assert sorted(kinds) == ["recovery_codes", "totp"]


def test_a_code_alone_does_not_pass_where_there_is_a_second_factor(client):
    kaisa = people.kaisa()
    secret = generate_totp_secret()
    TOTP.activate(kaisa.user, secret)

    response = sign_in_with_code(client, kaisa)
    before = who(client)
    client.post(reverse("mfa_authenticate"), {"code": totp_code(secret)})

    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert (before, who(client)) == (None, str(kaisa.user_id))
    assert client.get(ADMIN_HOME).status_code == 200


def test_a_recovery_code_is_a_second_factor(client):
    kaisa = people.kaisa()
    TOTP.activate(kaisa.user, generate_totp_secret())
    codes = RecoveryCodes.activate(kaisa.user).get_unused_codes()
    sign_in_with_code(client, kaisa)

    client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert client.get(ADMIN_HOME).status_code == 200


def test_a_session_older_than_the_role_shows_its_factor(client):
    matti = people.matti()
    sign_in_with_code(client, matti)
    TOTP.activate(matti.user, generate_totp_secret())
    people.role_for(matti, "coordinator")

    response = client.get(ADMIN_HOME)

    assert response.headers["Location"].split("?")[0] == reverse("mfa_reauthenticate")


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout", "people:invitation"]
)
def test_ones_own_account_pages_stay_open(client, name):
    sign_in_with_code(client, people.kaisa())

    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("path", ["/hallinta/login/", "/hallinta/login/?next=/hallinta/henkilot/"])
def test_the_back_offices_own_door_leads_to_the_one_sign_in(client, path):
    people.kaisa()
    User.objects.update(is_superuser=True, is_staff=True)

    shown = client.get(path)
    tried = client.post(path, {"username": "kaisa@example.org", "password": "x"})

    assert [r.headers["Location"].split("?")[0] for r in (shown, tried)] == [reverse("account_login")] * 2


def test_a_password_opens_nothing(client):
    kaisa = people.kaisa()
    kaisa.user.set_password("a good long password")
    kaisa.user.save()

    client.post(reverse("account_login"), {"login": "kaisa@example.org", "password": "a good long password"})

    assert who(client) is None


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "password/set/", "password/change/", "password/reset/", "3rdparty/"]
)
def test_nobody_makes_accounts_passwords_or_addresses(client, path):
    people.sign_in(client, people.matti())

    assert [client.get(f"/tili/{path}").status_code, client.post(f"/tili/{path}").status_code] == [403, 403]


def test_an_ended_role_lets_nobody_in(client):
    matti = people.matti()
    people.sign_in(client, matti)

    response = client.get(ADMIN_HOME)

    assert response.status_code == 302
    assert response.headers["Location"] != ADMIN_HOME
