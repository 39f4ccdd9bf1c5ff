"""Lists as coordinators keep them: an untidy workbook of invented people, and an import on its way."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from coordination.foundation import sheets
from coordination.foundation.sheets import Sheets
from coordination.people.actor import IMPORT, Actor
from coordination.records.domain import job
from experts.domain import catalogue
from experts.domain.expert_import import process
from experts.models import ExpertImport
from tests.factories import people

HOUSE = Actor(via=IMPORT)
EXPERTS, BOOKINGS = "Asiantuntijat", "Keikat 2025"
AINO = {
    "Nro": 1, "Sukunimi": "Aalto", "Etunimi": "Aino", "Sähköposti": "aino.aalto@example.org", "Puh.": "040-000 0011", "Lähiosoite": "Mallikuja 1",
    "Postinro": "01234", "Postitoimipaikka": "Havukumpu", "Kieli": "suomi", "Synt.": 1974, "Koulutus vuonna": 2019, "Tarina": "Kirjeet kertyivät.",
    "Lastensuojelu": "Perhetyö kaksi vuotta.", "Erityisosaaminen": "selkokieli, ryhmät", "Tehtävät": "luento, asiakastapaaminen", "Enint. keikkaa/kk": "max 2",
    "Etänä?": "x", "Suostumus hlökunta": "", "Turvakielto": "", "Tila": "aktiivinen", "Huom.": "",
}  # fmt: skip
BOOKING = {
    "Pvm ja klo": "ke 15.10.2025 klo 10–11", "Asiantuntija": "Aalto, Aino", "Tilaaja": "opettaja", "Yksikkö": "Nuorten palvelut", "Tehtävä": "luento",
    "Paikka": "Teams", "Palkkio": "50 €", "Matkat": "", "Maksettu": "x", "Huom.": "",
}  # fmt: skip


def row(base: Mapping[str, object] = AINO, /, **changes: object) -> dict[str, object]:
    """Aino's row, or another, with some cells otherwise; `_` in a name stands for a space."""
    return {**base, **{name.replace("_", " "): value for name, value in changes.items()}}


def booking(**changes: object) -> dict[str, object]:
    return row(BOOKING, **changes)


def workbook(experts: Iterable[Mapping] = (), bookings: Iterable[Mapping] = ()) -> bytes:
    """An XLSX with a title row above the experts, as lists have."""
    pages = []
    for name, rows, above in ((EXPERTS, list(experts), [["Kokemusasiantuntijat"], []]), (BOOKINGS, list(bookings), [])):
        if rows:
            headings = list(dict.fromkeys(heading for one in rows for heading in one))
            pages.append((name, [*above, headings, *([one.get(heading, "") for heading in headings] for one in rows)]))
    return sheets.write_xlsx(pages)


def read(experts: Iterable[Mapping] = (), bookings: Iterable[Mapping] = ()) -> Sheets:
    catalogue.seed()
    return sheets.read(io.BytesIO(workbook(experts, bookings)), "lista.xlsx")


def uploaded(experts: Iterable[Mapping] = (AINO,), bookings: Iterable[Mapping] = ()) -> ExpertImport:
    """Chosen by Kaisa; the worker has not looked yet."""
    catalogue.seed()
    kaisa = people.actor(people.kaisa())
    return process.begin("lista.xlsx", workbook(experts, bookings), people.organisation(), kaisa)


def checked(experts: Iterable[Mapping] = (AINO,), bookings: Iterable[Mapping] = ()) -> ExpertImport:
    """Checked by the worker."""
    made = uploaded(experts, bookings)
    process.run_check(made.pk, job.begin(made.job_id))
    return ExpertImport.objects.get(pk=made.pk)
