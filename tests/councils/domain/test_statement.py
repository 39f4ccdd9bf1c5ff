"""A statement on its way: who may move it where, who hears of it, what an answer may be (CC-02, CC-04)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.domain import statement_figures, statement_recipient
from councils.models import Forwarding, Membership, Statement
from tests.factories import councils, orders, people

pytestmark = pytest.mark.django_db
CODE = "131052-308T"


@pytest.fixture
def elina() -> Actor:
    councils.staffed()
    return people.actor(councils.elina())


def taken(elina: Actor, title: str = "Palvelujohtaja", **fields: object) -> Forwarding:
    """An idea of the youth council, taken to one of the management."""
    row = fields.pop("row", None) or councils.statement(**fields)
    recipient = people.person("Jorma", "Johtaja", email=f"jorma{row.pk}.{row.forwardings.count()}@example.org")
    return verbs.forward(row, elina, to="management", recipient=recipient, recipient_title=title)


def by_link(way: Forwarding) -> Actor:
    return Actor.by_link(way.recipient)


def told(kind: str) -> list[str]:
    rows = Message.objects.filter(kind=f"councils.statement.{kind}").select_related("person")
    return sorted(row.person.first_name for row in rows)


def refusal(press) -> str:
    with pytest.raises(Refused) as refused:
        press()
    return refused.value.code


def test_a_draft_is_written_in_the_councils_languages_and_numbered(elina):
    words = {"title": {"fi": "Kirjeet selkokielelle"}, "text": {"fi": "Kirje alkaa päätöksellä."}}

    first, second = (verbs.write(councils.council(), elina, kind="idea", **words) for __ in range(2))

    assert (first.number, second.number, first.status, first.made_on) == (1, 2, "draft", clock.today())
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"title": {}, "text": {"fi": "Kirje"}}, "title"),
        ({"title": {"fi": "Kirje"}, "text": {"sv": "Brev"}}, "text"),
        ({"title": {"fi": "Kirje"}, "text": {"fi": f"Hän on {CODE}"}}, "identity_code"),
    ],
)
def test_an_unfit_draft_is_refused(elina, facts, code):
    assert refusal(lambda: verbs.write(councils.council(), elina, **facts)) == code


def test_the_leader_of_another_council_moves_nothing(elina):
    row, other = councils.statement(), people.actor(councils.other_leader())
    way = councils.forwarded()

    refusals = {
        refusal(lambda: verbs.change(row, other, is_public=False)),
        refusal(lambda: verbs.close(row, other, "Ei")),
        refusal(lambda: verbs.answer(way, other, "Kyllä")),
        refusal(lambda: verbs.publish(way, other, is_public=True)),
    }

    assert refusals == {"not_leader"}


def test_taking_it_further_tells_the_recipient_the_members_and_the_other_leaders(elina):
    way = taken(elina)

    way.statement.refresh_from_db()
    assert (way.statement.status, way.promised_on) == ("forwarded", clock.today() + timedelta(days=60))
    assert (told("received"), told("moved")) == (["Jorma"], ["Irja", "Matti", "Ville"])
    assert {row.desk for row in Message.objects.all()} == {f"councils.council:{councils.council().pk}"}


def test_whoever_answers_is_asked_by_a_council_and_not_called_to_a_meeting(elina):
    taken(elina)

    assert Message.objects.get(kind="councils.statement.received").subject.startswith("Asiakasraati: ")


def test_no_subject_names_the_council_the_idea_or_anybody(elina):
    verbs.answer(way := taken(elina), by_link(way), "Otamme käyttöön.")

    subjects = " ".join(Message.objects.values_list("subject", flat=True))

    assert [word for word in ("Nuorten", "Kirjeet", "Matti", "Jorma", "johtaja") if word in subjects] == []


def test_once_sent_the_words_stay_but_plain_language_may_come_later(elina):
    row = taken(elina).statement

    verbs.change(row, elina, plain_text={"fi": "Kirje on helppo lukea."})

    assert refusal(lambda: verbs.change(row, elina, text={"fi": "Toisin"})) == "sent"


def test_the_same_recipient_is_asked_once_another_one_may_be_asked_too(elina):
    way = taken(elina)

    again = {"to": "unit", "recipient": way.recipient, "recipient_title": "Johtaja"}
    second = taken(elina, "Viestintäpäällikkö", row=way.statement)

    assert refusal(lambda: verbs.forward(way.statement, elina, **again)) == "twice"
    assert (second.statement_id, second.statement.moves) == (way.statement_id, 2)


def test_from_the_media_no_answer_is_promised(elina):
    row = councils.statement()

    way = verbs.forward(row, elina, to="media", recipient=people.person(email="l@example.org"), recipient_title="Lehti")

    assert way.promised_on is None


def test_an_answer_by_the_link_is_kept_told_and_not_public_before_a_leader_has_read_it(elina):
    way = taken(elina)

    verbs.answer(way, by_link(way), " Otamme esimerkit pohjaksi. ")

    way.statement.refresh_from_db()
    facts = (way.answer, way.status, way.answered_via, way.answer_public, way.statement.status, way.statement.hearing)
    assert facts == ("Otamme esimerkit pohjaksi.", "answered", "link", False, "answered", 2)
    assert told("moved") == ["Elina", "Irja", "Irja", "Matti", "Matti", "Ville", "Ville"]


def test_one_recipient_does_not_answer_for_another(elina):
    way = taken(elina)
    other = taken(elina, "Viestintä", row=way.statement)

    assert refusal(lambda: verbs.answer(way, by_link(other), "Kyllä")) == "stranger"
    assert refusal(lambda: verbs.answer(way, by_link(way), f"Soita {CODE}")) == "identity_code"


def test_an_answer_is_corrected_until_the_council_closes_it(elina):
    way = taken(elina)
    verbs.answer(way, by_link(way), "Kyllä.")
    verbs.publish(way, elina, is_public=True)

    verbs.answer(way, by_link(way), "Kyllä, keväällä.", replaces=way.answered_at)
    public = way.answer_public
    blind = refusal(lambda: verbs.answer(way, by_link(way), "En tiennyt edellisestä."))
    verbs.close(way.statement, elina, "Asia on käsitelty.")
    late = refusal(lambda: verbs.answer(way, by_link(way), "Ei sittenkään.", replaces=way.answered_at))

    assert (public, blind, late, way.answer) == (False, "answered", "closed", "Kyllä, keväällä.")


def test_what_came_on_paper_a_leader_writes_down_also_after_closing(elina):
    way = taken(elina)
    verbs.close(way.statement, elina, "Ei toteuteta: rakennus puretaan 2028.")

    verbs.answer(way, elina, "Pahoittelemme.", via="post")

    way.statement.refresh_from_db()
    assert (way.status, way.answered_via, way.statement.status) == ("answered", "post", "closed")


def test_seen_in_the_service_stops_the_waiting_and_ends_the_path(elina):
    way = taken(elina)

    row = verbs.mark_in_use(way.statement, elina, outcome={"fi": "Uusi kirje."}, since=clock.today())

    way.refresh_from_db()
    assert (row.status, row.hearing, row.stands, way.status) == ("in_use", 3, "in_use", "closed")
    assert [step.what for step in Statement.objects.get().path] == ["made", "sent", "in_use"]


@pytest.mark.parametrize("status", Statement.Status.values)
def test_the_table_of_moves_holds(elina, status):
    """Every state against every verb: what `MOVES` does not open is refused."""
    facts = {"outcome_on": clock.today()} if status == "in_use" else {}
    because = "Valmis" if status == "closed" else ""
    row = councils.statement(status=status, closed_because=because, **facts)
    open_to = Statement.MOVES[status]

    def refused(press) -> bool:
        try:
            press()
        except Refused:
            return True
        Statement.objects.filter(pk=row.pk).update(
            status=status, closed_because=because, outcome_on=facts.get("outcome_on")
        )
        return False

    outcomes = {
        "in_use": refused(lambda: verbs.mark_in_use(row, elina, outcome={"fi": "Uusi"}, since=clock.today())),
        "closed": refused(lambda: verbs.close(row, elina, "Ei")),
    }

    assert outcomes == {"in_use": "in_use" not in open_to, "closed": "closed" not in open_to}


def test_the_proposer_hears_kindly_also_after_having_left(elina):
    seat = councils.matti()
    way = taken(elina, topic=councils.topic(proposed_by=seat.person))
    Membership.objects.filter(pk=seat.pk).update(left_on=clock.today(), left_because="wish")

    verbs.answer(way, by_link(way), "Kyllä.")

    first, last = Message.objects.filter(kind="councils.statement.proposed", person=seat.person).order_by("pk")
    assert (told("moved").count("Matti"), "mita-siita-tuli" in first.body, "mita-siita-tuli" in last.body) == (
        0,
        True,
        False,
    )
    assert "Kyllä." in last.body


def test_what_moved_since_a_moment_is_told_for_the_agenda_silence_every_time(elina):
    council, before = councils.council(), clock.now()
    way = taken(elina)
    verbs.answer(way, by_link(way), "Kyllä.")
    old = taken(elina)
    Forwarding.objects.filter(pk=old.pk).update(status="silent")
    Statement.objects.filter(pk=old.statement_id).update(moved_at=before - timedelta(days=30))
    councils.statement()

    with_all, later = (verbs.moved_since(council, moment) for moment in (before, clock.now()))

    assert [row.statement.pk for row in with_all] == [old.statement_id, way.statement_id]
    assert with_all[1].what["fi"].startswith("Palvelujohtaja")
    assert "Kyllä." in with_all[1].what["sv"]
    assert [row.statement.pk for row in later] == [old.statement_id]


def test_moved_since_asks_the_same_number_of_times_for_one_and_three(elina, django_assert_num_queries):
    council, before = councils.council(), clock.now()
    for __ in range(3):
        taken(elina)
    newest = Statement.objects.latest("pk").moved_at - timedelta(microseconds=1)

    with django_assert_num_queries(2):
        one = verbs.moved_since(council, newest)
    with django_assert_num_queries(2):
        three = verbs.moved_since(council, before)

    assert (len(one), len(three)) == (1, 3)


def test_the_figures_set_the_promise_beside_the_real_days(elina):
    quick, slow, silent = taken(elina), taken(elina), taken(elina, "Tilapalvelut")
    with orders.on_day(clock.today() + timedelta(days=10)):
        verbs.answer(quick, by_link(quick), "Kyllä.")
    with orders.on_day(clock.today() + timedelta(days=70)):
        verbs.answer(slow, elina, "Ei.", via="phone")
    Forwarding.objects.filter(pk=silent.pk).update(status="silent")

    found = statement_figures.of(councils.council())

    assert (found.taken, found.answered, found.silent, found.middle, found.promised_days) == (3, 2, 1, 40, 60)
    assert (found.in_time, found.late) == (1, 1)
    assert [(row.title, row.asked, row.answered, row.middle) for row in found.groups] == [
        ("Palvelujohtaja", 2, 2, 40),
        ("Tilapalvelut", 1, 0, None),
    ]


def test_a_leader_writes_down_a_new_recipient_and_the_same_one_is_found_again(elina):
    council = councils.council()
    facts = {"first_name": "Vieno", "last_name": "Viestintä", "title": "Viestintäpäällikkö"}
    made = statement_recipient.write_new(council, elina, email="vieno@example.org", **facts)
    verbs.forward(councils.statement(), elina, to="unit", recipient=made, recipient_title="Viestintäpäällikkö")

    again = statement_recipient.write_new(council, elina, email="Vieno@example.org", **facts)
    unreachable = refusal(lambda: statement_recipient.write_new(council, elina, **facts))

    assert (again, made.unit, unreachable) == (made, council.unit, "reach")
    assert [each.title for each in statement_recipient.known(council)] == ["Viestintäpäällikkö"]
