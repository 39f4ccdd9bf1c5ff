"""Everything that may be done with a claim now, for the page of its writer and for the one who writes by phone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from coordination.fees.domain import claim_line, claim_words, travel_check, travel_claim
from coordination.fees.models import ClaimLine, TravelClaim
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User

from .travel_claim import DetailsForm, LineForm, ReceiptForm, SendForm

Kind = ClaimLine.Kind
KINDS = {
    "lippu": Kind.TICKET,
    "kilometrit": Kind.KILOMETRES,
    "ateria": Kind.MEAL,
    "osapaiva": Kind.PART_DAY,
    "kokopaiva": Kind.FULL_DAY,
    "muu": Kind.OTHER,
}


@dataclass(frozen=True)
class Shown:
    """A cost as it is read."""

    row: ClaimLine
    name: str
    words: str

    @property
    def lacks_receipt(self) -> bool:
        return self.row.kind in ClaimLine.BY_RECEIPT and self.row.receipt is None


def lines_of(claim: TravelClaim) -> list[Shown]:
    rows = claim.lines.select_related("receipt")
    return [Shown(row, claim_words.name(row), claim_words.line(row)) for row in rows]


def facts_of(claim: TravelClaim, reader: User) -> dict[str, Any]:
    """What any reader of a claim sees: its costs, what is left to pay, and the way there where it may be known."""
    lines = lines_of(claim)
    costs = sum((each.row.amount for each in lines), Decimal("0.00"))
    return {
        "claim": claim,
        "lines": lines,
        "costs": costs,
        "left": max(costs - claim.advance, Decimal("0.00")),
        "route": claim_words.route(claim, reader),
    }


class ClaimDesk:
    """The forms of an open claim; `press` runs the one that was sent and gives back what to tell, or nothing."""

    def __init__(
        self, claim: TravelClaim, by: Actor, slug: str, data: QueryDict | None, files: Any, lacking: str = ""
    ) -> None:
        self.claim, self.by = claim, by
        self.lacking = self._without_receipt(lacking) if claim.is_open else None
        self.slug = slug if slug in KINDS else "lippu"
        self.is_adding = slug in KINDS
        self.act = data.get("act", "") if data is not None else ""
        self.data = data
        self.found = travel_check.findings(claim) if claim.is_open and claim.lines.exists() else []
        self.forms: dict[str, Asking] = {}
        if claim.is_open:
            self.forms = {
                "line": LineForm(
                    self._sent("line"), files if self.act == "line" else None, claim=claim, by=by, kind=KINDS[self.slug]
                ),
                "details": DetailsForm(self._sent("details"), claim=claim, by=by),
                "send": SendForm(self._sent("send"), claim=claim, by=by, found=self.found),
            }

        if self.lacking:
            sent = files if self.act == "receipt" else None
            self.forms["receipt"] = ReceiptForm(self._sent("receipt"), sent, line=self.lacking, by=by)

    def press(self) -> str:
        """Raises `Refused` where a press without boxes was refused; a form keeps its refusal."""
        if form := self.forms.get(self.act):
            return self._done() if form.is_valid() and form.save() else ""
        if self.act == "remove" and self.data is not None:
            self._remove(self.data.get("line", ""))
        elif self.act == "take_back":
            travel_claim.take_back(self.claim, self.by)
        elif self.act == "withdraw":
            travel_claim.withdraw(self.claim, self.by)
            return _("The claim is taken away with its receipts.")
        else:
            return ""
        return self._done()

    def context(self) -> dict[str, Any]:
        """For the page: the forms by their acts, and `form`, the one that was refused."""
        pressed = self.forms.get(self.act)
        kinds = [(slug, kind.label, slug == self.slug) for slug, kind in KINDS.items()]
        return {
            **self.forms,
            "form": pressed,
            "found": self.found,
            "is_to_come": self.claim.day > clock.today(),
            "kinds": kinds,
            "slug": self.slug,
            "is_adding": self.is_adding,
            "lacking": self.lacking,
        }

    def _sent(self, act: str) -> QueryDict | None:
        return self.data if self.act == act else None

    def _without_receipt(self, key: str) -> ClaimLine | None:
        rows = self.claim.lines.filter(receipt=None, kind__in=ClaimLine.BY_RECEIPT)
        return rows.filter(pk=key).first() if key.isascii() and key.isdecimal() and len(key) < 18 else None

    def _remove(self, key: str) -> None:
        line = self.claim.lines.filter(pk=key).first() if key.isdecimal() else None
        if line is None:
            raise Refused(_("That cost is not here any more."), code="gone")
        claim_line.remove(line, self.by)

    def _done(self) -> str:
        return {
            "line": _("The cost is added."),
            "receipt": _("The receipt is added."),
            "details": _("Kept."),
            "send": _("Thank you. The claim is on its way to be approved."),
            "remove": _("The cost is taken away."),
            "take_back": _("The claim is yours again. Mend it and send it."),
        }[self.act]
