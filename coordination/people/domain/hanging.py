"""What hangs on a row: asked of the models themselves, so that nothing added later is overlooked (L-05)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import reduce
from operator import or_

from django.db import models


def condition(model: type[models.Model], apart: Container[str] = ()) -> models.Q:
    """True of a row to which a row of any model points, those in `apart` ("messaging.Message") left out."""
    found = [models.Exists(rows.filter(**{name: models.OuterRef("pk")})) for rows, name in pointing(model, apart)]
    return reduce(or_, map(models.Q, found), models.Q(pk__in=[]))


def pointing(model: type[models.Model], apart: Container[str] = ()) -> Iterator[tuple[models.QuerySet, str]]:
    """Each model that points to this one, with the name of its field."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        if relation.related_model._meta.label not in apart:
            yield relation.related_model._base_manager.all(), relation.field.name
