"""A form about one council that presses one verb."""

from __future__ import annotations

from coordination.foundation.asking import Asking
from coordination.people.actor import Actor
from councils.models import Council


class AskingCouncil(Asking):
    def __init__(self, *args: object, council: Council, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by = council, by
