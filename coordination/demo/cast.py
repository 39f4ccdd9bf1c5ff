"""The people of the demo whom a visitor may be. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Member:
    """`email` is how the demo finds the person again; `start` is the page to begin from."""

    first_name: str
    last_name: str
    email: str
    title: object
    words: object
    start: str = "portal:now"
    phone: str = ""


KAISA = Member(
    "Kaisa",
    "Koordimalli",
    "kaisa.koordimalli@example.org",
    pgettext_lazy("demo", "coordinator"),
    _("Takes orders in, finds the right expert, sees that everybody knows what happens next."),
    start="wagtailadmin_home",
)
SARI = Member(
    "Sari",
    "Tilaajamalli",
    "sari.tilaajamalli@example.org",
    pgettext_lazy("demo", "social counsellor"),
    _("Looks for an expert in the CV folder for a client meeting and follows her orders."),
)
VEERA = Member(
    "Veera",
    "Testilä",
    "veera.testila@example.com",
    pgettext_lazy("demo", "expert by experience"),
    _("Answers offers, keeps her CV and limits, sees where her fees are."),
)
GORAN = Member(
    "Göran",
    "Exempelström",
    "goran.exempelstrom@example.com",
    pgettext_lazy("demo", "expert by experience, in Swedish"),
    _("The same in Swedish, from the first message to the last page."),
    phone="040 000 0024",
)
ULLA = Member(
    "Ulla",
    "Monimalli",
    "ulla.monimalli@example.org",
    pgettext_lazy("demo", "worker and expert in one person"),
    _("Orders for her unit and takes bookings herself: everything on one page, nothing of her own to approve."),
)
TIINA = Member(
    "Tiina",
    "Talousmalli",
    "tiina.talousmalli@example.org",
    pgettext_lazy("demo", "finance"),
    _("Sees what is owed to whom, no life stories."),
    start="wagtailadmin_home",
)
EETU = Member(
    "Eetu",
    "Sivumalli",
    "eetu.sivumalli@example.org",
    pgettext_lazy("demo", "communications officer"),
    _("Edits the public site."),
    start="wagtailadmin_home",
)
PIRKKO = Member(
    "Pirkko",
    "Päämalli",
    "pirkko.paamalli@example.org",
    pgettext_lazy("demo", "main user"),
    _("Units, roles, rules and the access log."),
    start="wagtailadmin_home",
)
ELINA = Member(
    "Elina",
    "Esimerkki",
    "elina.esimerkki@example.org",
    pgettext_lazy("demo", "leader of a client council"),
    _("Plans the meetings of the councils, sends the papers, sees that an answer comes back."),
    start="wagtailadmin_home",
    phone="040 000 0014",
)
VILLE = Member(
    "Ville",
    "Kirjaajamalli",
    "ville.kirjaajamalli@example.org",
    pgettext_lazy("demo", "secretary of a client council"),
    _("Takes the minutes of the meetings."),
    start="wagtailadmin_home",
)
MATTI = Member(
    "Matti",
    "Mallikas",
    "matti.mallikas@example.com",
    pgettext_lazy("demo", "member of a client council"),
    _("Reads the papers, proposes topics, sees what became of them."),
)
HELY = Member(
    "Hely",
    "Hyväksymalli",
    "hely.hyvaksymalli@example.org",
    pgettext_lazy("demo", "service manager"),
    _("Approves the fees her service pays, and sees that nobody waits for nothing."),
)

CAST = (KAISA, SARI, VEERA, GORAN, ULLA, TIINA, EETU, PIRKKO, ELINA, VILLE, MATTI, HELY)
