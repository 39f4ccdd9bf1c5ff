"""A campaign begun, opened, closed and ended; its ways, its questions, its papers."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.models import Person
from coordination.recruitment.domain import campaign as verbs
from coordination.recruitment.domain import campaign_sheet, channel, choice, guide, interview, kick_off, overview, place
from coordination.recruitment.models import Applicant, Campaign, Channel, Interview
from tests.factories import councils, events, interviews, people, recruitment, selection

pytestmark = pytest.mark.django_db
Kind, Status = Campaign.Kind, Campaign.Status


def kaisa():
    return people.actor(people.kaisa())


def draft(kind: str = Kind.EXPERTS, **facts: object) -> Campaign:
    """Begun by Kaisa, who may be called."""
    Person.objects.filter(pk=people.kaisa().pk).update(phone="040 000 0011")
    facts.setdefault("meant_for", "" if kind == Kind.EXPERTS else "councils.council:3")
    return verbs.make(kind=kind, unit=people.unit(), by=kaisa(), names={"fi": "Tule mukaan"}, **facts)


def code_of(refusing, *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refusal:
        refusing(*args, **kwargs)
    return refusal.value.code


@pytest.mark.parametrize("kind", Kind.values)
def test_a_campaign_begins_with_texts_questions_and_its_usual_channels(kind):
    made = draft(kind)

    told = [set(getattr(made, name)) for name in ("leads", "texts", "plain", "offers")]
    assert (told, made.questions.count(), [way.kind for way in made.channels.all()], made.status) == (
        [{"fi", "sv", "en"}] * 4,
        3,
        ["site", "own_worker"],
        Status.DRAFT,
    )


@pytest.mark.parametrize("who", ["sari", "neighbour"])
def test_only_those_who_coordinate_or_lead_there_begin_one(who):
    person = people.sari() if who == "sari" else people.stranger_coordinator()

    refused = code_of(verbs.make, kind=Kind.EXPERTS, unit=people.unit(), by=people.actor(person), names={"fi": "X"})

    assert refused == "not_here"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"leads": {}}, "no_leads"),
        ({"texts": {}}, "no_texts"),
        ({"contact": "sari"}, "no_contact"),
        ({"starts_on": -9, "ends_on": -2}, "past"),
    ],
)
def test_it_opens_only_when_a_reader_finds_what_is_needed(facts, code):
    days = {name: clock.today() + timedelta(days=value) for name, value in facts.items() if isinstance(value, int)}
    persons = {"contact": people.sari()} if "contact" in facts else {}
    made = draft(**{**facts, **days, **persons})

    assert code_of(verbs.open_, made, kaisa()) == code


def test_it_opens_closes_opens_again_and_ends_when_everybody_has_an_answer():
    made = verbs.close(verbs.open_(draft(), kaisa()), kaisa())
    verbs.close(verbs.open_(made, kaisa()), kaisa())
    waiting = recruitment.applicant(campaign=made)

    assert code_of(verbs.end, made, kaisa()) == "unanswered"
    Applicant.objects.filter(pk=waiting.pk).update(status="not_chosen", reason="full")
    assert verbs.end(made, kaisa()).status == Status.ENDED


def test_it_does_not_end_while_a_choice_is_a_draft_or_a_place_is_offered():
    row = selection.offered()
    Campaign.objects.update(status=Status.CLOSED)

    offered = code_of(verbs.end, row.campaign, kaisa())
    place.answer(row, kaisa(), takes=False)
    choice.choose(row.campaign, [row], kaisa(), "not_chosen", reason="full")

    assert (offered, code_of(verbs.end, row.campaign, kaisa())) == ("unanswered", "unanswered")
    choice.take_back(row.campaign, [row], kaisa())
    assert verbs.end(row.campaign, kaisa()).status == Status.ENDED


def test_nothing_begins_in_an_ended_one_from_a_page_left_open():
    row = selection.in_reserve("Ritva")[0]
    later = selection.interviewed("Lasse", status="later")
    interviews.slots()
    Campaign.objects.update(status=Status.ENDED, kick_off=events.event())
    made = Campaign.objects.get()

    codes = [
        code_of(place.offer, row, kaisa()),
        code_of(choice.choose, made, [row], kaisa(), "not_chosen", reason="full"),
        code_of(interview.ask, [Applicant.objects.get(pk=later.pk)], kaisa()),
        code_of(interviews.slots, 1, people.kaisa(), home=made),
        code_of(kick_off.invite_everyone, made, kaisa()),
    ]

    assert codes == ["ended"] * 5


def test_an_ended_one_takes_no_changes():
    made = recruitment.campaign(status=Status.ENDED)

    codes = [
        code_of(verbs.change, made, kaisa(), seats=3),
        code_of(verbs.name_recruiters, made, kaisa(), [people.sari()]),
        code_of(channel.add, made, kaisa(), kind=Channel.Kind.ADVERT),
    ]

    assert codes == ["ended", "ended", "ended"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_on": clock.today() - timedelta(days=90)}, "ends_on"),
        ({"leads": {"fi": "Soita 131052-308T"}}, "leads"),
        ({"seats": 0}, "seats"),
    ],
)
def test_a_change_that_cannot_be_is_refused_beside_its_box(facts, field):
    with pytest.raises(Refused) as refusal:
        verbs.change(recruitment.campaign(), kaisa(), **facts)

    assert refusal.value.field == field


def test_an_open_one_keeps_what_its_readers_need():
    made = verbs.open_(draft(), kaisa())

    assert code_of(verbs.change, made, kaisa(), leads={}) == "no_leads"


def test_a_named_employee_without_the_back_office_recruits_and_others_do_not():
    made = recruitment.campaign()
    verbs.name_recruiters(made, kaisa(), [people.sari()])

    verbs.change(made, people.actor(people.sari()), seats=9)

    assert (Campaign.objects.get().seats, list(Campaign.objects.led_by(people.user_for(people.sari())))) == (9, [made])
    assert code_of(verbs.change, made, people.actor(councils.elina()), seats=3) == "not_recruiter"


def test_recruiters_are_employees_and_never_nobody():
    made = recruitment.campaign()

    codes = [
        code_of(verbs.name_recruiters, made, kaisa(), []),
        code_of(verbs.name_recruiters, made, kaisa(), [people.matti()]),
    ]

    assert codes == ["nobody", "not_employed"]


def test_questions_are_reworded_reordered_and_taken_away_under_their_own_keys():
    made = draft()
    first, second, _ = made.questions.all()

    guide.change(made, kaisa(), [(second.pk, {"fi": "Toinen"}), (first.pk, {"fi": ""}), (None, {"fi": "Uusi"})])

    kept = [(row.pk == second.pk, str(row.texts)) for row in made.questions.all()]
    assert kept == [(True, "Toinen"), (False, "Uusi")]


def test_questions_stay_once_an_interview_has_been_held():
    made = recruitment.campaign()
    recruitment.interview(recruitment.applicant(campaign=made), people.kaisa(), status=Interview.Status.HELD)

    assert code_of(guide.change, made, kaisa(), [(None, {"fi": "Myöhässä"})]) == "held"


def test_each_channel_has_a_code_of_its_own_that_is_found_as_people_type_it():
    made = recruitment.campaign()
    advert = channel.add(made, kaisa(), kind=Channel.Kind.ADVERT, note="Kirjasto")

    typed = [channel.found(f" {advert.code.upper()} "), channel.found("eikoodi"), channel.found("x" * 99)]

    assert typed == [advert, None, None]
    assert code_of(channel.add, made, kaisa(), kind=Channel.Kind.ADVERT, note="Kirjasto ") == "twice"


def test_a_code_of_another_campaign_counts_as_the_site():
    made, other = draft(), recruitment.campaign("Toinen")
    foreign = recruitment.channel(other)

    assert channel.came_by(made, foreign.code) == made.channels.get(kind="site")


def test_a_channel_that_somebody_came_by_stays():
    made = draft()
    used, unused = recruitment.channel(made), recruitment.channel(made, Channel.Kind.SURVEY)
    recruitment.applicant(campaign=made, channel=used)

    codes = [code_of(channel.remove, row, kaisa()) for row in (used, made.channels.get(kind="site"))]
    channel.remove(unused, kaisa())

    assert (codes, list(made.channels.values_list("kind", flat=True))) == (
        ["used", "always"],
        ["site", "own_worker", "advert"],
    )


def test_the_overview_counts_everybody_once():
    made = recruitment.campaign()
    kept = recruitment.applicant("Aila", campaign=made, age_band="25_39", is_first_timer=True)
    recruitment.applicant("Aila", "Toiste", campaign=made, merged_into=kept)
    recruitment.applicant("Bo", campaign=made, status="selected", age_band="25_39", is_first_timer=False)

    found = overview.of(made)

    ages = [line.count for line in found.ages]
    assert (found.applied, found.chosen, ages, found.first_timers) == (2, 1, [0, 2, 0, 0, 0], 1)


@pytest.mark.parametrize(("paper", "pages"), [("ilmoitus", 1), ("esite", 2)])
@pytest.mark.parametrize("long", [False, True])
def test_a_paper_fits_its_pages_and_says_the_address_and_the_number(paper, pages, long):
    words = "Tule mukaan kehittämään palveluja yhdessä meidän kanssamme. " * (9 if long else 1)
    made = draft(leads={"fi": words}, plain={"fi": "Tule.\n" * (25 if long else 4)})

    way = made.channels.get(kind="site")
    read = PdfReader(BytesIO(campaign_sheet.PAPERS[paper](way, "fi")))

    text = read.pages[-1].extract_text()
    told = (channel.shown_address(way) in text.replace("\n", ""), "040 000 0011" in text.replace("\xa0", " "))
    assert (len(read.pages), told, read.trailer["/Root"]["/MarkInfo"]["/Marked"]) == (pages, (True, True), True)
