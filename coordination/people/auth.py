"""Who may come in, and what an open role allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.backends import BaseBackend

from coordination.people.permissions.role import rights

if TYPE_CHECKING:
    from coordination.people.models import User


class RoleBackend(BaseBackend):
    """Computes permissions from the roles open today: an end date works at once, nothing is cached in groups."""

    def get_all_permissions(self, user_obj: User, obj: object = None) -> set[str]:
        if not user_obj.is_active or not hasattr(user_obj, "open_roles"):
            return set()
        return set().union(*(rights(role.kind) for role in user_obj.open_roles)) if user_obj.open_roles else set()

    def has_perm(self, user_obj: User, perm: str, obj: object = None) -> bool:
        return perm in self.get_all_permissions(user_obj)

    def has_module_perms(self, user_obj: User, app_label: str) -> bool:
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))


class AccountAdapter(DefaultAccountAdapter):
    """Nobody makes an account by oneself: a person is admitted, then invited."""

    def is_open_for_signup(self, request: object) -> bool:
        return False


class EmployerAdapter(DefaultSocialAccountAdapter):
    """The employer's sign-in opens existing accounts only."""

    def is_open_for_signup(self, request: object, sociallogin: object) -> bool:
        return False
