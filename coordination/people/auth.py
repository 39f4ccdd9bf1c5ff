"""Who may come in, and what an open role allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.backends import BaseBackend

from coordination.people.models import User
from coordination.people.permissions.role import rights

if TYPE_CHECKING:
    from django.http import HttpRequest

STRONG_METHODS = {"mfa", "socialaccount"}
NOT_OURS = {"allauth.account.stages.EmailVerificationStage", "allauth.account.stages.PhoneVerificationStage"}


class RoleBackend(BaseBackend):
    """Computes permissions from the roles open today: an end date works at once, nothing is cached in groups."""

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()

    def get_all_permissions(self, user_obj: User, obj: object = None) -> set[str]:
        if not user_obj.is_active or not hasattr(user_obj, "open_roles"):
            return set()
        return set().union(*(rights(role.kind) for role in user_obj.open_roles))

    def has_perm(self, user_obj: User, perm: str, obj: object = None) -> bool:
        return perm in self.get_all_permissions(user_obj)

    def has_module_perms(self, user_obj: User, app_label: str) -> bool:
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))


class AccountAdapter(DefaultAccountAdapter):
    """Nobody makes an account by oneself: a person is admitted, then invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """Without the stages that verify an address: ours are verified before they are stored, and one who signs
        in with a passkey may have none.
        """
        return [stage for stage in super().get_login_stages() if stage not in NOT_OURS]


class EmployerAdapter(DefaultSocialAccountAdapter):
    """The employer's sign-in opens existing accounts only."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False

    def can_authenticate_by_email(self, login: object, email: str) -> bool:
        """The employer vouches for the address (it is asked only about verified ones); the account has it verified."""
        return True


def display_name(user: User) -> str:
    """What a device's dialog and allauth's pages call the user."""
    return user.get_full_name()


def is_strong(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor, a passkey, or the employer's own sign-in."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] in STRONG_METHODS for record in records)


def note_new_factor(request: HttpRequest, user: User, authenticator: object, **kwargs: object) -> None:
    """Setting up a code generator or a passkey takes using it: the session has its second factor from then on,
    and the recovery codes that come with it are shown without using it again.
    """
    if authenticator.type in {authenticator.Type.TOTP, authenticator.Type.WEBAUTHN}:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True)
