"""The columns of a list of past bookings, under the names lists use in Finnish and Swedish."""

NAMES: dict[str, tuple[str, ...]] = {
    "when": (
        "Pvm ja klo",
        "Pvm",
        "Päivä",
        "Päivämäärä",
        "Aika",
        "Ajankohta",
        "Milloin",
        "Datum och tid",
        "Datum",
        "Dag",
        "Tid",
        "När",
        "Date",
        "When",
    ),
    "expert": ("Asiantuntija", "Kokemusasiantuntija", "Kuka", "Nimi", "Expert", "Erfarenhetsexpert", "Vem", "Namn"),
    "orderer": ("Tilaaja", "Kuka tilasi", "Yhteyshenkilö", "Beställare", "Kontaktperson", "Orderer"),
    "unit": ("Yksikkö", "Toimipiste", "Minne", "Organisaatio", "Enhet", "Organisation", "Unit"),
    "task": ("Tehtävä", "Keikka", "Mitä", "Uppgift", "Uppdrag", "Task"),
    "place": ("Paikka", "Missä", "Plats", "Ställe", "Place"),
    "fee": ("Palkkio", "Palkkio €", "Palkka", "€", "Arvode", "Fee"),
    "travel": ("Matkat", "Matka", "Matkakulut", "Km", "Resor", "Resekostnader", "Travel"),
    "paid": ("Maksettu", "Maksu", "Maksupvm", "Betald", "Betalt", "Utbetalt", "Paid"),
    "remark": ("Huom.", "Huomautus", "Mitä tapahtui", "Lisätiedot", "Obs.", "Anm.", "Anmärkning", "Notes"),
}
NEEDED = (("when", "expert"),)
LONGEST = {"orderer": 120, "unit": 120, "place": 120, "travel": 60, "paid": 60}
