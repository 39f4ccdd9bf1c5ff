"""What may be seen over a shoulder: a calendar's title and a mail's subject name no council, unless its reader chose so."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from coordination.foundation.texts import Texts
from coordination.people.models import Person
from councils.models import Council, Membership


def title(council: Council, person: Person) -> str:
    """How messages and calendars call the council to this person, in the person's language (AN-09, CC-29)."""
    if _chose_open(council, person):
        return council.names.in_language(person.language)
    return neutral(council).in_language(person.language)


def neutral(council: Council) -> Texts:
    """The council's own neutral word in every language, else “Meeting”."""
    return council.neutral_title or Texts.translated(pgettext_lazy("neutral", "Meeting"))


def _chose_open(council: Council, person: Person) -> bool:
    return Membership.objects.open().filter(council=council, person=person, open_subject=True).exists()
