"""Contracts and commitments of an expert: asked for, signed on the screen or on paper, ended (2.6, L-13)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.privacy.domain.consent import last_day
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked
from experts.mails import support as mails
from experts.models import Contract, ContractKind, ContractTemplate, Expert
from experts.permissions import expert as permissions

from . import contract_scan, contract_template

Signed = Contract.Signed


@transaction.atomic
def ask(expert: Expert, kind: str, by: Actor) -> Contract:
    """Ask the expert to read and sign the words in force: a message with the place to do it.

    Asked once more it is the same contract, with the newest words and another message. Raises `Refused`.
    """
    _refuse_stranger(expert, by)
    current = locked(expert)
    if current.status == Expert.Status.ENDED:
        raise Refused(_("The expert has ended, so there is nothing to sign."), code="ended")
    words = contract_template.laid_down(current.unit, kind)
    made = _waiting(current, kind) or Contract(expert=current, kind=kind)
    made.template, made.asked_at = words, clock.now()
    made.save()
    audit.log(current, "kuuluviin.changed", by, {"asked": kind, "template": words.pk})
    mails.asked(made, again=made.asked_at.isoformat())
    return made


@transaction.atomic
def ask_all(experts: Iterable[Expert], kind: str, by: Actor) -> list[Contract]:
    """Ask many at once; who is waited for already is not asked again. Raises `Refused` for anybody of another branch."""
    rows = sorted(experts, key=lambda each: each.pk)
    waiting = set(
        Contract.objects.filter(expert__in=rows, kind=kind, signed_on=None, ended_on=None).values_list(
            "expert", flat=True
        )
    )
    return [ask(row, kind, by) for row in rows if row.pk not in waiting]


@transaction.atomic
def sign(contract: Contract, by: Actor, *, agreed: bool, language: str, shown: int | None = None) -> Contract:
    """The expert signs on the screen what was shown there in `language`. Nobody signs for another.

    `shown` is the key of the words on the page, which may have been renewed since. Raises `Refused`: another person,
    nothing agreed, signed or taken back already, one who has ended, other words than those that were read.
    """
    if by.person is None or by.person.pk != contract.expert.person_id or by.on_behalf_of:
        raise Refused(_("Everybody signs for themselves. On paper somebody else may note it."), code="stranger")
    if not agreed:
        raise Refused(_("Tick that you have read the text and agree to it."), field="agreed", code="unread")
    current = _open(contract)
    if shown is not None and shown != current.template_id:
        raise Refused(
            _("The text was renewed after you opened the page. Read it as it is now, then sign."),
            field="agreed",
            code="renewed",
        )
    return _signed(current, by, clock.today(), Signed.SCREEN, signed_language=language)


@transaction.atomic
def note_signed(
    expert: Expert,
    kind: str,
    by: Actor,
    *,
    signed_on: date,
    template: ContractTemplate | None = None,
    scan: bytes | None = None,
) -> Contract:
    """Note what the expert has signed on paper: the day (Helsinki date), which words (else those in force), and a
    scan of the paper if there is one. The paper stays in its folder.

    Raises `Refused`: one's own, a day to come, a text of another branch, or a scan that is no PDF or picture.
    """
    _refuse_stranger(expert, by)
    if signed_on > clock.today():
        raise Refused(_("Write the day of the signature: today or earlier."), field="signed_on", code="future")
    template = template or contract_template.laid_down(expert.unit, kind)
    if template.kind != kind or template.unit.path not in expert.unit.paths_up():
        raise Refused(_("Choose which text was signed."), field="template", code="template")
    current = locked(expert)
    row = _waiting(current, kind) or Contract(expert=current, kind=kind)
    row.template = template
    kept = contract_scan.store(scan, current.person) if scan is not None else None
    return _signed(row, by, signed_on, Signed.PAPER, noted_by=by.person, scan=kept)


@transaction.atomic
def end(contract: Contract, by: Actor) -> Contract:
    """The contract ends today; what was asked and not signed is taken back.

    Raises `Refused` for a signed commitment: confidentiality goes on after everything else has ended.
    """
    _refuse_stranger(contract.expert, by)
    locked(contract.expert)
    current = locked(contract)
    if current.ended_on:
        raise Refused(_("This has ended already."), code="moved")
    if current.signed_on and current.kind == ContractKind.CONFIDENTIALITY:
        raise Refused(_("Confidentiality goes on after everything else has ended, so it is not ended."), code="lasting")
    _ended(current, by)
    contract.refresh_from_db()
    return contract


def take_back_asked(expert: Expert, by: Actor) -> None:
    """The expert stops: what was asked and not signed need not be signed any more. The caller has locked the expert."""
    rows = Contract.objects.filter(expert=expert, signed_on=None, ended_on=None).order_by("pk")
    for row in rows:
        _ended(row, by)


def waiting_for(expert: Expert) -> list[Contract]:
    """What the expert has been asked to sign, oldest first."""
    rows = Contract.objects.filter(expert=expert, signed_on=None, ended_on=None)
    return list(rows.select_related("template").order_by("asked_at", "pk"))


def _waiting(expert: Expert, kind: str) -> Contract | None:
    return Contract.objects.filter(expert=expert, kind=kind, signed_on=None, ended_on=None).first()


def _ended(row: Contract, by: Actor) -> None:
    row.ended_on = clock.today()
    row.save(update_fields=["ended_on"])
    outbox.supersede(row)
    audit.log(row.expert, "kuuluviin.changed", by, {"ended": row.kind, "contract": row.pk})


def _open(contract: Contract) -> Contract:
    locked(contract.expert)
    current = locked(contract, "template", "expert__unit", "expert__person")
    if current.signed_on:
        raise Refused(_("You have signed this already. Thank you."), code="signed")
    if current.ended_on or current.expert.status == Expert.Status.ENDED:
        raise Refused(_("This has been taken back: you need not sign it."), code="moved")
    return current


def _signed(row: Contract, by: Actor, on: date, how: str, **facts: object) -> Contract:
    months = row.template.valid_months
    row.signed_on, row.signed_how = on, how
    row.valid_until = last_day(on, months) if months else None
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    outbox.supersede(row)
    audit.log(row.expert, "kuuluviin.changed", by, {"signed": row.kind, "how": how, "contract": row.pk})
    return row


def _refuse_stranger(expert: Expert, by: Actor) -> None:
    if not (by.is_house or permissions.may_approve(by, expert)):
        raise Refused(_("Another coordinator of the unit looks after the contracts."), code="stranger")
