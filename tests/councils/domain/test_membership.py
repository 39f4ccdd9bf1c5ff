"""A seat in a council: given, refused, given up; a yes and choices of its holder."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.records.models import Rule
from councils.domain import membership, naming
from councils.models import Membership
from tests.factories import councils, people
from tests.factories.recruitment import BEFORE

pytestmark = pytest.mark.django_db


def elina():
    return people.actor(councils.elina())


def test_the_next_free_seat_and_an_account_for_one_with_an_e_mail():
    board, by = councils.staffed(), elina()
    newcomer = people.person("Uusi", email="uusi@example.org", unit=board.unit)

    row = membership.admit(board, newcomer, by, admitted=BEFORE)

    assert (row.seat, Person.objects.get(pk=newcomer.pk).user is not None) == (3, True)


def test_one_without_an_e_mail_gets_no_account():
    board = councils.staffed()

    membership.admit(board, newcomer := people.person("Uusi", unit=board.unit), elina(), admitted=BEFORE)

    assert Person.objects.get(pk=newcomer.pk).user is None


def test_the_twenty_first_member_is_refused():
    board = councils.council(seats=20)
    councils.members(20, board)

    with pytest.raises(Refused) as refusal:
        membership.admit(board, people.person("Uusi"), elina(), admitted=BEFORE)

    assert refusal.value.code == "full"


def test_the_twenty_first_seat_is_refused_by_the_database():
    board = councils.council()

    with pytest.raises(IntegrityError), transaction.atomic():
        councils.seat(people.person("Uusi"), board, seat=21)


def test_an_organisation_may_have_fewer_seats_than_the_council():
    board = councils.staffed()
    Rule.objects.create(unit=board.unit.organisation(), key="council.members_most", value=2, valid_from=clock.today())

    with pytest.raises(Refused) as refusal:
        membership.admit(board, people.person("Uusi"), elina(), admitted=BEFORE)

    assert refusal.value.code == "full"


def test_a_full_council_still_takes_a_substitute_of_a_member():
    board = councils.council(seats=1)
    member = councils.matti()

    row = membership.admit(
        board,
        people.person("Varalla"),
        elina(),
        kind=Membership.Kind.SUBSTITUTE,
        substitute_for=member,
        admitted=BEFORE,
    )

    assert (row.seat, row.substitute_for) == (None, member)


@pytest.mark.parametrize("who", ["matti", "elina"])
def test_nobody_sits_twice_and_no_leader_sits(who):
    board, by = councils.staffed(), elina()
    person = councils.matti().person if who == "matti" else councils.elina()

    with pytest.raises(Refused) as refusal:
        membership.admit(board, person, by, admitted=BEFORE)

    assert refusal.value.code == {"matti": "twice", "elina": "leader"}[who]


@pytest.mark.parametrize("who", ["other_leader", "sari", "matti"])
def test_only_the_leaders_of_the_council_admit(who):
    board = councils.staffed()
    stranger = {"other_leader": councils.other_leader, "sari": people.sari, "matti": people.matti}[who]()

    with pytest.raises(Refused) as refusal:
        membership.admit(board, people.person("Uusi"), people.actor(stranger), admitted=BEFORE)

    assert refusal.value.code == "not_leader"


def test_where_the_seat_is_refused_nobody_is_written_down():
    board = councils.council(seats=1)
    councils.matti(), councils.elina()
    before = Person.objects.count()

    with pytest.raises(Refused):
        membership.admit_new(
            board,
            elina(),
            {"first_name": "Uusi", "last_name": "Näyte"},
            kind=Membership.Kind.MEMBER,
            admitted=BEFORE,
        )

    assert Person.objects.count() == before


def test_a_seat_given_up_is_free_again_and_the_history_stays():
    row = councils.staffed().memberships.get(seat=1)

    membership.leave(row, elina(), because=Membership.Reason.MOVED)
    again = membership.admit(row.council, people.person("Uusi"), elina(), admitted=BEFORE)

    gone = Membership.objects.get(pk=row.pk)
    assert (again.seat, gone.left_on, gone.left_because) == (1, clock.today(), "moved")


def test_a_member_leaves_by_their_own_wish():
    row = councils.matti()

    membership.leave(row, people.actor(row.person), because=Membership.Reason.WISH)

    assert row.left_on == clock.today()


@pytest.mark.parametrize("days", [-9999, 1])
def test_nobody_leaves_before_the_first_day_or_in_the_future(days):
    row = councils.matti()

    with pytest.raises(Refused) as refusal:
        membership.leave(row, elina(), because=Membership.Reason.TIME, on=clock.today() + timedelta(days=days))

    assert refusal.value.code == "dates"


def test_a_yes_by_phone_is_noted_on_the_members_behalf():
    councils.council(ground_rules={"fi": "Mikä kerrotaan, jää tänne."}, rules_version=2)
    row = councils.irja()

    membership.agree_rules(row, elina().acting_for(row.person))

    assert Membership.objects.get(pk=row.pk).rules_version == 2


def test_another_member_says_no_yes_for_one():
    councils.council(ground_rules={"fi": "Mikä kerrotaan, jää tänne."}, rules_version=1)
    row = councils.irja()

    with pytest.raises(Refused):
        membership.agree_rules(row, people.actor(councils.matti().person))


def test_names_are_shown_of_those_who_agreed_and_of_the_leaders():
    board = councils.staffed()
    row = councils.matti()
    membership.choose(row, people.actor(row.person), name_to_members=True)

    shown, public = naming.shown_names(board), naming.shown_names(board, in_public=True)

    leaders = {councils.elina().pk: "Elina Esimerkki", councils.ville().pk: "Ville Kirjaaja"}
    assert (shown, public) == ({row.person_id: naming.short(row.person), **leaders}, leaders)


def test_a_newcomer_is_greeted_with_the_next_meeting_and_who_leads():
    meeting, by = councils.opened(), elina()
    newcomer = people.person("Uusi", email="uusi@example.org", unit=meeting.council.unit)

    membership.admit(meeting.council, newcomer, by, admitted=BEFORE)

    told = Message.objects.get(person=newcomer, kind="councils.membership.admitted")
    wanted = (formats.span(meeting.starts_at, meeting.ends_at), "Elina Esimerkki", "/fi/oma/raati/")
    assert [words for words in wanted if words not in told.body] == []
    assert "Nuorten raati" not in told.subject + told.body


def test_one_who_leaves_is_thanked_and_not_told_why():
    row, by = councils.matti(), elina()

    membership.leave(row, by, because="moved")

    told = Message.objects.get(person=row.person, kind="councils.membership.left")
    assert Membership(left_because="moved").get_left_because_display() not in told.body
