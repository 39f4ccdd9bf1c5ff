"""The CV folder: who is in it for whom, what is found, what the facets count."""

import pytest

from coordination.people.models import Partnership
from coordination.privacy.domain import consent
from coordination.privacy.models import Consent, Purpose
from experts.domain import folder
from experts.domain.folder import FolderQuery
from experts.models import Audience, Expert
from tests.factories import experts, people

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def names(page) -> list[str]:
    return sorted(expert.person.first_name for expert in page)


def found(reader, **query) -> list[str]:
    return names(folder.search(people.user_for(reader), FolderQuery(**query)).page)


def test_staff_see_the_consenting_active_experts_of_their_own_organisation():
    experts.aino()

    assert found(people.sari()) == ["Aino"]


def test_a_stranger_sees_nobody():
    experts.aino()

    assert found(people.olli()) == []


def test_withdrawing_the_consent_empties_the_folder_at_once():
    aino = experts.aino()
    consent.withdraw(aino.person, Purpose.CV_OWN, people.actor(aino.person))

    assert found(people.sari()) == []


@pytest.mark.parametrize("status", [Expert.Status.TRAINING, Expert.Status.LEAVE, Expert.Status.ENDED])
def test_only_those_taking_part_now_are_in_the_folder(status):
    Expert.objects.filter(pk=experts.aino().pk).update(status=status)

    assert found(people.sari()) == []


def test_a_partner_sees_those_who_consented_to_partners():
    aino = experts.aino()
    consent.withdraw(aino.person, Purpose.CV_PARTNERS, people.actor(aino.person))
    partner = people.organisation("Toivon Silta ry")
    Partnership.objects.create(owner=aino.unit.organisation(), partner=partner, valid_from=people.LONG_AGO)
    worker = people.sari(unit=people.unit("Päivätoiminta", parent=partner))

    before = found(worker)
    consent.give(aino.person, Purpose.CV_PARTNERS, people.actor(aino.person), channel=Consent.Channel.SCREEN)

    assert (before, found(worker)) == ([], ["Aino"])


@pytest.mark.parametrize("text", ["velkaneuvonta", "velkaneuvonnassa", "VELKANEUVOJAN luona"])
def test_an_inflected_word_finds_its_base_form(text):
    experts.cv_approved(experts.aino(), story="Kävin velkaneuvonnassa velkaneuvojan luona kaksi vuotta.")

    assert found(people.sari(), text=text) == ["Aino"]


def test_an_inflected_swedish_word_finds_its_base_form():
    experts.cv_approved(experts.aino(), language="sv", story="Jag har hållit många föreläsningar i skolorna.")

    assert found(people.sari(), text="föreläsning skola") == ["Aino"]


def test_every_word_must_be_met():
    experts.cv_approved(experts.aino(), story="Kävin velkaneuvonnassa.")

    assert found(people.sari(), text="velkaneuvonta avaruusmatka") == []


def test_facets_count_what_is_behind_each_choice():
    aino = experts.aino()
    area = experts.service_area("debt-counselling")
    aino.areas.set([area])

    counts = folder.search(people.user_for(people.sari()), FolderQuery()).counts

    assert counts["areas"] == {"debt-counselling": 1}


def test_choices_within_a_facet_widen_and_facets_together_narrow():
    aino = experts.aino()
    aino.areas.set([experts.service_area("debt-counselling")])
    experts.service_area("housing")

    both = found(people.sari(), areas=("debt-counselling", "housing"))
    narrowed = found(people.sari(), areas=("debt-counselling",), languages=("ru",))

    assert (both, narrowed) == (["Aino"], [])


@pytest.mark.parametrize("how", ["hidden", "protected"])
def test_a_town_that_is_not_shown_is_not_found_by(how):
    aino = experts.aino()
    Expert.objects.filter(pk=aino.pk).update(locality="Havukumpu")
    if how == "hidden":
        Audience.objects.update_or_create(expert=aino, kind="own", defaults={"locality": False})
    else:
        type(aino.person).objects.filter(pk=aino.person_id).update(protected_address=True)

    result = folder.search(people.user_for(people.sari()), FolderQuery(towns=("Havukumpu",)))

    assert (result.total, result.counts["towns"]) == (0, {})
