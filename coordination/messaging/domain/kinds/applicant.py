"""Kinds to somebody who is interested. Nothing in them tells in what: a page behind a link does."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

PAGE = "link code code_page own_page contact coordinator_name coordinator_phone coordinator_email"

PIECES = [
    Piece(
        "own_page",
        _("The reader's own page: the link, the code, or by phone"),
        '{% include "messages/recruitment/applicant/_page.txt" %}',
    ),
]
KINDS = [
    Kind(
        "recruitment.applicant.received",
        _("Thank you for the contact details"),
        _("To somebody who left their details, at once."),
        Theme.RECRUITMENT,
        pieces=PAGE,
        required="own_page contact",
        private=True,
    ),
    Kind(
        "recruitment.applicant.recommended",
        _("A worker passed on the contact details"),
        _("To somebody whose worker recommended them with their permission, at once."),
        Theme.RECRUITMENT,
        pieces=PAGE,
        required="own_page contact",
        private=True,
    ),
    Kind(
        "recruitment.applicant.standing",
        _("Where things stand"),
        _("To those who have heard nothing for a while, when a recruiter presses it."),
        Theme.RECRUITMENT,
        pieces=PAGE,
        required="own_page contact",
        private=True,
    ),
    Kind(
        "recruitment.applicant.withdrawn",
        _("It is noted that somebody withdrew"),
        _("To somebody who withdrew, at once."),
        Theme.RECRUITMENT,
        pieces="contact coordinator_name coordinator_phone coordinator_email",
        required="contact",
        private=True,
    ),
]
