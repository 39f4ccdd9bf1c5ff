"""The access log: who looked at whose data (L-17)."""

from __future__ import annotations

from collections.abc import Iterable

from coordination.foundation import clock
from coordination.people.models import User
from coordination.records.models import AccessEntry


def record(reader: User, action: str, about: str, subjects: Iterable[str] = ()) -> AccessEntry:
    """Note a view, a hit list or an export. `about` and `subjects` are keys ("experts.cv:<key>"), never names."""
    role = next((role.kind for role in reader.open_roles), "")
    return AccessEntry.objects.create(
        at=clock.now(), reader=reader, role=role, action=action, about=about, subjects=list(subjects)
    )
