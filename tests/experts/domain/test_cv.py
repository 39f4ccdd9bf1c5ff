import pytest
from wagtail.models import ModelLogEntry

from coordination.foundation import words
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import cv
from experts.models import CVRevision, CVWord
from tests.factories import experts, people

Status = CVRevision.Status


def kaisa():
    return people.actor(people.kaisa())


def test_an_edit_after_submitting_is_never_what_gets_published(db):
    expert = experts.expert_active()
    submitted = experts.cv_submitted(expert, story="Kirjeet kertyivät.")
    me = people.actor(expert.person)

    later = cv.write(cv.start(expert, "fi", me), me, story="Tätä ei ole luettu.")
    cv.approve(submitted, kaisa())

    published = CVRevision.objects.approved().get()
    assert (published.pk, published.story) == (submitted.pk, "Kirjeet kertyivät.")
    assert (later.pk != submitted.pk, CVRevision.objects.get(pk=later.pk).status) == (True, Status.DRAFT)


def test_submitting_anew_replaces_what_waits_so_the_old_page_approves_nothing(db):
    expert = experts.expert_active()
    first = experts.cv_submitted(expert)
    second = experts.cv_submitted(expert, story="Uusi tarina.")

    with pytest.raises(Refused):
        cv.approve(first, kaisa())

    statuses = dict(CVRevision.objects.values_list("pk", "status"))
    assert statuses == {first.pk: Status.SUPERSEDED, second.pk: Status.SUBMITTED}


def test_an_approval_replaces_the_older_text_and_its_words(db):
    expert = experts.expert_active()
    older = experts.cv_approved(expert, story="Luennot.")
    newer = cv.approve(experts.cv_submitted(expert, story="Velkaneuvonta auttoi."), kaisa())

    older.refresh_from_db()

    assert (older.status, newer.status) == (Status.SUPERSEDED, Status.APPROVED)
    assert CVWord.objects.filter(revision=older).count() == 0
    (asked,) = words.query_tokens("velkaneuvonnasta")
    assert CVWord.objects.filter(revision=newer, token__in=asked).exists()


def test_a_new_draft_goes_on_from_the_newest_text(db):
    expert = experts.expert_active()
    area = experts.service_area("housing")
    experts.cv_approved(expert, motto="Vanha", area_texts={area: "Oma koti."})

    draft = cv.start(expert, "fi", people.actor(expert.person))

    assert (draft.number, draft.motto, [row.text for row in draft.area_texts.all()]) == (2, "Vanha", ["Oma koti."])


@pytest.mark.parametrize("field", ["background", "motto", "story", "trainer"])
def test_an_identity_code_is_refused_and_not_stored(db, field):
    draft = experts.cv_draft(experts.expert_active())

    with pytest.raises(Refused) as refusal:
        cv.write(draft, experts.HOUSE, **{field: "Asiakas 131052-308T kertoi."})

    assert (refusal.value.code, refusal.value.field) == ("identity_code", field)
    assert "131052" not in getattr(CVRevision.objects.get(pk=draft.pk), field)


def test_an_identity_code_is_refused_in_skills_and_areas(db):
    draft = experts.cv_draft(experts.expert_active())

    with pytest.raises(Refused):
        cv.write(draft, experts.HOUSE, special_skills=["131052-308T"])
    with pytest.raises(Refused):
        cv.write(draft, experts.HOUSE, area_texts={experts.service_area(): "131052-308T"})

    assert CVRevision.objects.get(pk=draft.pk).area_texts.count() == 0


def test_nothing_goes_on_without_the_experts_agreement(db):
    draft = experts.cv_draft(experts.expert_active())

    with pytest.raises(Refused) as refusal:
        cv.submit(draft, experts.HOUSE, agreed=False)

    assert refusal.value.field == "agreed"


def test_an_empty_cv_is_not_sent(db):
    draft = experts.cv_draft(experts.expert_active(), background="", story="")

    with pytest.raises(Refused) as refusal:
        cv.submit(draft, experts.HOUSE, agreed=True)

    assert refusal.value.code == "empty"


def test_the_coordinator_writes_on_behalf_and_the_log_says_so(db):
    expert = experts.expert_active()
    draft = cv.start(expert, "fi", kaisa())

    cv.write(draft, kaisa(), story="Tehty yhdessä.")

    entry = ModelLogEntry.objects.filter(action="kuuluviin.changed").latest("timestamp")
    assert (entry.data["on_behalf_of"], entry.data["person"]) == (expert.person_id, people.kaisa().pk)


def test_messages_tell_what_to_do_and_nothing_of_the_text(db):
    people.kaisa()
    expert = experts.expert_active()
    first = experts.cv_submitted(expert, story="Salainen tarina.")
    cv.send_back(first, kaisa(), "Lyhennä tarinaa.")
    cv.approve(experts.cv_submitted(expert), kaisa())

    sent = list(Message.objects.order_by("pk").values_list("kind", "person__first_name", "body"))
    assert [(kind, name) for kind, name, body in sent] == [
        ("experts.cv.submitted", "Kaisa"),
        ("experts.cv.sent_back", "Veera"),
        ("experts.cv.submitted", "Kaisa"),
        ("experts.cv.approved", "Veera"),
    ]
    assert not [body for kind, name, body in sent if "Salainen" in body or "Lyhennä" in body or "Testilä" in body]


def test_confirming_needs_an_approved_text(db):
    expert = experts.expert_active()
    draft = experts.cv_draft(expert)

    with pytest.raises(Refused):
        cv.confirm(draft.cv, people.actor(expert.person))


def test_approval_brings_the_areas_and_the_training_year_to_the_register(db):
    expert = experts.expert_active()
    area = experts.service_area("housing")

    experts.cv_approved(expert, training_year=2021, area_texts={area: "Oma koti."})

    expert.refresh_from_db()
    assert (expert.training_year, list(expert.areas.all())) == (2021, [area])
