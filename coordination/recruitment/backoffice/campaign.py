"""Recruitments in the back office: the list, one campaign's overview, where a new one begins."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.foundation import clock
from coordination.foundation.board import Board, BoardIndexView, DayColumn
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.models import User
from coordination.recruitment.domain import campaign as verbs
from coordination.recruitment.domain import guide, kick_off, overview
from coordination.recruitment.models import Campaign

from . import campaign_act, campaign_edit, campaign_found, campaign_ways

FEWEST_INTERVIEWERS = 2
MENDS = {
    "leads": (_("It does not say yet in a sentence or two what this is."), "words", _("Write it")),
    "texts": (_("It does not say yet what it is about and whom you look for."), "words", _("Write it")),
    "contact": (_("Whoever may be called has no phone number."), "frame", _("Choose whom one may call")),
}


class CampaignIndexView(BoardIndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        url = reverse("recruitment_funnel:index")
        buttons.append(HeaderButton(_("Recruitments in numbers"), url=url, icon_name="table"))
        return buttons


class CampaignBoard(Board):
    model = Campaign
    index_view_class = CampaignIndexView
    name = "campaign"
    url_prefix = "rekrytoinnit"
    icon = "user"
    menu_label = pgettext_lazy("menu", "Recruitments")
    menu_order = 118
    add_to_admin_menu = True
    search_fields = None
    list_filter = ["status", "kind"]
    page_rights = {"new": "add"}
    list_display = [
        TitleColumn("names", label=pgettext_lazy("campaign", "Name"), get_url=lambda row: board.page_url(row)),
        Column("kind", label=pgettext_lazy("campaign", "For whom"), accessor="get_kind_display"),
        Column("status", label=pgettext_lazy("campaign", "State"), accessor="get_status_display", sort_key="status"),
        Column("applied", label=pgettext_lazy("campaign", "Applied"), sort_key="applied"),
        Column("interviewed", label=pgettext_lazy("campaign", "Interviewed"), sort_key="interviewed"),
        Column(
            "chosen",
            label=pgettext_lazy("campaign", "Chosen / places"),
            accessor=lambda row: f"{row.chosen}/{row.seats}",
        ),
        DayColumn("ends_on", label=pgettext_lazy("campaign", "Last day to apply"), sort_key="ends_on"),
    ]
    default_ordering = "-starts_on"

    def queryset_for(self, user: User) -> QuerySet:
        return overview.counted(Campaign.objects.led_by(user))

    def new_url(self) -> str:
        return reverse("campaign:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", new, name="new"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/sanat/<str:language>/", campaign_edit.words, name="words"),
            path("<int:pk>/aika/", campaign_edit.frame, name="frame"),
            path("<int:pk>/rekrytoijat/", campaign_edit.recruiters, name="recruiters"),
            path("<int:pk>/kysymykset/", campaign_edit.questions, name="guide"),
            path("<int:pk>/tila/<str:act>/", campaign_act.move, name="move"),
            path("<int:pk>/kanavat/", campaign_ways.index, name="ways"),
            path("<int:pk>/kanavat/<int:channel>/pois/", campaign_ways.remove, name="way_remove"),
            path("<int:pk>/kanavat/<int:channel>/<str:paper>/<str:language>/", campaign_ways.paper, name="paper"),
        ]


@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """For whom? Each kind begins where its chosen will be admitted."""
    return render(request, "recruitment/backoffice/campaign_new.html", {"title": _("A new recruitment")})


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Numbers and what to do next. It names no applicant, so it is not logged; their list is."""
    campaign = campaign_found.led(request, pk, "kick_off")
    people = [row.person for row in campaign.recruiters.select_related("person")]
    context = {
        "campaign": campaign,
        "title": str(campaign.names),
        "overview": overview.of(campaign),
        "to_kick_off": _to_kick_off(campaign),
        "lacks": [(words, _way(campaign, page), do) for words, page, do in _mends(campaign)],
        "recruiters": people,
        "is_alone": len(people) < FEWEST_INTERVIEWERS,
        "codes": [(code, not campaign.texts.get(code)) for code, _name in settings.LANGUAGES],
        "questions": list(campaign.questions.all()),
        "may_change_questions": guide.may_change(campaign),
        "is_over": bool(campaign.ends_on and campaign.ends_on < clock.today()),
    }
    return render(request, "recruitment/backoffice/campaign_page.html", context)


def _to_kick_off(campaign: Campaign) -> int:
    """How many are still to be asked to the event that begins it: while it is ahead, that comes before the interviews."""
    event = campaign.kick_off
    is_ahead = event and event.status == event.Status.OPEN and event.starts_at > clock.now()
    return kick_off.uninvited(campaign).count() if is_ahead else 0


def _mends(campaign: Campaign) -> list[tuple]:
    return [MENDS[name] for name in verbs.lacks(campaign)] if campaign.status == Campaign.Status.DRAFT else []


def _way(campaign: Campaign, page: str) -> str:
    return reverse(f"campaign:{page}", args=[campaign.pk, *([MAIN_LANGUAGE] if page == "words" else [])])


board = CampaignBoard()
