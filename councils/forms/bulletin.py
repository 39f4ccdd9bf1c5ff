"""A notice to the members: a title, the words and the plain words in each language of the council (CC-28)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.actor import Actor
from councils.domain import bulletin
from councils.models import Bulletin, Council

from .in_languages import AskingInLanguages

READERS = _("every member and substitute")
NAMES = ("title", "text", "plain_text")


class BulletinForm(AskingInLanguages):
    """The council's main language must be written; where another has none, its readers get the main one."""

    def __init__(self, *args: object, council: Council, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by = council, by
        title, told = pgettext_lazy("bulletin", "Title"), pgettext_lazy("bulletin", "What do you tell?")
        self.add_texts("title", title, required=True, max_length=120, readers=READERS)
        self.add_texts(
            "text",
            told,
            required=True,
            rows=10,
            readers=READERS,
            help_text=_("Write no names of members. What concerns one member alone is told to that member."),
        )
        self.add_texts(
            "plain_text",
            pgettext_lazy("bulletin", "The same in plain language"),
            rows=10,
            readers=_("those who chose plain language"),
            help_text=_("Short sentences. Where this is empty, they get the text above."),
        )
        self.order_fields([f"{name}_{code}" for code in self._codes() for name in NAMES])

    def act(self) -> Bulletin:
        return bulletin.tell(self.council, self.by, **{name: self.texts(name) for name in NAMES})
