"""What a side of a booking may do with each of its sessions now, for the page of the booking."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from coordination.foundation import clock, formats
from coordination.people.actor import Actor
from experts.models import Booking, Session, TimeChange

from .booking_reader import EXPERT, OrderReader, Reader


def of_booking(request: HttpRequest, booking: Booking, party: str, by: Actor) -> dict[str, object]:
    """Two queries. An orderer behind the order's link proposes times here, and cancels at the order's own page."""
    token = request.resolver_match.kwargs.get("token", "") if by.user is None else ""
    kind = OrderReader if token and party != EXPERT else Reader
    reader = kind(by, booking, party, token)
    left = list(booking.sessions.planned())
    open_changes = TimeChange.objects.open().filter(time__in=[each.time_id for each in left])
    changes = {change.time_id: change for change in open_changes.prefetch_related("answers")}
    acts = [_of(reader, session, changes.get(session.time_id), len(left)) for session in left]
    shown = [act for act in acts if act["move_url"] or act["cancel_url"] or act["claim_url"]]
    all_url = reader.url("booking_cancel") if len(left) > 1 and booking.starts_at > clock.now() else ""
    return {"acts": acts, "acts_to_show": shown, "many_acts": len(left) > 1, "cancel_all_url": all_url}


def _of(reader: Reader, session: Session, change: TimeChange | None, left: int) -> dict[str, object]:
    is_ahead = session.starts_at > clock.now()
    may_claim = not is_ahead and reader.party == EXPERT and session.claimed_at is None
    cancel = reader.url("session_cancel", session=session.pk) if left > 1 else reader.url("booking_cancel")
    return {
        "session": session,
        "when": formats.span(session.starts_at, session.ends_at),
        "change": change,
        "answer_url": _answer_url(reader, change),
        "claimed": reader.party == EXPERT and session.claimed_at is not None,
        "move_url": reader.url("session_move", session=session.pk) if is_ahead else "",
        "cancel_url": cancel if is_ahead else "",
        "claim_url": reader.url("session_claim", session=session.pk) if may_claim else "",
    }


def _answer_url(reader: Reader, change: TimeChange | None) -> str:
    """Only at the screen: whoever has no account answers by the link of the question."""
    if change is None or reader.by.user is None:
        return ""
    waits = any(row.person_id == reader.by.person.pk and not row.answer for row in change.answers.all())
    return reverse("experts:time_change", args=[change.pk]) if waits else ""
