import io

import pytest

from coordination.foundation import sheets
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.privacy.models import Consent
from experts.domain import cv, expert_import, limit
from experts.domain.list_sheet import REASONS
from experts.models import CVRevision, Expert, ImportedRow, Touched
from tests.factories import experts, lists, orders, people
from tests.factories.lists import HOUSE, row

pytestmark = pytest.mark.django_db
CODE = "131052-308T"


def check(*rows, bookings=(), by=HOUSE):
    return expert_import.check(lists.read(rows, bookings), people.organisation(), by)


def store(*rows, bookings=(), by=HOUSE, **how):
    return expert_import.store(lists.read(rows, bookings), people.organisation(), by, **how)


def said(found):
    return [(finding.kind, finding.code, finding.row, finding.column) for finding in found.findings]


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Person, Expert, CVRevision, Consent, ImportedRow)]


def test_a_sound_row_comes_in_whole():
    store(row(Suostumus_hlökunta="4.11.2026"))

    aino = Expert.objects.select_related("person").get()
    revision = CVRevision.objects.get()
    consent = Consent.objects.get()
    assert (aino.person.full_name, aino.person.birth_year, aino.person.phone, aino.status) == (
        "Aino Aalto",
        1974,
        "0400000011",
        "active",
    )
    assert (aino.max_per_month, aino.remote, aino.training_year, aino.list_number) == (2, "also", 2019, "1")
    assert [task.code for task in aino.task_types.all()] == ["client-meeting", "lecture"]
    assert (revision.status, revision.story, revision.special_skills) == (
        "approved",
        "Kirjeet kertyivät.",
        ["selkokieli", "ryhmät"],
    )
    assert [(text.area.code, text.text) for text in revision.area_texts.all()] == [
        ("child-welfare", "Perhetyö kaksi vuotta.")
    ]
    assert (consent.purpose, consent.channel, consent.given_at.date().isoformat()) == ("cv_own", "import", "2026-11-04")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"Synt.": "-77"}, [("note", "read_as", 4, "J")]),
        ({"Synt.": 2093}, [("error", "birth_year_impossible", 4, "J")]),
        ({"Koulutus vuonna": "2021?"}, [("question", "year_asked", 4, "K")]),
        ({"Sukunimi": ""}, [("error", "last_name_missing", 4, "B")]),
        ({"Sähköposti": "aino(at)example"}, [("error", "email_wrong", 4, "D")]),
        ({"Kieli": "kiina"}, [("question", "language_unknown", 4, "I"), ("question", "language_default", 4, "I")]),
        ({"Suostumus hlökunta": "x"}, [("question", "consent_undated", 4, "R")]),
        ({"Tehtävät": "astapaaminen"}, [("note", "task_guessed", 4, "O")]),
        ({"Tehtävät": "tanssi"}, [("question", "task_unknown", 4, "O")]),
        ({"Tila": ""}, [("question", "status_missing", 4, "T")]),
        ({"Tarina": f"Hetuni on {CODE}"}, [("error", "identity_code", 4, "L")]),
        ({"Oma sarake": CODE}, [("note", "unknown_column", 3, "V"), ("error", "identity_code", 4, "V")]),
        ({"Huom.": "ei maanantaisin"}, [("note", "remark_days", 4, "U")]),
        ({"Huom.": "vain palkkio kuluista"}, [("note", "remark_costs", 4, "U")]),
        ({"Huom.": "soitetaan, ei lue sähköpostia"}, [("note", "remark_phone", 4, "U")]),
        ({"Huom.": "ei Havukummun toimistolle"}, [("question", "remark_unit_unclear", 4, "U")]),
        ({"Huom.": "allergia"}, [("note", "remark_kept", 4, "U")]),
    ],
)
def test_each_finding_names_its_row_and_column(changes, found):
    assert said(check(row(lists.AINO, **changes))) == found


def test_an_identity_code_is_never_told():
    found = check(row(Tarina=f"Hetuni on {CODE}", Koulutus_vuonna=f"2019 {CODE}"))

    name, body = expert_import.rest_file(found, "lista.xlsx")
    rest = sheets.read(io.BytesIO(body), name)
    assert [finding.text for finding in found.findings if CODE in finding.text] == []
    assert [cell for one in rest[0].rows for cell in one.cells if CODE in cell] == []


def test_remarks_find_their_place():
    havukumpu = people.unit("Aikuissosiaalityö", locality="Havukumpu")

    store(row(**{"Huom.": "ei Havukummun toimistolle; vain palkkio kuluista; soitetaan; ei maanantaisin; allergia"}))

    aino = Expert.objects.select_related("person").get()
    days = sorted(aino.availabilities.values_list("weekday", flat=True))
    assert [refused.unit for refused in aino.refused_units.all()] == [havukumpu]
    assert (aino.fee_mode, aino.person.channel, days, aino.note) == (
        "costs_only",
        "phone",
        [1, 2, 3, 4, 5, 6],
        "allergia",
    )


@pytest.mark.parametrize(
    ("word", "status"),
    [("koulutuksessa", "training"), ("aktiivinen", "active"), ("tauolla", "leave"), ("lopettanut", "ended")],
)
def test_the_state_comes_by_the_verbs(word, status):
    store(row(Tila=word))

    assert Expert.objects.get().status == status


def test_a_protected_address_hides_the_town():
    store(row(Turvakielto="KYLLÄ"))

    aino = Expert.objects.select_related("person").get()
    assert (aino.person.protected_address, aino.locality) == (True, "")


def test_a_tick_without_a_date_is_to_be_asked():
    store(row(Suostumus_hlökunta="x"))

    consent = Consent.objects.get()
    assert (consent.given_at, Expert.objects.public().count(), Consent.objects.in_force().count()) == (None, 0, 0)


def test_nothing_is_stored_while_an_error_stands():
    before = everything()

    with pytest.raises(Refused) as refused:
        store(row(), row(Nro=2, Sukunimi=""))

    assert (refused.value.code, everything()) == ("errors", before)


def test_the_sound_rows_come_in_and_the_rest_goes_back():
    stored = store(row(), row(Nro=2, Sukunimi="", Etunimi="Nimetön"), sound_only=True)

    name, body = expert_import.rest_file(stored.check, "lista.xlsx")
    (rest,) = sheets.read(io.BytesIO(body), name)
    headings = [*lists.AINO, REASONS[0]]
    assert (stored.made, name, rest.rows[0].cells) == (1, "lista-korjattavat.xlsx", headings)
    assert [(one.cells[0], one.cells[-1].partition(":")[0]) for one in rest.rows[1:]] == [("2", "Sukunimi")]


def test_the_mended_rest_comes_in():
    stored = store(row(), row(Nro=2, Sukunimi="", Etunimi="Bo"), sound_only=True)
    name, body = expert_import.rest_file(stored.check, "lista.xlsx")
    (rest,) = sheets.read(io.BytesIO(body), name)
    rest.rows[1].cells[1] = "Näyte"

    again = expert_import.store([rest], people.organisation(), HOUSE)

    assert (again.made, said(again.check), Expert.objects.get(list_number="2").person.last_name) == (1, [], "Näyte")


@pytest.mark.parametrize("numbered", [True, False])
def test_the_same_list_twice_changes_nothing(numbered):
    rows = [
        row(Suostumus_hlökunta="x", **{"Huom.": "ei maanantaisin; allergia"}),
        row(Nro=2, Etunimi="Bo", Kieli="ruotsi", Tila="tauolla"),
    ]
    rows = rows if numbered else [{name: cell for name, cell in one.items() if name != "Nro"} for one in rows]
    store(*rows)
    before = everything()

    again = store(*rows)

    assert (again.made, again.changed, again.check.counts()["unchanged"], everything()) == (0, 0, 2, before)


def test_two_rows_with_one_address_are_two_persons():
    store(row(), row(Nro=2, Etunimi="Bo"))

    assert sorted(Person.objects.filter(email="aino.aalto@example.org").values_list("first_name", flat=True)) == [
        "Aino",
        "Bo",
    ]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ({"Nro": 2, "Etunimi": "Bo"}, "email_shared"),
        ({"Nro": 2, "Synt.": 1980, "Sähköposti": ""}, "same_name"),
        ({"Nro": 2, "Sähköposti": ""}, "same_person"),
        ({"Nro": "", "Sähköposti": ""}, "row_twice"),
        ({"Nro": 1, "Etunimi": "Bo", "Sähköposti": ""}, "number_twice"),
    ],
)
def test_rows_that_may_be_one_person(second, code):
    assert [finding.code for finding in check(row(), row(lists.AINO, **second)).findings] == [code]


def test_a_changed_cell_comes_in():
    store(row())

    stored = store(row(Tarina="Uusi tarina.", **{"Enint. keikkaa/kk": "4", "Puh.": "040 000 0099", "Tila": "tauolla"}))

    aino = Expert.objects.select_related("person").get()
    assert (stored.changed, aino.max_per_month, aino.person.phone, aino.status) == (1, 4, "0400000099", "leave")
    assert CVRevision.objects.approved().get().story == "Uusi tarina."


@pytest.mark.parametrize(("told", "state"), [("tauolla", "leave"), ("lopettanut", "ended")])
def test_who_has_stopped_by_the_list_is_asked_no_more(told, state):
    agreed = {"Suostumus_hlökunta": "4.11.2026"}
    store(row(**agreed))
    aino = Expert.objects.get()
    experts.signed(aino)
    asked = orders.offer_open(aino)

    store(row(Tila=told, **agreed))

    asked.refresh_from_db()
    touched = Touched.objects.get(offer=asked)
    assert (asked.status, touched.stopping.expert.status, touched.outcome) == ("declined", state, "closed")
    assert asked.booking_request.status == "sent"


def test_who_stops_by_the_list_with_nothing_open_gets_no_letter():
    store(row())

    store(row(Tila="lopettanut"))

    assert (Expert.objects.get().status, Message.objects.count()) == ("ended", 0)


def test_what_has_been_changed_here_is_not_undone():
    store(row())
    limit.keep(Expert.objects.get(), HOUSE, max_per_month=5)

    same = store(row())
    changed = store(row(**{"Enint. keikkaa/kk": "3"}))

    assert (same.changed, said(same.check), changed.changed, Expert.objects.get().max_per_month) == (0, [], 0, 5)
    assert [finding.code for finding in changed.check.findings] == ["kept_ours"]


def test_an_edited_cv_is_asked_about():
    store(row())
    draft = cv.start(Expert.objects.get(), "fi", HOUSE)
    cv.write(draft, HOUSE, story="Itse kirjoitettu.")

    stored = store(row(Tarina="Listan tarina."))

    assert ([finding.code for finding in stored.check.findings], CVRevision.objects.approved().get().story) == (
        ["kept_cv"],
        "Kirjeet kertyivät.",
    )


def test_a_withdrawn_consent_does_not_come_back():
    store(row(Suostumus_hlökunta="4.11.2026"))
    Consent.objects.update(withdrawn_at=Consent.objects.get().given_at)

    store(row(Suostumus_hlökunta="4.11.2026"))

    assert Consent.objects.in_force().count() == 0


def test_a_number_of_somebody_else_is_an_error():
    store(row())

    assert [
        finding.code for finding in check(row(Sukunimi="Toinen", Etunimi="Ihminen", **{"Synt.": 1950})).findings
    ] == ["number_of_other"]


def test_a_row_that_a_verb_refuses_stores_nothing():
    elsewhere = people.organisation("Naapurin hyvinvointialue")
    cai = people.person("Cai", "Aalto", birth_year=1974)
    experts.expert_active(person=cai, unit=elsewhere)
    before = everything()

    with pytest.raises(Refused) as refused:
        store(row(), row(Nro=2, Etunimi="Cai", Sähköposti=""))

    assert (refused.value.code, "5" in str(refused.value), everything()) == ("twice", True, before)


def test_another_branch_is_not_ones_own():
    neighbour = people.actor(people.stranger_coordinator())

    with pytest.raises(Refused) as refused:
        check(row(), by=neighbour)

    assert refused.value.code == "not_coordinator"


def test_ones_own_row_is_another_coordinators_to_bring():
    kaisa = people.kaisa()
    Person.objects.filter(pk=kaisa.pk).update(birth_year=1974)

    found = check(row(Etunimi=kaisa.first_name, Sukunimi=kaisa.last_name), by=people.actor(kaisa))

    assert [finding.code for finding in found.findings] == ["person_known", "own_row"]


def test_an_expert_of_the_house_is_known_by_name_and_year():
    aino = experts.aino()

    found = check({"Sukunimi": "Aalto", "Etunimi": "Aino", "Synt.": "-74"})

    assert (found.plans[0].known.pk, found.counts()["new"]) == (aino.pk, 0)


@pytest.mark.parametrize("number", [1, 30])
def test_a_check_costs_the_same_however_long_the_list(number, django_assert_num_queries):
    rows = [row(Nro=index, Etunimi=f"Aino{index}", Suostumus_hlökunta="4.11.2026") for index in range(number)]
    store(*rows)
    people.organisation()
    read = lists.read(rows, [lists.booking(Asiantuntija=f"Aino{index} Aalto") for index in range(number)])
    unit = people.organisation()

    with django_assert_num_queries(CHECK_QUERIES):
        expert_import.check(read, unit, HOUSE)


CHECK_QUERIES = 16


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
@pytest.mark.parametrize("mark", [",", ";"])
def test_csv_in_swedish_with_columns_in_any_order(encoding, mark):
    lists.read([row()])
    text = f"Förnamn{mark}Födelseår{mark}Släktnamn{mark}E-post{mark}Språk{mark}Läge\nGöran{mark}-66{mark}Ström{mark}g@example.org{mark}svenska{mark}aktiv\n"
    read = sheets.read(io.BytesIO(text.encode(encoding)), "lista.csv")

    found = expert_import.check(read, people.organisation(), HOUSE)

    line = found.plans[0].line
    assert (line.name, line.birth_year, line.facts["person.language"], line.facts["status"]) == (
        ("göran", "ström"),
        1966,
        "sv",
        "active",
    )


def test_a_file_without_a_heading_is_refused():
    read = sheets.read(io.BytesIO(b"a;b\n1;2\n"), "lista.csv")

    with pytest.raises(Refused) as refused:
        expert_import.check(read, people.organisation(), HOUSE)

    assert refused.value.code == "no_heading"


def test_a_sum_row_stays_out():
    found = check(row(), {"Nro": "Yhteensä", "Sukunimi": "1"})

    assert (len(found.plans), [finding.code for finding in found.findings]) == (1, ["sum_row"])
