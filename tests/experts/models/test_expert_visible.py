"""Who sees whom: the consent is asked on every read (L-02, CM-07)."""

import pytest

from coordination.foundation import clock
from coordination.people.models import Partnership, Role, User
from coordination.privacy.models import Consent, Purpose
from experts.models import CVRevision, Expert
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


def reader(person):
    return User.objects.get(pk=people.user_for(person).pk)


def partner_staff():
    home = people.organisation("Naapurin hyvinvointialue")
    person = people.person("Pia", "Partneri", unit=home, email="pia@example.net")
    people.role_for(person, Role.Kind.STAFF, home)
    return person


def make_partners():
    owner, partner = people.organisation(), people.organisation("Naapurin hyvinvointialue")
    Partnership.objects.create(owner=owner, partner=partner, valid_from=people.LONG_AGO)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (people.sari, True),
        (people.kaisa, True),
        (people.matti, False),
        (people.olli, False),
        (people.stranger_coordinator, False),
    ],
)
def test_the_folder_is_for_the_own_organisation(who, sees):
    expert = experts.in_folder()

    assert list(Expert.objects.visible_to(reader(who()))) == ([expert] if sees else [])


def test_withdrawal_hides_at_once():
    expert = experts.in_folder()
    experts.consent_for(expert.person, Purpose.CV_PUBLIC)
    sari = reader(people.sari())
    before = (
        Expert.objects.visible_to(sari).count(),
        CVRevision.objects.visible_to(sari).count(),
        Expert.objects.public().count(),
    )

    Consent.objects.update(withdrawn_at=clock.now())

    after = (
        Expert.objects.visible_to(sari).count(),
        CVRevision.objects.visible_to(sari).count(),
        Expert.objects.public().count(),
    )
    assert (before, after) == ((1, 1, 1), (0, 0, 0))


def test_partners_need_both_the_partnership_and_the_consent():
    expert = experts.in_folder()
    pia = partner_staff()

    def found():
        return list(Expert.objects.visible_to(reader(pia)))

    alone = found()
    make_partners()
    without_consent = found()
    experts.consent_for(expert.person, Purpose.CV_PARTNERS)

    assert (alone, without_consent, found()) == ([], [], [expert])


@pytest.mark.parametrize("status", ["training", "leave", "ended"])
def test_only_those_who_take_part_are_in_the_folder(status):
    experts.in_folder(status=status)

    assert list(Expert.objects.visible_to(reader(people.sari()))) == []


def test_staff_read_the_approved_text_and_no_other():
    expert = experts.in_folder()
    experts.cv_submitted(expert, story="Ei vielä hyväksytty.")
    sari, own, kaisa = reader(people.sari()), reader(expert.person), reader(people.kaisa())

    assert [row.status for row in CVRevision.objects.visible_to(sari)] == ["approved"]
    assert CVRevision.objects.visible_to(own).count() == 2
    assert CVRevision.objects.visible_to(kaisa).count() == 2
