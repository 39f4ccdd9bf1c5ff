"""A contract on paper: two copies of the words, the parties first, a place to sign or the signature told (2.6)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats, pdf
from experts.models import Contract, ContractTemplate, Expert

from .contract_template import parts


def to_sign(expert: Expert, template: ContractTemplate) -> bytes:
    """Two copies to print and sign, in the expert's language: one for each."""
    language = expert.person.language
    with translation.override(language):
        copies = [_("Copy for the expert by experience"), _("Copy for the organisation")]
        return _rendered(expert, template, language, copies, signed=[])


def signed(contract: Contract) -> bytes:
    """One copy of what was signed, with when and how; on the screen in the language it was read in."""
    language = contract.signed_language or contract.expert.person.language
    with translation.override(language):
        facts = [
            [_("Signed by"), contract.expert.person.full_name],
            [_("Signed on"), formats.day(contract.signed_on)],
            [_("How signed"), contract.get_signed_how_display()],
        ]
        if contract.valid_until:
            facts.append([_("Good until"), formats.day(contract.valid_until)])
        if contract.ended_on:
            facts.append([pgettext("contract", "Ended on"), formats.day(contract.ended_on)])
        return _rendered(contract.expert, contract.template, language, [""], signed=facts)


def _rendered(expert: Expert, template: ContractTemplate, language: str, copies: list[str], signed: list) -> bytes:
    heading = template.titles.in_language(language)
    organisation = expert.unit.organisation().names.in_language(language)
    data = {
        "heading": heading,
        "copies": copies,
        "parties": [
            [_("Expert by experience"), expert.person.full_name],
            [_("Organisation"), organisation],
        ],
        "parts": [
            {"heading": part.heading, "paragraphs": part.paragraphs}
            for part in parts(template.bodies.in_language(language))
        ],
        "signed": signed,
        "signed_heading": _("The signature"),
        "place": _("Place and date"),
        "signers": [expert.person.full_name, organisation],
    }
    words = _("Version %(number)s, in force from %(day)s")
    version = words % {"number": template.version, "day": formats.day(template.valid_from)}
    return pdf.render("contract", data, language=language, title=heading, version=version, standards=pdf.ARCHIVE)
