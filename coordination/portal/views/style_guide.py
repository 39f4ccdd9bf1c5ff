"""Every component on one page, with invented content: for looking at, in the demo only."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, EuroField, FinnishDateField, GuardedTextField

PEOPLE = [
    (
        "kuura",
        "Veera",
        "1970-luvulla syntynyt",
        "Havukumpu",
        "Häpeä lähtee puhumalla, ei piilottamalla.",
        "ke ja to iltapäivä",
    ),
    ("halla", "Pekka", "1950-luvulla syntynyt", "Usvalampi", "Kaikella on järjestys. Ensin kahvi.", "ma–pe aamupäivä"),
    ("routa", "Amina", "1980-luvulla syntynyt", "Vain etänä", "Kysy minulta ennen kuin päätät minusta.", "ti ja pe"),
]


class SampleForm(forms.Form):
    """One field of each kind; the page shows it with two errors."""

    goal = GuardedTextField(
        label="Mikä on tapaamisen tavoite?",
        help_text="Kirjoita tavoite, jonka olette sopineet yhdessä asiakkaan kanssa.",
        readers="Kaisa ja kokemusasiantuntija",
    )
    permission = forms.ChoiceField(
        label="Onko asiakas antanut luvan?",
        help_text="Lupa kysytään aina. Ilman lupaa tilausta ei voi lähettää.",
        choices=[("yes", "Kyllä, asiakas antoi luvan"), ("no", "Ei vielä")],
        widget=forms.RadioSelect,
    )
    given_on = FinnishDateField(label="Minä päivänä lupa annettiin?", help_text="Esimerkiksi 13.11.2026")
    starts_at = ClockField(label="Kellonaika", required=False)
    fee = EuroField(label="Palkkio", required=False, initial=50)
    debrief = forms.ChoiceField(label="Purku", choices=[("15", "15 min"), ("30", "30 min")], required=False)
    needs = forms.MultipleChoiceField(
        label="Tarvitsetko jotain?",
        choices=[("access", "Esteetön kulku"), ("ride", "Kyyti"), ("interpreter", "Tulkki")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="Olemme sopineet salassapidosta", required=False, initial=True)


def show(request: HttpRequest) -> HttpResponse:
    """The guide; ``?errors`` shows the sample form with its errors and two messages."""
    form = SampleForm()
    if "errors" in request.GET:
        form = SampleForm(
            {
                "goal": "Asiakas (010180-900X) uskaltaa avata laskut.",
                "permission": "yes",
                "given_on": "13.11",
                "debrief": "15",
            }
        )
        messages.success(request, "Tarjous lähti Veeralle. Soita Pekalle tänään.")
        messages.error(request, "Veeralla on jo keikka ke 25.11. klo 12–14. Valitse toinen aika.")
    return render(request, "components/guide.html", _context(form))


def office(request: HttpRequest) -> HttpResponse:
    """Our main column inside the Wagtail admin."""
    form = SampleForm({"goal": "Avataan laskut.", "given_on": "13.11"}) if "errors" in request.GET else SampleForm()
    return render(request, "components/guide_office.html", _context(form))


def _context(form: SampleForm) -> dict:
    keys = ("key", "name", "born", "place", "motto", "free")
    people = [dict(zip(keys, person, strict=True)) for person in PEOPLE]
    return {
        "form": form,
        "start": clock.now() + timedelta(days=4),
        "cards": [{**person, "url": "#", "areas": _areas(), "lang": "fi"} for person in people],
        "candidates": [_candidate(person, rank) for rank, person in enumerate(people, start=1)],
        "facets": _facets(),
        "chosen": [{"name": "Talous- ja velkaneuvonta", "url": "#"}, {"name": "Asiakastapaaminen", "url": "#"}],
        "steps": _steps(),
        "history": _history(),
        "trail": [{"name": "Nyt", "url": "#"}, {"name": "Tilaukset", "url": "#"}],
        "page": Paginator(range(190), 20).page(4),
        "facts": [
            ("Missä", "Kuulaspiha, huone 2"),
            ("Kenen kanssa", "Sosiaaliohjaaja Sari"),
            ("Palkkio", "50,00 € ja matkat"),
        ],
        "sizes": ["s", "m", "l"],
        "walls": ["kuulu", "halava", "pihlaja"],
        "tones": ["neutral", "ok", "warn", "bad", "info", "council"],
        "weights": [
            ("Kokemus vastaa tarvetta", 40),
            ("Aika sopii", 25),
            ("Vähän keikkoja", 20),
            ("Paikka ja kieli", 15),
        ],
    }


def _areas() -> list[dict]:
    return [
        {"name": "Talous- ja velkaneuvonta", "match": True},
        {"name": "Aikuissosiaalityö", "match": False},
        {"name": "Vertaisryhmät", "match": False},
    ]


def _candidate(person: dict, rank: int) -> dict:
    return {
        **person,
        "rank": rank,
        "url": "#",
        "value": rank,
        "badge": "Tilaajan toive" if rank == 1 else "",
        "chosen": rank == 1,
        "pros": [
            "Tuntee velkaneuvonnan ja velkajärjestelyn",
            "Vapaa ke 25.11. klo 13–15",
            "Tässä kuussa 2 keikkaa, oma raja 4",
        ],
        "cons": ["Ei ole käynyt tässä yksikössä"],
    }


def _facets() -> list[dict]:
    areas = [("Talous- ja velkaneuvonta", 9, True), ("Aikuissosiaalityö", 7, False), ("Lastensuojelu", 0, False)]
    places = [("Onnistuu etänä", 6, False), ("Havukumpu", 1, False)]
    return [
        {"name": "area", "label": "Palvelu", "options": _options("area", areas)},
        {"name": "place", "label": "Paikka", "options": _options("place", places)},
    ]


def _options(facet: str, rows: list[tuple[str, int, bool]]) -> list[dict]:
    return [
        {"value": str(number), "label": label, "count": count, "checked": checked, "key": f"{facet}-{number}"}
        for number, (label, count, checked) in enumerate(rows)
    ]


def _steps() -> list[dict]:
    names = ["Tehtävä", "Tavoite ja lupa", "Aika ja paikka", "Maksaja", "Tarkista ja lähetä"]
    states = ["done", "now", "todo", "todo", "todo"]
    return [{"name": name, "state": state, "url": "#"} for name, state in zip(names, states, strict=True)]


def _history() -> list[dict]:
    return [
        {"title": "Tilaus saapui", "when": "ma 16.11. klo 9.12, Sari", "state": "done"},
        {"title": "Etsitään tekijää", "when": "Kaisa, nyt", "state": "now"},
        {"title": "Vahvistus", "when": "", "state": "todo"},
        {"title": "Sopimus: salassapito, roolit, työnjako", "when": "", "state": "todo"},
    ]
