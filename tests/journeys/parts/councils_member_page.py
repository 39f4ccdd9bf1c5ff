from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from councils.models import Attendance, Bulletin, Meeting, Membership
from tests.journeys import pages


def member(language: str) -> Iterator[pages.Address]:
    """Matti: his council, meetings that come and that were, fares, choices, notices."""
    matti = pages.somebody(cast.MATTI)
    meetings = Meeting.objects.visible_to(matti.user).told()
    yield pages.at("portal:now")
    yield pages.at("councils:home")
    yield pages.at("councils:choices")
    yield pages.at("councils:meetings")
    for meeting in (meetings.upcoming().first(), meetings.exclude(status=Meeting.Status.OPEN).last()):
        if meeting:
            yield pages.at("councils:meeting", meeting.pk)
    yield pages.at("councils:fares")
    yield pages.at("councils:bulletin", Bulletin.objects.visible_to(matti.user).first().pk)


def leader(language: str) -> Iterator[pages.Address]:
    """Elina: notices to the members, the sheet of fares, a member's choices by phone."""
    elina = pages.somebody(cast.ELINA)
    notice = Bulletin.objects.first()
    meeting = Meeting.objects.led_by(elina.user).filter(attendances__isnull=False).order_by("starts_at").last()
    yield pages.at("wagtailadmin_home")
    yield pages.at("council_bulletin:index", notice.council_id)
    yield pages.at("council_bulletin:new", notice.council_id)
    yield pages.at("council_bulletin:page", notice.council_id, notice.pk)
    yield pages.at(
        "council_member:choices", notice.council_id, Membership.objects.filter(council=notice.council).first().pk
    )
    yield pages.at("meeting_fares:page", meeting.pk)
    settled = Attendance.objects.exclude(fare_signed="").filter(meeting__council=notice.council).last()
    yield pages.at("meeting_fares:correct", settled.meeting_id, settled.pk)


WALKS: dict[str, pages.Walk] = {
    "member": (lambda: pages.somebody(cast.MATTI), member),
    "leader, members": (lambda: pages.somebody(cast.ELINA), leader),
}
NO_PAGES: dict[str, str] = {
    "councils:sheet": "a PDF",
    "council_member:sheet": "a PDF",
    "meeting_fares:slips": "a PDF",
}
