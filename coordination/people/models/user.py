from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property

if TYPE_CHECKING:
    from .person import Person
    from .role import Role
    from .unit import Unit


class User(AbstractUser):
    """A key to the house and nothing more: the human being is the Person."""

    def __str__(self) -> str:
        return self.username

    def as_person(self) -> Person | None:
        return getattr(self, "person", None)

    @cached_property
    def open_roles(self) -> list[Role]:
        """Roles in force today with their units; read once a request, so an end date works at once."""
        from .role import Role

        if not self.is_active:
            return []
        return list(Role.objects.open().filter(person__user=self).select_related("unit"))

    def has_role(self, *kinds: str) -> bool:
        return any(role.kind in kinds for role in self.open_roles)

    def branches(self, *kinds: str) -> list[Unit]:
        """The units at the head of each branch where the user holds one of the roles."""
        return [role.unit for role in self.open_roles if role.kind in kinds]

    @property
    def reads_others(self) -> bool:
        """Whoever may read others' data signs in with a second factor."""
        return self.is_superuser or bool(self.open_roles)
