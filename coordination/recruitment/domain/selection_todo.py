"""What a selection leaves to do in the office: the chosen to be admitted, a place to be offered or passed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation import clock
from coordination.foundation.todo import Todo
from coordination.people.models import Role, User
from coordination.recruitment.models import Applicant, Campaign

Status = Applicant.Status
FIELDS = ("campaign", "status", "keep_until", "place_offered_at", "place_answer_by")
CHOSEN, LATE, ASKED, IN_RESERVE, TAKEN = "chosen", "late", "asked", "reserve", "taken"


def for_recruiter(user: User) -> Iterator[Todo]:
    """One matter a campaign and kind. Two queries, however many campaigns and applicants; none for those without the back office."""
    if not user.has_role(Role.Kind.COORDINATOR, Role.Kind.LEADER):
        return
    led = {row.pk: row for row in Campaign.objects.led_by(user).exclude(status=Campaign.Status.ENDED)}
    states = (Status.SELECTED, Status.ADMITTED, Status.RESERVE)
    rows = Applicant.objects.whole().filter(campaign__in=led, status__in=states) if led else Applicant.objects.none()
    counts = Counter(kind for row in rows.order_by("campaign").values(*FIELDS) for kind in _kinds(row))
    for campaign in led.values():
        yield from _of(campaign, {kind: many for (key, kind), many in counts.items() if key == campaign.pk})


def _kinds(row: dict) -> Iterator[tuple[int, str]]:
    key, today = row["campaign"], clock.today()
    if row["status"] != Status.RESERVE:
        yield key, TAKEN
        if row["status"] == Status.SELECTED:
            yield key, CHOSEN
    elif row["place_offered_at"]:
        yield key, LATE if row["place_answer_by"] < today else ASKED
    elif row["keep_until"] >= today:
        yield key, IN_RESERVE


def _of(campaign: Campaign, many: dict[str, int]) -> Iterator[Todo]:
    reserve = reverse("campaign_selection:reserve", args=[campaign.pk])
    chosen, late = many.get(CHOSEN, 0), many.get(LATE, 0)
    if chosen and campaign.admission_url_name:
        words = ngettext("%(count)s person is chosen and waits", "%(count)s people are chosen and wait", chosen)
        url = reverse(campaign.admission_url_name, args=[campaign.admission_key])
        yield _todo(campaign, words % {"count": chosen}, url, _("Admit the chosen"))
    if late:
        words = ngettext(
            "%(count)s offered place has no answer in time", "%(count)s offered places have no answer in time", late
        )
        yield _todo(campaign, words % {"count": late}, reserve, _("Call or ask the next one"), tone="late")
    free = campaign.seats - many.get(TAKEN, 0) - late - many.get(ASKED, 0)
    # Of the seats of a council the wing knows, and tells.
    if many.get(IN_RESERVE) and free > 0 and campaign.kind == Campaign.Kind.EXPERTS:
        yield _todo(campaign, _("A place is free, and somebody is in reserve"), reserve, _("Ask the first in reserve"))


def _todo(campaign: Campaign, title: str, url: str, button: str, tone: str = "act") -> Todo:
    return Todo(
        title=title, text=str(campaign.names), url=url, button=button, tone=tone, group=pgettext("to do", "Recruitment")
    )
