"""The two lists an organisation keeps: areas of experience and tasks, with what they start from."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from experts.models import ServiceArea, TaskType

AREAS: tuple[tuple[str, str, str, str], ...] = (
    # CV-07…CV-14 in the order and the words of the standard form.
    ("adult-social-work", "Aikuissosiaalityö", "Vuxensocialarbete", "Adult social work"),
    ("income-support", "Toimeentulotuki", "Utkomststöd", "Income support"),
    ("child-welfare", "Lastensuojelu", "Barnskydd", "Child welfare"),
    ("substance-services", "Päihdepalvelut", "Missbrukarvård", "Substance abuse services"),
    ("employment-services", "Työllistämisen palvelut", "Sysselsättningstjänster", "Employment services"),
    ("mental-health", "Mielenterveyspalvelut", "Mentalvårdstjänster", "Mental health services"),
    ("debt-counselling", "Talous- ja velkaneuvonta", "Ekonomi- och skuldrådgivning", "Financial and debt counselling"),
    (
        "associations",
        "Yhdistystoiminta/vertaisryhmät",
        "Föreningsverksamhet/kamratgrupper",
        "Associations and peer groups",
    ),
    # Services that have come beside them since.
    ("family-services", "Perhepalvelut", "Familjeservice", "Family services"),
    ("housing", "Asumispalvelut ja asunnottomuus", "Boendeservice och hemlöshet", "Housing services and homelessness"),
    ("disability-services", "Vammaispalvelut", "Funktionshinderservice", "Disability services"),
    ("older-people", "Ikääntyneiden palvelut", "Service för äldre", "Services for older people"),
    ("family-care", "Omaishoito", "Närståendevård", "Informal care"),
    ("immigration", "Maahanmuutto", "Invandring", "Immigration"),
    ("criminal-sanctions", "Rikosseuraamus", "Brottspåföljd", "Criminal sanctions"),
    ("domestic-violence", "Lähisuhdeväkivalta", "Våld i nära relationer", "Domestic violence"),
    # CV-15 closes the list.
    ("other", "Muuta", "Övrigt", "Other"),
)

HEAVY = frozenset({"child-welfare", "substance-services", "mental-health", "criminal-sanctions", "domestic-violence"})

_CLIENT = {"is_client_meeting": True, "asks_audience": False, "price_code": "A"}

TASKS: tuple[tuple[str, tuple[str, str, str], dict[str, Any]], ...] = (
    ("client-meeting", ("Asiakastapaaminen", "Klientmöte", "Client meeting"), _CLIENT),
    (
        "reception-beside",
        (
            "Vastaanottotyö ammattilaisen rinnalla",
            "Mottagning vid sidan av en yrkesperson",
            "Reception work beside a professional",
        ),
        {**_CLIENT, "usual_minutes": 180},
    ),
    ("own-reception", ("Oma vastaanotto", "Egen mottagning", "Own reception"), {**_CLIENT, "usual_minutes": 180}),
    (
        "motivating",
        (
            "Asiakkaan motivoiminen, esimerkiksi kuntoutukseen",
            "Att motivera en klient, till exempel till rehabilitering",
            "Motivating a client",
        ),
        _CLIENT,
    ),
    (
        "lecture",
        ("Luento tai puheenvuoro", "Föreläsning eller anförande", "Lecture or speech"),
        {"usual_minutes": 90, "price_code": "C"},
    ),
    ("seminar", ("Seminaari", "Seminarium", "Seminar"), {"usual_minutes": 60, "price_code": "C"}),
    (
        "school",
        ("Oppilaitosvierailu", "Besök vid läroanstalt", "Visit to a school"),
        {"usual_minutes": 90, "price_code": "C"},
    ),
    (
        "adviser",
        (
            "Opinnäytteen, tutkimuksen, esitteen tai kyselyn kommentointi",
            "Kommentera ett lärdomsprov, en undersökning, en broschyr eller en enkät",
            "Adviser on a thesis, study, brochure or survey",
        ),
        {"usual_minutes": 120, "price_code": "E"},
    ),
    (
        "steering-group",
        ("Johto-, ohjaus- tai työryhmä", "Lednings-, styr- eller arbetsgrupp", "Steering group or work group"),
        {"usual_minutes": 120, "price_code": "B"},
    ),
    (
        "developing",
        ("Palvelujen kehittäminen", "Utveckling av tjänster", "Developing services"),
        {"usual_minutes": 180, "price_code": "B"},
    ),
    (
        "own-story",
        ("Oma tarina: asiakkuus, kuntoutuminen tai kokemusasiantuntijuus", "Egen berättelse", "Own story"),
        {"usual_minutes": 60, "price_code": "C"},
    ),
    (
        "group-leading",
        ("Ryhmän ohjaaminen", "Gruppledning", "Leading a group"),
        {"usual_minutes": 120, "asks_preparation": True, "price_code": "E"},
    ),
    (
        "encounter-training",
        ("Asiakkaan kohtaamisen koulutus", "Utbildning i bemötande av klienter", "Encounter training"),
        {
            "usual_experts": 3,
            "usual_minutes": 180,
            "asks_preparation": True,
            "price_code": "D",
            "role_names": {
                "fi": "sosiaalityöntekijä, asiakas, tukihenkilö",
                "sv": "socialarbetare, klient, stödperson",
                "en": "social worker, client, support person",
            },
        },
    ),
    (
        "media",
        ("Media, nauhoitus tai kuvaus", "Media, inspelning eller fotografering", "Media, recording or photographs"),
        {"is_media": True, "price_code": "C"},
    ),
    (
        "host",
        ("Isäntä tai emäntä ja oma tarina", "Värd eller värdinna och egen berättelse", "Host and own story"),
        {"usual_minutes": 180, "price_code": "C"},
    ),
    (
        "assignment",
        (
            "Työtehtävä määräajaksi, esimerkiksi kahvilassa",
            "Arbete på viss tid, till exempel på ett kafé",
            "A job for a time, for example in a café",
        ),
        {"is_assignment": True, "asks_audience": False, "usual_minutes": 240, "debrief_minutes": 0},
    ),
)


@transaction.atomic
def seed() -> None:
    """Put in the areas (CV-07…CV-15, EX-01) and the tasks (EX-04, ET-01) that are missing.

    Those an organisation has since renamed, moved or taken out of use stay as they are.
    """
    areas = set(ServiceArea.objects.values_list("code", flat=True))
    ServiceArea.objects.bulk_create(
        ServiceArea(code=code, names={"fi": fi, "sv": sv, "en": en}, position=10 * position, heavy=code in HEAVY)
        for position, (code, fi, sv, en) in enumerate(AREAS, start=1)
        if code not in areas
    )
    tasks = set(TaskType.objects.values_list("code", flat=True))
    TaskType.objects.bulk_create(
        TaskType(code=code, names={"fi": fi, "sv": sv, "en": en}, position=10 * position, **asks)
        for position, (code, (fi, sv, en), asks) in enumerate(TASKS, start=1)
        if code not in tasks
    )
