"""Short papers made at once: the client's cards, the sheet for office meetings, the advert for a notice board (CM-04, CM-07)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats, pdf
from coordination.people.models import User

from . import introduction
from .folder_paper import card, contacts, frame
from .shown_cv import ShownCV


def cards(cvs: Sequence[ShownCV], language: str, per_page: int) -> bytes:
    """The client's cards with boxes for the first and the second choice: two or four on a page. Half a second at most."""
    with translation.override(language):
        heading = _("Whom would you like to meet?")
        data = {
            "heading": heading,
            "intro": _(
                "Tick 1 for the one you would most like to meet, and 2 for the next. You may also choose nobody."
            ),
            "cards": [card(cv) for cv in cvs],
            "first": _("1. First choice"),
            "second": _("2. Second choice"),
            "none": _("None of these"),
            "know": _("What I know"),
            "per_page": per_page,
        }
        return pdf.render("client_cards", data, language=language, title=heading)


def sheet(user: User, cvs: Sequence[ShownCV], language: str) -> bytes:
    """What it is, how to order, what it costs, a few people, whom to call: a page or two to hand round."""
    with translation.override(language):
        told = introduction.told(introduction.home_of(user))
        heading = _("Get to know the experts by experience")
        data = {
            **frame(user),
            "heading": heading,
            "about": told.about,
            "prices_title": _("What it costs"),
            "prices": [
                [str(row.names), f"{formats.euros(row.amount)} / {row.get_per_display()}"] for row in told.prices
            ],
            "price_head": [pgettext("price", "Task"), pgettext("price", "Fee")],
            "met": _("For example these people"),
            "cards": [card(cv) for cv in cvs],
            "know": _("What I know"),
        }
        return pdf.render("introduction", data, language=language, title=heading, version=data["valid"])


def advert(user: User, language: str, address: str, modules: Sequence[str]) -> bytes:
    """An A4 for a notice board: a few lines, whom to call, and a code that leads to the public page.

    `modules` are the rows of the code, a sign a module, "1" dark; empty leaves the code out.
    """
    with translation.override(language):
        told = introduction.told(introduction.home_of(user))
        data = {
            "lines": told.notice,
            "modules": list(modules),
            "address": address,
            "read": _("Read more"),
            "code_words": _("A code that opens the page %(address)s") % {"address": address},
            "contacts": contacts(told.coordinator),
        }
        return pdf.render("advert", data, language=language, title=told.notice[0])
