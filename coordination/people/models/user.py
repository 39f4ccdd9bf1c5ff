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

    def get_full_name(self) -> str:
        """How the back office names the one who is signed in, and who did what in a history."""
        person = self.as_person()
        return person.full_name if person else self.username

    def as_person(self) -> Person | None:
        return getattr(self, "person", None)

    @cached_property
    def open_roles(self) -> list[Role]:
        """Roles in force today with their units; read once a request, so an end date works at once."""
        from .role import Role

        if not self.is_active:
            return []
        return list(Role.objects.open().filter(person__user=self).select_related("unit", "person"))

    @cached_property
    def _organisations(self) -> list[Unit]:
        from .unit import Unit

        return list(Unit.objects.filter(depth=1))

    def has_role(self, *kinds: str) -> bool:
        return bool(self.branches(*kinds))

    def branches(self, *kinds: str) -> list[Unit]:
        """The units at the head of each branch where the user holds one of the roles.

        A superuser stands for the main user of every organisation, and for no other role: the first roles of a
        new installation are granted that way.
        """
        from .role import Role

        if self.is_active and self.is_superuser and Role.Kind.ADMIN in kinds:
            return self._organisations
        return [role.unit for role in self.open_roles if role.kind in kinds]

    @property
    def reads_others(self) -> bool:
        """Whoever may read others' data signs in with a second factor."""
        return self.is_superuser or bool(self.open_roles)
