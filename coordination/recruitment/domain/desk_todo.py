"""What waits on the desks of one's campaigns: letters to print and to post, people to call.

A coordinator of a campaign's branch finds them among the branch's own; here they are for those named to recruit. One without
the back office is told of the calls alone: letters are printed there.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation import clock
from coordination.foundation.todo import Todo
from coordination.messaging.domain.call import CHANNELS
from coordination.messaging.models import Message, PrintRun
from coordination.people.models import Person, Role, Unit, User
from coordination.recruitment.models import Campaign, Recruiter
from coordination.recruitment.permissions import desk

LETTERS, CALLS, PORTAL = "campaign_letters:waiting", "campaign_calls:index", "recruitment:desk"


def for_recruiter(user: User) -> Iterator[Todo]:
    """One matter a campaign and kind. Three queries, however many; two without the back office, one for who recruits nowhere."""
    in_office = user.has_role(Role.Kind.COORDINATOR, Role.Kind.LEADER)
    elsewhere = ~Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
    named = Recruiter.objects.in_service(user).values("campaign")
    campaigns = {desk.of(row): row for row in Campaign.objects.filter(elsewhere, pk__in=named).order_by("pk")}
    if not campaigns:
        return
    waiting = {row["desk"]: row for row in _by_hand(list(campaigns))}
    if not in_office:
        for name, campaign in campaigns.items():
            yield from _of(campaign, 0, 0, waiting.get(name, {}).get("people", 0), PORTAL)
        return
    runs = dict(
        PrintRun.objects.open().filter(desk__in=campaigns).order_by().values_list("desk").annotate(many=Count("pk"))
    )
    for name, campaign in campaigns.items():
        found = waiting.get(name, {})
        yield from _of(campaign, found.get("letters", 0), runs.get(name, 0), found.get("people", 0))


def _by_hand(desks: list[str]):
    alive = Q(valid_until=None) | Q(valid_until__gt=clock.now())
    rows = Message.objects.by_hand().filter(alive, desk__in=desks, secret=False)
    return (
        rows.order_by()
        .values("desk")
        .annotate(
            letters=Count("pk", filter=Q(channel=Person.Channel.POST, letter=None)),
            people=Count("person", filter=Q(channel__in=CHANNELS), distinct=True),
        )
    )


def _of(campaign: Campaign, letters: int, runs: int, people: int, calls: str = CALLS) -> Iterator[Todo]:
    if letters:
        title = ngettext("%(count)s letter to print", "%(count)s letters to print", letters)
        yield _todo(campaign, title, letters, LETTERS, _("Print the letters"))
    if runs:
        title = ngettext("%(count)s print run to post", "%(count)s print runs to post", runs)
        yield _todo(campaign, title, runs, LETTERS, _("Open the print runs"))
    if people:
        title = ngettext("%(count)s person to call", "%(count)s people to call", people)
        yield _todo(campaign, title, people, calls, _("Open the call list"))


def _todo(campaign: Campaign, title: str, count: int, url: str, button: str) -> Todo:
    return Todo(
        title=title % {"count": count},
        text=str(campaign.names),
        url=reverse(url, args=[campaign.pk]),
        button=button,
        group=pgettext("to do", "Recruitment"),
    )
