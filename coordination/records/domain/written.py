"""What is written into a row: stripped, guarded against identity codes, told of when it really changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from coordination.foundation import identity_code
from coordination.foundation.fields import TextsField
from coordination.foundation.texts import Texts


def sound(model: type[models.Model], facts: dict, allowed: Iterable[str]) -> dict:
    """The facts as they are stored. Raises `Refused` for an identity code (L-04), `TypeError` for an unknown name."""
    if unknown := set(facts) - set(allowed):
        raise TypeError(f"{model.__name__} has no {sorted(unknown)} to write.")
    return {name: _stored(model._meta.get_field(name), name, value) for name, value in facts.items()}


def write(row: models.Model, facts: dict) -> list[str]:
    """Set what differs and save it; the names of what changed."""
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
    return changed


def _stored(field: models.Field, name: str, value: object) -> object:
    if isinstance(field, TextsField):
        texts = Texts({code: text.strip() for code, text in Texts.of(value or {}).items() if text.strip()})
        for text in texts.values():
            identity_code.refuse(text, field=name)
        return texts
    if isinstance(field, models.CharField | models.TextField):
        text = str(value or "").strip()
        identity_code.refuse(text, field=name)
        return text
    return value
