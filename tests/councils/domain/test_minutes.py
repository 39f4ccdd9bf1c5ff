"""The minutes from their first word to the lock: who may do what, and when."""

from __future__ import annotations

from itertools import product

import pytest
from django.db import transaction

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.domain import attendance, live, minutes_comment, minutes_plain, minutes_public, minutes_revision, outcome
from councils.domain import minutes as verbs
from councils.models import AgendaItem, Meeting, Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db

Status = Minutes.Status
LEADER, COORDINATOR, OTHER, MEMBER = councils.elina, people.kaisa, councils.other_leader, people.matti
MAY = {LEADER: True, COORDINATOR: True, OTHER: False, MEMBER: False}


def actor(person):
    return people.actor(person)


def in_state(status: str) -> Minutes:
    """The minutes of a held meeting in a state, with a later meeting that has begun."""
    row = councils.minutes(status=status if status != Status.APPROVED else Status.COMMENTABLE)
    later = councils.opened(days=0, began_at=clock.now())
    if status == Status.APPROVED:
        verbs.approve(row, actor(LEADER()), in_meeting=later)
    return Minutes.objects.get(pk=row.pk)


def approve(row, by):
    return verbs.approve(row, by, in_meeting=Meeting.objects.latest("starts_at"))


def note(row, by):
    return live.note(row.meeting.items.get(), by, version=0, language="fi", text="Toinen.")


def tell(row, by):
    return outcome.set_(row.meeting.items.get(), by, outcome="decision", language="fi", text="Näin.")


def plain(row, by):
    return minutes_plain.write(row.meeting.items.get(), by, language="fi", text="Selvästi.")


def mark(row, by):
    return attendance.mark(row.meeting, councils.matti().person, "present", by)


VERBS = {
    "offer": (verbs.offer, {Status.DRAFT: Status.COMMENTABLE, Status.COMMENTABLE: Status.COMMENTABLE}),
    "take back": (verbs.take_back, {Status.COMMENTABLE: Status.DRAFT}),
    "approve": (approve, {Status.COMMENTABLE: Status.APPROVED}),
    "publish": (minutes_public.publish, {}),
    "note": (note, {Status.DRAFT: Status.DRAFT, Status.COMMENTABLE: Status.COMMENTABLE}),
    "outcome": (tell, {Status.DRAFT: Status.DRAFT, Status.COMMENTABLE: Status.COMMENTABLE}),
    "attendance": (mark, {Status.DRAFT: Status.DRAFT, Status.COMMENTABLE: Status.COMMENTABLE}),
    "plain": (plain, {each: each for each in Status}),
}


@pytest.mark.parametrize(("status", "who"), list(product(Status, [LEADER, OTHER])))
def test_state_by_verb_by_actor(status, who):
    row, by = in_state(status), actor(who())

    found = {verb: outcome_of(act, row.pk, by) for verb, (act, __) in VERBS.items()}

    assert found == {verb: allowed.get(status) if MAY[who] else None for verb, (__, allowed) in VERBS.items()}


def outcome_of(act, key, by):
    """The state after the verb, or None where it was refused; what it did is taken back."""
    with transaction.atomic():
        try:
            act(Minutes.objects.get(pk=key), by)
        except Refused:
            return None
        finally:
            after = Minutes.objects.get(pk=key).status
            transaction.set_rollback(True)
    return after


@pytest.mark.parametrize("who", [COORDINATOR, MEMBER])
def test_who_else_may_offer(who):
    row = in_state(Status.DRAFT)

    assert (outcome_of(verbs.offer, row.pk, actor(who())) is not None) == MAY[who]


def test_everybody_is_told_in_their_own_channel_the_absent_too():
    row = in_state(Status.DRAFT)
    AgendaItem.objects.filter(meeting=row.meeting).update(notes={"fi": "Ovi on raskas."})

    verbs.offer(row, actor(LEADER()))

    told = {
        message.person.first_name: (message.channel, "Ovi on raskas." in message.body, "raati" in message.subject)
        for message in Message.objects.filter(kind="councils.minutes.offered")
    }
    assert told == {
        "Matti": ("email", False, False),
        "Irja": ("post", True, False),
        "Elina": ("email", False, False),
        "Ville": ("email", False, False),
    }
    assert set(Message.objects.values_list("desk", flat=True)) == {f"councils.council:{row.meeting.council_id}"}


def test_offering_again_is_a_new_version_and_what_changed_is_seen():
    row = in_state(Status.DRAFT)
    verbs.offer(row, actor(LEADER()))
    live.note(
        row.meeting.items.get(), actor(LEADER()), version=0, language="fi", text="Tila on kylmä.", base="Tila on ahdas."
    )

    verbs.offer(row, actor(LEADER()))

    older, newer = row.revisions.all()
    change = minutes_revision.changes(older, newer, "fi")[0]
    assert (row.version, change.field) == (3, "notes")
    assert [(piece.kind, piece.text) for piece in change.pieces] == [
        ("same", "Tila on "),
        ("gone", "ahdas."),
        ("added", "kylmä."),
    ]
    assert Message.objects.filter(kind="councils.minutes.offered", version=2, status="queued").count() == 0


def test_an_item_without_outcome_stops_the_approval_and_is_named():
    row = in_state(Status.COMMENTABLE)
    councils.item(row.meeting, "Tauko", kind="break")
    councils.item(row.meeting, "Avaus", role="opening")
    councils.item(row.meeting, "Puhelinjonot")

    with pytest.raises(Refused) as refusal:
        approve(row, actor(LEADER()))

    assert (refusal.value.code, "Puhelinjonot" in str(refusal.value), "Tauko" in str(refusal.value)) == (
        "no_outcome",
        True,
        False,
    )


def test_approval_notes_corrections_and_closes_the_meeting():
    row = in_state(Status.COMMENTABLE)
    item, later = row.meeting.items.get(), Meeting.objects.latest("starts_at")

    verbs.approve(row, actor(LEADER()), in_meeting=later, corrections=[(item.pk, "Tuoleja on kuusi."), (None, " ")])

    row.refresh_from_db()
    assert (row.meeting.status, row.approved_in) == (Meeting.Status.CLOSED, later)
    assert [(each.item, each.text) for each in row.corrections.all()] == [(item, "Tuoleja on kuusi.")]


@pytest.mark.parametrize("facts", [{"days": -40}, {"days": 5}])
def test_only_a_later_meeting_that_has_begun_approves(facts):
    row = councils.minutes()
    other = councils.opened(**facts)

    with pytest.raises(Refused) as refusal:
        verbs.approve(row, actor(LEADER()), in_meeting=other)

    assert refusal.value.code == "wrong_meeting"


def test_those_who_were_there_comment_the_others_read():
    row = in_state(Status.COMMENTABLE)
    matti, irja = councils.matti().person, councils.irja().person
    row.meeting.attendances.create(person=irja, state="remote")
    phoned = actor(LEADER()).acting_for(irja)

    made = minutes_comment.comment(row, phoned, text="Tuoleja on kuusi.")
    with pytest.raises(Refused) as refusal:
        minutes_comment.comment(row, actor(matti), text="En ollut siellä.")
    minutes_comment.handle(made, actor(LEADER()))

    assert (refusal.value.code, made.person, made.told_via) == ("not_there", irja, "phone")
    assert row.comments.get().handled_at is not None


def test_a_begun_plain_text_must_be_ready_before_it_goes_out():
    row, by = in_state(Status.DRAFT), actor(LEADER())
    plain(row, by)

    with pytest.raises(Refused) as refusal:
        verbs.offer(row, by)
    minutes_plain.check(row, by, ticked=minutes_plain.Check.values, read_on=clock.today())
    verbs.offer(row, by)

    assert (refusal.value.code, row.status) == ("plain_unread", Status.COMMENTABLE)


def test_a_change_of_the_plain_text_asks_for_a_new_reading():
    row, by = in_state(Status.DRAFT), actor(LEADER())
    plain(row, by)
    minutes_plain.check(row, by, ticked=minutes_plain.Check.values, read_on=clock.today())

    minutes_plain.write(row.meeting.items.get(), by, language="fi", text="Vielä selvemmin.")

    assert minutes_plain.is_ready(Minutes.objects.get(pk=row.pk)) is False


def test_a_reader_of_plain_language_is_not_forgotten():
    row = in_state(Status.DRAFT)
    Person.objects.filter(pk=people.matti().pk).update(format="plain")

    with pytest.raises(Refused) as refusal:
        verbs.offer(row, actor(LEADER()))
    verbs.offer(row, actor(LEADER()), without_plain=True)

    assert (refusal.value.code, row.status) == ("plain_missing", Status.COMMENTABLE)


def test_only_approved_minutes_without_names_are_published():
    row, by = in_state(Status.APPROVED), actor(LEADER())
    item = row.meeting.items.get()
    AgendaItem.objects.filter(pk=item.pk).update(notes={"fi": "Matin mielestä ovi on raskas."})
    item.refresh_from_db()

    proposal = minutes_public.proposed(row)[item.pk]["fi"]
    minutes_public.write(item, by, language="fi", text=proposal)
    codes = []
    for text in (proposal, "Irjalle ovi on raskas."):
        minutes_public.write(item, by, language="fi", text=text)
        with pytest.raises(Refused) as refusal:
            minutes_public.publish(row, by)
        codes.append(refusal.value.code)
    minutes_public.write(item, by, language="fi", text="Ovi on raskas.")
    minutes_public.publish(row, by)

    assert (codes, "Mati" in proposal) == (["mark", "names"], False)
    assert list(Minutes.objects.public()) == [row]


def test_approved_minutes_are_told_to_the_absent_too_without_their_words():
    row = in_state(Status.APPROVED)

    told = Message.objects.filter(kind="councils.minutes.approved")
    assert {message.person_id for message in told} == {person.pk for person in verbs.audience(row)}
    assert [message for message in told if "Tila on ahdas" in message.body] == []
