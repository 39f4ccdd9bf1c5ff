"""Finds the task that a list means: by its name in any language, by what people call it, or misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from experts.models import TaskType

from .list_sheet import fold

NEARNESS = 0.78

# What people call the tasks the service starts with.
CALLED = {
    "client-meeting": ("asiakastapaaminen", "asiakastapaamiset", "tapaaminen", "klientmöte", "klientträff"),
    "reception-beside": ("vastaanotto", "vastaanottotyö", "rinnalla vastaanotolla", "mottagning"),
    "own-reception": ("oma vastaanotto", "egen mottagning"),
    "motivating": ("motivointi", "asiakkaan motivointi", "motivering"),
    "lecture": ("luento", "luennot", "puheenvuoro", "esitelmä", "föreläsning"),
    "seminar": ("seminaari", "seminaarit", "seminarium"),
    "school": ("luento opisk", "luento opiskelijoille", "oppilaitos", "koulu", "oppilaitosvierailu", "skolbesök"),
    "adviser": ("opinnäytetyö", "opinnäyte", "tutkimus", "kommentointi", "lärdomsprov", "examensarbete"),
    "steering-group": ("ohjausryhmä", "työryhmä", "johtoryhmä", "styrgrupp", "arbetsgrupp"),
    "developing": ("kehittäminen", "kehittämistyö", "utveckling"),
    "own-story": ("oma tarina", "tarina", "egen berättelse"),
    "group-leading": ("ryhmän ohjaus", "ryhmä", "ryhmänohjaus", "gruppledning"),
    "encounter-training": ("kohtaamisen koulutus", "kohtaaminen", "kohtaamiskoulutus", "utbildning i bemötande"),
    "media": ("media", "haastattelu", "kuvaus", "nauhoitus", "intervju"),
}


class TaskNames:
    """The tasks in use, by every name they go by."""

    def __init__(self, tasks: Iterable[TaskType]) -> None:
        self._by_name: dict[str, TaskType] = {}
        for task in tasks:
            for name in (*CALLED.get(task.code, ()), *task.names.values(), task.code):
                self._by_name.setdefault(fold(name), task)

    def find(self, text: str) -> tuple[TaskType | None, bool]:
        """The task, and whether it was guessed from a misspelt name."""
        folded = fold(text)
        if folded in self._by_name:
            return self._by_name[folded], False
        near = get_close_matches(folded, self._by_name, n=1, cutoff=NEARNESS)
        return (self._by_name[near[0]], True) if near else (None, False)
