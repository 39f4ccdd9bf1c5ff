"""Two share an e-mail address: the second comes in by a personal code, makes a passkey, and later needs nothing else."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from coordination.people.domain import invitation
from tests.factories import people

pytestmark = pytest.mark.django_db(transaction=True)

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture
def page(new_context, settings):
    """A browser on a device with a fingerprint reader."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    settings.SECOND_FACTOR_REQUIRED = True
    page = new_context().new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | {"automaticPresenceSimulation": True}})
    return page


def come_in_with_code(page, code):
    page.goto(reverse("people:invitation"))
    page.locator("#id_code").fill(code)
    page.locator("main form button").click()
    page.wait_for_url(f"**{reverse('mfa_add_webauthn')}*")


def test_the_second_of_a_shared_address_signs_in_with_a_passkey(page, axe):
    people.user_for(people.person("Eka", email="shared@example.org"))
    second = people.person("Toka", "Jaettu", email="shared@example.org")
    code = invitation.make(second, people.actor(people.kaisa()))

    page.goto(reverse("people:invitation"))
    axe(page)
    come_in_with_code(page, code)
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}*")
    page.context.clear_cookies()
    page.goto(reverse("account_login"))
    page.locator("#passkey_login").click()
    page.wait_for_url("**/oma/**")
    page.goto(reverse("me:details"))
    axe(page)

    assert page.locator("main .lead").inner_text().startswith("Toka Jaettu")
    assert Authenticator.objects.get(type="webauthn").user == second.user


def test_a_passkey_is_strong_enough_for_the_back_office(page):
    kaisa = people.kaisa()
    code = invitation.make(kaisa, people.actor(people.admin()))

    come_in_with_code(page, code)
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}*")
    at_once = page.goto(reverse("people_person:index")).status
    page.context.clear_cookies()
    page.goto(reverse("account_login"))
    page.locator("#passkey_login").click()
    page.wait_for_url("**/oma/**")
    later = page.goto(reverse("people_person:index"))

    assert (at_once, later.status) == (200, 200)
    assert later.url.endswith(reverse("people_person:index"))
