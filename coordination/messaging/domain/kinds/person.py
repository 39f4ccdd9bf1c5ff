"""Kinds about a person and the house itself."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

PIECES = [
    Piece("sign_in_code", _("Sign-in code"), "{{ code }}"),
    Piece("minutes", _("For how long the code works"), '{% include "messages/people/_minutes.txt" %}'),
    Piece("digest", _("The notices, one after another"), "{{ digest }}"),
    Piece("how_many", _("How many notices"), '{% include "messages/messaging/_how_many.txt" %}'),
    Piece("from_day", _("From which day"), "{{ from_day|day }}"),
    Piece(
        "new_contact",
        _("Name, phone and e-mail of the new coordinator"),
        '{% include "messages/people/_new_contact.txt" %}',
    ),
    Piece("new_name", _("Name of the new coordinator"), "{{ coordinator.full_name }}"),
]
KINDS = [
    Kind(
        "people.sign_in_code",
        _("Sign-in code"),
        _("To whoever signs in with a code. Leaves at once."),
        Theme.PERSON,
        pieces="sign_in_code minutes",
        required="sign_in_code",
        sample={"code": "482915", "minutes": 15},
    ),
    Kind(
        "people.coordinator_changed",
        _("The coordinator changes"),
        _("To experts and orderers, when their coordinator changes."),
        Theme.PERSON,
        pieces="new_name new_contact from_day",
        required="new_contact from_day",
    ),
    Kind(
        "messaging.digest",
        _("Digest of notices"),
        _("To those who want notices once a day or once a week."),
        Theme.PERSON,
        pieces="how_many digest",
        required="digest",
        sample={"count": 3},
    ),
    Kind(
        "messaging.trial",
        _("Trial message"),
        _("To oneself, to see that messages leave."),
        Theme.PERSON,
    ),
]
