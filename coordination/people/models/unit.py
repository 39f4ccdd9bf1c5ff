from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from coordination.foundation.fields import TextsField


class UnitQuerySet(MP_NodeQuerySet):
    def within(self, branches: Iterable[Unit]) -> UnitQuerySet:
        """Units in the given branches, heads included. No branch, no unit."""
        return self.filter(Unit.branch_condition(branches))

    def active(self) -> UnitQuerySet:
        return self.filter(closed_on=None)

    def visible_to(self, user) -> UnitQuerySet:
        """The branches one coordinates, pays or looks after."""
        from .role import Role

        if not user.is_authenticated:
            return self.none()
        kinds = Role.Kind
        return self.within(user.branches(kinds.COORDINATOR, kinds.ADMIN, kinds.FINANCE))


class UnitManager(MP_NodeManager.from_queryset(UnitQuerySet)):
    """treebeard's manager names its own queryset, so ours is named again."""

    def get_queryset(self) -> UnitQuerySet:
        return UnitQuerySet(self.model, using=self._db).order_by("path")


class Unit(MP_Node):
    """An organisation, a service or a unit; the tree gives roles and agreements their scope."""

    class Sector(models.TextChoices):
        SCHOOL = "school", pgettext_lazy("sector", "school or educational institution")
        ASSOCIATION = "association", pgettext_lazy("sector", "association or foundation")
        COMPANY = "company", pgettext_lazy("sector", "company")
        PUBLIC = "public", pgettext_lazy("sector", "municipality, state or another public body")
        OTHER = "other", pgettext_lazy("sector", "other")

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", pgettext_lazy("unit", "organisation")
        SERVICE = "service", pgettext_lazy("unit", "service")
        UNIT = "unit", pgettext_lazy("unit", "unit")
        CONTACT_BODY = "contact_body", pgettext_lazy("unit", "contact organisation")

    names = TextsField(verbose_name=pgettext_lazy("unit", "Name"))
    kind = models.CharField(pgettext_lazy("unit", "Kind"), max_length=20, choices=Kind.choices, default=Kind.UNIT)
    sector = models.CharField(_("Kind of organisation"), max_length=12, choices=Sector.choices, blank=True)
    business_id = models.CharField(_("Business ID"), max_length=20, blank=True)
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    locality = models.CharField(_("Town"), max_length=80, blank=True)
    address = models.CharField(_("Street address"), max_length=200, blank=True)
    directions = models.TextField(_("How to get there"), blank=True)
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)

    objects = UnitManager()

    class Meta:
        verbose_name = pgettext_lazy("unit", "unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return str(self.names)

    @staticmethod
    def branch_condition(branches: Iterable[Unit], prefix: str = "") -> models.Q:
        """A condition over a unit's path: in one of the branches, heads included. No branch, nothing.

        `prefix` is the path to the unit from another model (`"unit__"`).
        """
        return Unit.path_condition((head.path for head in branches), prefix)

    @staticmethod
    def path_condition(paths: Iterable[str], prefix: str = "") -> models.Q:
        """The same from paths alone: ranges, so that an index serves it on both databases."""
        condition = models.Q(pk__in=[])
        for path in paths:
            condition |= models.Q(**{f"{prefix}path": path})
            condition |= models.Q(**{f"{prefix}path__range": Unit._get_children_path_interval(path)})
        return condition

    @property
    def organisation_path(self) -> str:
        return self.path[: self.steplen]

    def organisation(self) -> Unit:
        return self if self.is_root() else self.get_root()

    def paths_up(self) -> list[str]:
        """The paths from the organisation down to this unit."""
        return [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
