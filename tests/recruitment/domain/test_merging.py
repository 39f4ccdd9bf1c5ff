"""Doubles are seen and merged without losing anything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import double, merging, place, told
from coordination.recruitment.models import Applicant, Interview
from coordination.recruitment.views import application_reader
from tests.factories import events, people, recruitment, selection

pytestmark = pytest.mark.django_db


def hilla(last_name: str = "Hakija", **fields: object) -> Applicant:
    """An entry of Hilla's; a person of its own each time."""
    facts = {name: fields.pop(name) for name in ("email", "phone", "street", "postcode", "town") if name in fields}
    person = people.person("Hilla", last_name, unit=recruitment.campaign().unit, is_unconfirmed=True, **facts)
    return recruitment.applicant("Hilla", f"{last_name}{person.pk}", person=person, **fields)


def merge(keep: Applicant, other: Applicant) -> Applicant:
    return merging.merge(keep, other, people.actor(people.kaisa()))


def refused(keep: Applicant, other: Applicant) -> str:
    with pytest.raises(Refused) as refusal:
        merge(keep, other)
    return refusal.value.code


def test_doubles_are_seen_by_mail_phone_name_and_address():
    first = hilla(email="h@example.org", phone="+358 40 1234567", channel=recruitment.channel(recruitment.campaign()))
    same_phone = hilla("Muu", phone="040 123 4567")
    same_name = hilla()
    hilla("Toinen", email="toinen@example.org")

    found = [(row.applicant, [str(reason) for reason in row.reasons]) for row in double.found(first)]

    assert found == [
        (same_phone, [str(double.REASONS["phone"])]),
        (same_name, [str(double.REASONS["name"])]),
    ]
    assert double.marked(recruitment.campaign()) == {first.pk, same_phone.pk, same_name.pk}


def test_one_of_another_campaign_is_no_double():
    first = hilla(email="h@example.org")
    recruitment.applicant("Hilla", "Hakija", campaign=recruitment.campaign("Toinen"))

    assert double.found(first) == []


def test_merging_loses_nothing():
    early, late = clock.now() - timedelta(days=9), clock.now()
    sari, campaign = people.sari(), recruitment.campaign()
    way = recruitment.channel(campaign)
    keep = hilla(email="h@example.org", motivation="Haluan auttaa.", services=["housing"], came_at=late)
    other = hilla(
        phone="040 123 4567",
        motivation="Minulla on asiaa.",
        services=["housing", "family-care"],
        came_at=early,
        area="Nokia",
        is_in_body=True,
        channel=way,
        source="recommended",
        recommended_by=sari,
        permission_on=clock.today(),
        life_situation="later",
    )
    event = events.event()
    events.registration(event, other.person)
    recruitment.interview(other, people.kaisa(), status=Interview.Status.HELD)
    link = told.link_of(other)

    merge(keep, other)

    keep.refresh_from_db()
    other.refresh_from_db()
    assert (keep.motivation, keep.services) == ("Haluan auttaa.\n\nMinulla on asiaa.", ["housing", "family-care"])
    assert (keep.area, keep.is_in_body, keep.channel, keep.came_at) == ("Nokia", True, way, early)
    assert (keep.recommended_by, keep.permission_on, keep.life_situation) == (sari, clock.today(), "later")
    assert (keep.person.phone, keep.interviews.count(), event.registrations.get().person) == (
        "040 123 4567",
        1,
        keep.person,
    )
    assert (other.merged_into, other.motivation, other.area) == (keep, "Minulla on asiaa.", "Nokia")
    assert application_reader.behind(safe_link.token(link)) == keep
    assert [list(Applicant.objects.whole()), Person.objects.get(pk=other.person_id).merged_into] == [
        [keep],
        keep.person,
    ]


def test_a_place_offered_to_the_other_entry_waits_for_the_answer_in_the_kept_one():
    kept = selection.in_reserve("Hilla")[0]
    gone = selection.offered("Hille")

    merged = merge(kept, gone)
    place.answer(merged, Actor.by_link(merged.person), takes=True)

    assert (merged.pk, merged.status, merged.place_offered_at) == (kept.pk, "selected", None)


def waiting(kind: str) -> list[tuple[str, str]]:
    """What becomes of the messages of a kind, and of which entry they tell."""
    return list(Message.objects.filter(kind=kind).order_by("pk").values_list("about", "status"))


def test_an_offer_by_phone_is_taken_off_the_list_when_the_kept_entry_has_answered():
    kept, gone = selection.in_reserve("Hilla")[0], selection.offered("Hille")
    Person.objects.filter(pk=gone.person_id).update(channel="phone", phone="+358401234567")
    gone.person.refresh_from_db()
    told.tell(place.OFFERED, gone, {"applicant": gone}, door="paikka/")

    merged = merge(kept, gone)
    moved = waiting(place.OFFERED)
    place.answer(merged, Actor.by_link(merged.person), takes=False)

    about = f"recruitment.applicant:{kept.pk}"
    assert (moved, waiting(place.OFFERED)) == ([(about, "by_hand")], [(about, "superseded")])


def test_of_two_offers_the_one_of_the_kept_entry_waits():
    kept, gone = selection.offered("Hilla"), selection.offered("Hille")
    for row in (kept, gone):
        told.tell(place.OFFERED, row, {"applicant": row}, door="paikka/")

    merge(kept, gone)

    assert [status for __, status in waiting(place.OFFERED)] == ["queued", "superseded"]


def test_an_offered_place_is_answered_before_the_entry_goes_into_one_that_has_none():
    kept, gone = selection.interviewed("Hilla"), selection.interviewed("Hille", status=Applicant.Status.LATER)
    Applicant.objects.filter(pk=gone.pk).update(place_offered_at=clock.now(), place_answer_by=clock.today())

    assert refused(kept, gone) == "offered"


def test_links_of_both_go_on_working():
    keep, other = hilla(email="h@example.org"), hilla(email="h@example.org")
    links = [told.link_of(keep), told.link_of(other)]

    merge(keep, other)

    assert [application_reader.behind(safe_link.token(link)) for link in links] == [keep, keep]


def test_the_known_person_stays_before_one_from_the_form():
    matti = people.matti()
    known = recruitment.applicant("Matti", "Meriläinen", person=matti)
    new = hilla("Meriläinen", email="matti@example.org", status=Applicant.Status.INVITED)

    kept = merge(new, known)

    kept.refresh_from_db()
    assert (kept.pk, kept.person, Applicant.objects.own(matti.user).get()) == (new.pk, matti, new)


def test_the_one_that_has_come_further_is_kept():
    early, further = hilla(), hilla(status=Applicant.Status.INTERVIEWED)

    assert (merging.keeper(early, further), merging.keeper(further, early), refused(early, further)) == (
        further,
        further,
        "further",
    )


def test_a_withdrawal_is_not_lost_in_a_merge():
    withdrawn = hilla(status=Applicant.Status.WITHDRAWN, decided_at=clock.now())
    other = hilla(came_at=clock.now() - timedelta(days=1))

    assert refused(other, withdrawn) == "withdrew"


def test_two_interviews_waiting_are_not_merged():
    one, other = hilla(), hilla()
    for row in (one, other):
        recruitment.interview(row, people.kaisa())

    assert refused(one, other) == "two_interviews"


def test_only_those_of_one_campaign_and_once():
    one, other = hilla(), hilla()
    strange = recruitment.applicant("Hilla", "Hakija", campaign=recruitment.campaign("Toinen"))
    merge(one, other)
    other.refresh_from_db()

    assert [refused(one, strange), refused(one, one), refused(one, other)] == ["unfit", "unfit", "unfit"]


def test_nobody_else_merges():
    one, other = hilla(), hilla()

    with pytest.raises(Refused) as refusal:
        merging.merge(one, other, people.actor(people.sari()))

    assert refusal.value.code == "not_recruiter"
