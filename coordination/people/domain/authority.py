"""What every verb asks first: may this actor, and is this row sound."""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor


def require(by: Actor, allowed: bool) -> None:
    """Raise `Refused` unless the house itself acts or the predicate allowed it."""
    if not (allowed or by.is_house):
        raise Refused(_("This is outside your rights. Ask the main user of your organisation."), code="not_allowed")


def refuse_unsound(row: models.Model, exclude: list[str] | None = None) -> None:
    """Turn what the model's own checks find into `Refused`, beside its field."""
    try:
        row.full_clean(exclude=exclude, validate_unique=True)
    except ValidationError as error:
        field, found = next(iter(error.error_dict.items()))
        raise Refused(
            found[0].messages[0], field=None if field == NON_FIELD_ERRORS else field, code="unsound"
        ) from None
