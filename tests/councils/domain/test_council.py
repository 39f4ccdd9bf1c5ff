"""A council founded, led on, renewed and ended; its leaders; what it lacks."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Role
from councils.domain import council as verbs
from councils.domain import overview, someone, staff
from councils.domain.todo import council as todo
from councils.models import Council, Membership, Staff
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def elina():
    return people.actor(councils.elina())


def kaisa():
    return people.actor(people.kaisa())


def test_a_coordinator_founds_a_council_and_a_leader_does_not():
    made = verbs.make(unit=people.unit(), by=kaisa(), names={"fi": "Uusi raati"})

    assert made.status == Council.Status.PLANNING
    with pytest.raises(Refused) as refusal:
        verbs.make(unit=people.unit(), by=elina(), names={"fi": "Toinen raati"})
    assert refusal.value.code == "not_coordinator"


def test_new_ground_rules_are_a_new_version():
    board = councils.staffed()

    verbs.change(board, elina(), ground_rules={"fi": "Jokainen puhuu loppuun."})
    verbs.change(board, elina(), ground_rules={"fi": "Jokainen puhuu loppuun."}, place="Koivu")

    assert Council.objects.get(pk=board.pk).rules_version == 1


def test_an_identity_code_stands_in_no_text_of_a_council():
    with pytest.raises(Refused):
        verbs.change(councils.staffed(), elina(), purpose={"fi": "Kysy 131052-308T"})


def test_there_are_no_fewer_seats_than_members():
    board = councils.staffed()

    with pytest.raises(Refused) as refusal:
        verbs.change(board, elina(), seats=1)

    assert refusal.value.code == "seats"


def test_the_phases_go_one_by_one():
    board = councils.council("Alkava raati", status=Council.Status.PLANNING)

    phases = [verbs.move_on(board, kaisa()).status for _phase in range(4)]

    assert phases == ["recruiting", "kick_off", "selecting", "starting"]
    with pytest.raises(Refused) as refusal:
        verbs.move_on(board, kaisa())
    assert refusal.value.code == "nobody_responsible"


def test_a_new_term_empties_the_seats_and_begins_with_recruitment():
    board, today = councils.staffed(), clock.today()

    verbs.renew(board, elina(), starts=today, ends=today + timedelta(days=730))

    left = Membership.objects.filter(council=board).values_list("left_on", "left_because")
    assert (board.status, list(left)) == ("recruiting", [(today, "term"), (today, "term")])


def test_an_ended_council_admits_nobody_and_may_begin_again():
    board = councils.staffed()

    verbs.end(board, elina())

    assert (board.ended_on, board.memberships.open().count()) == (clock.today(), 0)
    assert verbs.renew(board, elina(), starts=clock.today(), ends=clock.today() + timedelta(days=9)).ended_on is None


def test_a_new_leader_gets_the_role_from_the_coordinator_and_loses_it_on_leaving():
    board = councils.staffed()
    newcomer = people.person("Oona", "Ohjaaja", email="oona@example.org", unit=board.unit)

    row = staff.add(board, newcomer, kaisa(), duty=Staff.Duty.PRESENTER)
    roles = Role.objects.open().filter(person=newcomer, kind=Role.Kind.LEADER, unit=board.unit)
    given = roles.exists()
    staff.end(row, elina())

    assert (given, roles.exists()) == (True, False)


def test_a_new_leader_is_told_under_a_subject_that_names_no_council():
    board = councils.staffed()
    newcomer = people.person("Oona", "Ohjaaja", email="oona@example.org", unit=board.unit)

    staff.add(board, newcomer, kaisa(), duty=Staff.Duty.PRESENTER)
    told = Message.objects.get(kind="councils.staff.added")

    assert (told.person, str(board.names) in told.subject, str(board.names) in told.body) == (newcomer, False, True)


def test_a_leader_brings_in_nobody_new():
    board = councils.staffed()

    with pytest.raises(Refused) as refusal:
        staff.add(board, people.person("Oona", email="oona@example.org"), elina())

    assert refusal.value.code == "needs_role"


def test_the_responsibility_is_handed_over_before_the_responsible_one_leaves():
    board = councils.staffed()
    own = board.staff.get(person=councils.elina())

    with pytest.raises(Refused) as refusal:
        staff.end(own, elina())
    staff.hand_over(board, board.staff.get(person=councils.ville()), elina())

    assert refusal.value.code == "responsible"
    assert list(board.staff.filter(is_responsible=True)) == [board.staff.get(person=councils.ville())]


def test_the_overview_says_what_is_missing():
    board = councils.staffed()

    lacks = [lack.code for lack in overview.of(board).lacks]

    assert lacks == ["staff", "members", "term", "sponsor", "rules"]


@pytest.mark.parametrize(("number", "codes"), [(9, ["members"]), (10, []), (15, []), (16, ["members"])])
def test_few_and_many_members_are_noted(number, codes):
    board = councils.council(seats=20, term_ends=clock.today() + timedelta(days=365), ground_rules={"fi": "Rauha"})
    councils.members(number, board)

    lacks = [lack.code for lack in overview.of(board).lacks if lack.code == "members"]

    assert lacks == codes


def test_a_term_about_to_end_waits_for_its_leaders_alone():
    board = councils.staffed()
    Council.objects.filter(pk=board.pk).update(term_ends=clock.today() + timedelta(days=20))
    users = [people.user_for(person) for person in (councils.elina(), councils.other_leader())]

    waiting = [[row.title for row in todo.for_leader(user)] for user in users]

    assert waiting == [["Nuorten raati"], []]


def test_a_person_is_found_by_the_whole_address_or_number_only():
    board, by = councils.staffed(), elina()
    someone_else = people.person("Löytyvä", email="loytyva@example.org", phone="040 123 4567", unit=people.unit())

    assert someone.known(board, by, "LOYTYVA@example.org") == [someone_else]
    assert someone.known(board, by, "+358401234567") == [someone_else]
    assert someone.known(board, by, "loytyva@") == []
    with pytest.raises(Refused):
        someone.known(board, by, "Löytyvä")


def test_the_management_commits_on_a_day():
    board = councils.staffed()

    verbs.commit(board, elina(), sponsor=people.person("Jorma"), on=clock.today(), title="Palvelujohtaja")

    with pytest.raises(Refused):
        verbs.commit(board, elina(), sponsor=people.person("Jorma"), on=clock.today() + timedelta(days=1))
    assert Council.objects.get(pk=board.pk).sponsor_title == "Palvelujohtaja"


def test_a_leader_lets_no_other_unit_pay_and_a_coordinator_does():
    board, other = councils.staffed(), people.unit("Talous")

    with pytest.raises(Refused) as refusal:
        verbs.change(board, elina(), payer=other)
    changed = verbs.change(board, kaisa(), payer=other)

    assert (refusal.value.code, changed.payer) == ("payer", other)
