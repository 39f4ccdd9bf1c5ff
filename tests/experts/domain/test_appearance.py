import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.privacy.domain import consent
from coordination.privacy.models import Purpose
from experts.domain import appearance, booking_request, offer, todo
from experts.models import Appearance
from tests.factories import experts, orders, people, talk

pytestmark = pytest.mark.django_db


def link(row):
    return Actor.by_link(row.expert.person)


@pytest.mark.parametrize("name", talk.MEDIA)
def test_a_media_order_tells_what_is_made_and_where_before_it_is_sent(name):
    draft = orders.order_draft("media", need="Haastattelu.", **{**talk.MEDIA, name: ""})

    with pytest.raises(Refused) as refusal:
        booking_request.send(draft, people.actor(people.sari()))

    assert refusal.value.field == name


def test_one_who_has_not_agreed_to_media_is_not_asked():
    with pytest.raises(Refused) as refusal:
        orders.offer_open(experts.aino(), talk.order_of_media())

    assert refusal.value.code == "media"


def test_a_yes_needs_the_consent_to_this_appearance():
    asked = talk.offer_of_media()

    with pytest.raises(Refused) as refusal:
        offer.accept(asked, link(asked), offer.open_times(asked.booking_request))

    asked.refresh_from_db()
    assert (refusal.value.field, asked.status) == ("appears", "open")


def test_a_yes_after_the_consent_to_media_is_gone_is_refused():
    asked = talk.offer_of_media()
    consent.withdraw(asked.expert.person, Purpose.MEDIA, people.actor(asked.expert.person))
    asked.refresh_from_db()

    with pytest.raises(Refused):
        offer.accept(asked, link(asked), offer.open_times(asked.booking_request), appears=True)

    assert Appearance.objects.count() == 0


def test_the_very_words_are_kept():
    made = talk.booking_in_media()

    kept = Appearance.objects.get(offer=made.offer_id)
    assert (kept.via, kept.language) == ("link", "fi")
    assert [words for words in ("Esimerkin Sanomat", "Lehti ja sen verkkosivu") if words not in kept.words] == []


def test_withdrawn_it_flags_the_booking_and_tells_the_coordinator():
    made = talk.booking_in_media()

    appearance.withdraw(made, link(made))

    groups = [item.url for item in todo.for_coordinator(people.actor(people.kaisa()).user) if item.tone == "late"]
    assert appearance.lacks_consent(made) is True
    assert Message.objects.get(kind="experts.appearance.withdrawn").person == people.kaisa()
    assert groups == [f"/hallinta/tilaukset/{made.booking_request_id}/"]


@pytest.mark.parametrize("who", [people.sari, people.matti])
def test_only_the_expert_withdraws_it(who):
    made = talk.booking_in_media()

    with pytest.raises(Refused) as refusal:
        appearance.withdraw(made, people.actor(who()))

    assert (refusal.value.code, appearance.lacks_consent(made)) == ("stranger", False)
