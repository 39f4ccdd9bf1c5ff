"""A consent is asked again before its end and once after it, each by itself; one press keeps it for another year."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.privacy.domain import consent, consent_renewal
from coordination.privacy.models import Consent
from experts.models import Expert
from tests.factories import experts, people
from tests.factories.orders import on_day

pytestmark = pytest.mark.django_db


def running_out(days, purpose="cv_own"):
    """Aino's consent, in force for so many days still."""
    aino = experts.aino().person
    Consent.objects.filter(person=aino).exclude(purpose=purpose).delete()
    row = Consent.objects.get(person=aino, purpose=purpose)
    Consent.objects.filter(pk=row.pk).update(expires_on=clock.today() + timedelta(days=days))
    row.refresh_from_db()
    return row


def path_of(row):
    return safe_link.path_of(Consent.objects.get(pk=row.pk).link)


@pytest.mark.parametrize(("days", "asked"), [(31, 0), (30, 1), (0, 1), (-1, 1), (-61, 0)])
def test_it_is_asked_within_the_days_of_the_rule_and_lately_run_out(days, asked):
    running_out(days)

    assert consent_renewal.remind() == asked


def test_it_is_asked_once_before_and_once_after():
    running_out(10)
    asked = [consent_renewal.remind(), consent_renewal.remind()]
    with on_day(clock.today() + timedelta(days=11)):
        asked += [consent_renewal.remind(), consent_renewal.remind()]

    assert asked == [1, 0, 1, 0]


def test_each_consent_has_a_message_and_a_link_of_its_own():
    aino = experts.aino().person
    Consent.objects.filter(person=aino).update(expires_on=clock.today())

    consent_renewal.remind()

    links = Consent.objects.filter(person=aino).values_list("link", flat=True)
    assert (Message.objects.filter(kind="privacy.consent.again").count(), len(set(links))) == (3, 3)


def test_one_press_behind_the_link_keeps_it_for_another_year(client):
    row = running_out(-1)
    consent_renewal.remind()
    hidden = Expert.objects.in_folder_of(people.sari().user).count()

    client.post(path_of(row), {"answer": "yes"})

    now = Consent.objects.get(person=row.person, purpose="cv_own", withdrawn_at=None)
    seen = Expert.objects.in_folder_of(people.sari().user).count()
    assert (hidden, seen, now.expires_on) == (0, 1, consent.last_day(clock.today(), 12))


def test_no_ends_it_at_once_and_the_link_tells_how_it_stands(client):
    row = running_out(5)
    consent_renewal.remind()

    client.post(path_of(row), {"answer": "no"})
    after = client.get(path_of(row))

    assert (Consent.objects.in_force().filter(person=row.person).count(), after.context["waits"]) == (0, False)


def test_looking_behind_the_link_changes_nothing(client):
    row = running_out(5)
    consent_renewal.remind()

    client.get(path_of(row))

    assert Consent.objects.get(person=row.person).given_at == row.given_at


def test_a_newer_link_closes_the_older():
    row = running_out(5)
    first = consent_renewal.ask_again(row, Actor.worker()).link
    consent_renewal.ask_again(row, Actor.worker())

    with pytest.raises(Refused):
        safe_link.find(safe_link.token(first), "consent")


def test_anothers_coordinator_does_not_ask():
    with pytest.raises(Refused):
        consent_renewal.ask_again(running_out(5), people.actor(people.stranger_coordinator()))


def test_nobody_else_presses_yes():
    with pytest.raises(Refused):
        consent_renewal.renew(running_out(5), people.actor(people.kaisa()))
