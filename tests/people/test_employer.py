"""The employer's sign-in opens existing accounts and refuses the rest in plain words."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware

from coordination.people.auth import is_strong
from coordination.people.models import User
from tests.factories import people

pytestmark = pytest.mark.django_db

EMPLOYER = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "employer",
                "name": "Työnantaja",
                "client_id": "kuuluviin",
                "secret": "x",
                "settings": {"server_url": "https://sso.example.org"},
            }
        ]
    }
}


@pytest.fixture
def arrive(rf, settings):
    """Somebody comes back from the employer with a subject and a verified (or not) address."""
    settings.SOCIALACCOUNT_PROVIDERS = EMPLOYER

    def come(subject, email, verified=True):
        from allauth.socialaccount.adapter import get_adapter
        from django.contrib.auth.models import AnonymousUser

        request = rf.get("/tili/oidc/employer/login/callback/")
        request.user = AnonymousUser()
        SessionMiddleware(lambda r: None).process_request(request)
        MessageMiddleware(lambda r: None).process_request(request)
        with context.request_context(request):
            provider = get_adapter().get_provider(request, "employer")
            login = SocialLogin(
                user=User(email=email),
                account=SocialAccount(provider="employer", uid=subject, extra_data={}),
                email_addresses=[EmailAddress(email=email, verified=verified, primary=True)],
                provider=provider,
            )
            return request, complete_social_login(request, login)

    return come


def test_a_verified_address_connects_and_counts_as_strong(arrive):
    sari = people.sari()

    request, response = arrive("sub-1", "sari@example.org")

    assert (response.status_code, request.user) == (302, sari.user)
    assert is_strong(request)
    assert SocialAccount.objects.get().user == sari.user


def test_the_subject_is_known_again_whatever_the_address(arrive):
    sari = people.sari()
    arrive("sub-1", "sari@example.org")

    request, __ = arrive("sub-1", "sari.new@example.org")

    assert request.user == sari.user


@pytest.mark.parametrize(("email", "verified"), [("sari@example.org", False), ("unknown@example.org", True)])
def test_the_rest_read_whom_to_call_and_no_account_is_made(arrive, email, verified):
    people.sari()

    __, response = arrive("sub-2", email, verified)

    assert response.status_code == 403
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 0)


def test_a_closed_account_is_refused(arrive):
    sari = people.sari()
    User.objects.filter(pk=sari.user_id).update(is_active=False)

    __, response = arrive("sub-1", "sari@example.org")

    assert response.status_code == 403
