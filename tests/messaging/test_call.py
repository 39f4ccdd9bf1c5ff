"""The call list: who first, what to say, what came of it."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import call, message, outbox, print_run, safe_link
from coordination.messaging.models import Call, Message
from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db


def reader(first_name: str = "Pekka", **fields) -> Person:
    return people.person(first_name, phone="040 000 0066", channel="phone", **fields)


def to_tell(person: Person, **more) -> Message:
    return outbox.queue("messaging.trial", to=person, context={}, about=person, **more)


def names() -> list[str]:
    return [entry.person.first_name for entry in call.calls([people.organisation()])]


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def test_the_most_urgent_first_then_the_oldest_a_person_once():
    to_tell(reader("Vanhin"))
    urgent = reader("Kiireinen")
    to_tell(reader("Toinen"))
    to_tell(urgent, valid_until=clock.now() + timedelta(hours=3))
    to_tell(urgent, version=0, part=1)
    to_tell(reader("Huominen"), not_before=clock.now() + timedelta(days=1))

    assert names() == ["Kiireinen", "Vanhin", "Toinen"]
    assert len(call.calls([people.organisation()])[0].matters) == 2


def test_what_is_said_has_no_links_no_codes_and_no_greeting():
    person = reader()
    link = safe_link.make("offer", person, clock.now() + timedelta(days=1))
    place, code = safe_link.placeholder(link), safe_link.code_placeholder(link)
    Message.objects.filter(pk=to_tell(person).pk).update(
        body=f"Hei Pekka,\n\nolet tulossa.\n\nVastaa tästä:\n{place}\nKoodi {code} tähän: http://127.0.0.1:8000/l/\n\n"
        "Kaikki on täällä:\nhttp://127.0.0.1:8000/fi/oma/\n\nTervetuloa.\n"
    )

    assert call.calls([people.organisation()])[0].matters[0].text == "Olet tulossa.\n\nTervetuloa."


def test_reached_is_sent_and_leaves_the_list(kaisa):
    row = to_tell(reader())

    kaisa.post("/hallinta/outbox/soitot/", {"messages": str(row.pk), "outcome": "tavattu"})

    assert (names(), Message.objects.get().status, Call.objects.get().is_reached) == ([], "sent", True)


def test_not_reached_is_counted_and_stays(kaisa):
    person = reader()
    row = to_tell(person)

    for note in ("soita neljän jälkeen", ""):
        answer = {"messages": str(row.pk), "outcome": "ei-tavattu", f"p{person.pk}-note": note}
        kaisa.post("/hallinta/outbox/soitot/", answer)

    tries = call.calls([people.organisation()])[0].tries
    assert ([one.note for one in tries], Message.objects.get().status) == (["soita neljän jälkeen", ""], "by_hand")


def test_an_identity_code_in_a_note_stops_it(kaisa):
    person = reader()
    row = to_tell(person)
    answer = {"messages": str(row.pk), "outcome": "tavattu", f"p{person.pk}-note": "tunnus 131052-308T"}

    page = kaisa.post("/hallinta/outbox/soitot/", answer)

    assert (page.status_code, Call.objects.count(), Message.objects.get().status) == (200, 0, "by_hand")


def test_what_was_told_meanwhile_is_not_told_twice():
    row = to_tell(reader())
    by = people.actor(people.kaisa())
    call.reached([row], by)

    with pytest.raises(Refused):
        call.reached([row], by)

    assert Call.objects.count() == 1


@pytest.mark.parametrize("who", [people.admin, people.stranger_coordinator])
def test_others_tell_nothing(who):
    row = to_tell(reader())

    with pytest.raises(Refused):
        call.reached([row], people.actor(who()))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_queries_however_long(kaisa, rows, django_assert_num_queries):
    for number in range(rows):
        to_tell(reader(f"Pekka {number}"))
    kaisa.get("/hallinta/outbox/soitot/")

    with django_assert_num_queries(11):
        kaisa.get("/hallinta/outbox/soitot/")


@pytest.mark.parametrize("status", ["failed", "uncertain", "stopped"])
def test_a_mail_that_did_not_go_is_told_by_phone_or_sent_as_a_letter(status):
    sari = people.sari()
    Person.objects.filter(pk=sari.pk).update(phone="040 1", street="Kuja 1", postcode="00100", town="Havukumpu")
    row = to_tell(Person.objects.get(pk=sari.pk))
    Message.objects.update(status=status)
    by = people.actor(people.kaisa())

    ways = []
    for verb in (message.tell_by_phone, message.send_by_post):
        verb(row, by)
        ways.append(Message.objects.values_list("channel", "status").get())

    assert ways == [("phone", "by_hand"), ("post", "by_hand")]


@pytest.mark.parametrize(("verb", "code"), [(message.tell_by_phone, "phone"), (message.send_by_post, "address")])
def test_another_way_needs_a_number_or_an_address(verb, code):
    row = to_tell(people.person("Tavoittamaton"))

    with pytest.raises(Refused) as refusal:
        verb(row, people.actor(people.kaisa()))

    assert refusal.value.code == code


def test_a_letter_in_a_run_is_not_told_by_phone():
    row = to_tell(people.person("Kirje", phone="040 1", street="Kuja 1", postcode="00100", town="Havukumpu"))
    print_run.begin(people.organisation(), people.actor(people.kaisa()))

    with pytest.raises(Refused):
        message.tell_by_phone(row, people.actor(people.kaisa()))
